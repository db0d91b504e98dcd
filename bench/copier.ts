import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeNew, sample, uv, worldIn } from './place.ts'
import { median, type Section, shown } from './section.ts'

const version = '9.19.1'

/** Every file of a repository that a template could hold. */
const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(each => each.isFile())
    .map(each => join(each.parentPath, each.name).slice(folder.length + 1))
    .filter(each => !/^\.(?:git|trysquare)\//.test(each) && each !== 'GENERATION_REPORT.md')
    .toSorted()

/** The output as a template: the package's name is a question, everything else is taken as it is. */
const templateOf = (made: string, template: string, name: string): number => {
  const files = filesOf(made)
  const asked = (text: string, before: string, after: string) =>
    text.replaceAll(name, `${before}{{ package_name }}${after}`)
  for (const file of files) {
    const path = join(template, `${asked(file, '', '')}.jinja`)
    mkdirSync(dirname(path), { recursive: true })
    const text = readFileSync(join(made, file), 'utf8')
    writeFileSync(path, `{% raw %}${asked(text, '{% endraw %}', '{% raw %}')}{% endraw %}`)
  }
  writeFileSync(join(template, 'copier.yml'), 'package_name:\n  type: str\n')
  return files.length
}

/** A template engine on the same files, beside the whole run. */
export const copier = async (scratch: string, rounds = 5): Promise<Section> => {
  const made = join(scratch, 'orders-for-copier')
  const since = performance.now()
  await makeNew(worldIn(scratch), sample('orders-api'), made, true)
  const whole = (performance.now() - since) / 1000
  const template = join(scratch, 'template')
  const count = templateOf(made, template, 'orders')
  const environment = join(scratch, 'copier-environment')
  const quiet = { stdio: 'ignore', env: { ...process.env, VIRTUAL_ENV: undefined } } as const
  execFileSync(uv, ['venv', environment], quiet)
  execFileSync(uv, ['pip', 'install', '--python', environment, `copier==${version}`], quiet)
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const out = join(scratch, `copied-${round}`)
    const from = performance.now()
    execFileSync(
      join(environment, 'bin', 'copier'),
      ['copy', '--quiet', '--data', 'package_name=orders', template, out],
      quiet,
    )
    times.push((performance.now() - from) / 1000)
    for (const file of filesOf(made))
      if (!readFileSync(join(made, file)).equals(readFileSync(join(out, file)))) throw new Error(`${file} differs`)
  }
  return {
    title: 'Beside a template engine',
    words: `copier ${version} on a template of ${count} files that was generated from what Trysquare made of the API service, with the package’s name as its one question; it writes the same bytes. It copies: it reviews no design, decides nothing, checks nothing, keeps no history and makes no commit. Trysquare here does all of that without Python.`,
    head: ['what', 'seconds'],
    rows: [
      [`copier copies ${count} files, middle of ${rounds}`, shown(median(times))],
      [`\`new --embedded\` in one process, first run in it`, shown(whole)],
    ],
  }
}

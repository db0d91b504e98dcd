import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { execa } from 'execa'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root })]
const read = (page: string) => readFileSync(join(root, page), 'utf8')
const cli = (args: readonly string[], cwd: string) =>
  execa(process.execPath, [join(root, 'src/doors/cli/main.ts'), ...args], {
    cwd,
    reject: false,
    env: { XDG_STATE_HOME: join(cwd, '.state') },
  })

/** The `trysquare …` commands that a page shows, in blocks and in running text. */
const commandsIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?:^|`|\s)(?:\.\/bin\/)?trysquare ((?:[a-z]+)(?: [^`\n#]*)?)/g)].map(([, command]) =>
    (command ?? '').trim(),
  )

test('every command of the documentation is one that the program knows [Q-23]', async () => {
  const { program } = await import('../src/doors/cli/program.ts')
  const verbs = new Map(program('0').commands.map(each => [each.name(), each]))
  const shown = pages.flatMap(page => commandsIn(read(page)).map(command => ({ page, command })))
  expect(shown.length).toBeGreaterThan(8)
  const unknown = shown.filter(({ command }) => {
    const [name = '', second = ''] = command.split(/\s+/)
    const verb = verbs.get(name)
    if (verb === undefined) return true
    const options = [...command.matchAll(/(--[a-z-]+)/g)].map(([option]) => option)
    const own = verb.commands.find(each => each.name() === second) ?? verb
    return !options.every(
      option =>
        ['--help', '--json', '--quiet', '--in', '--version'].includes(option) ||
        own.options.some(each => each.long === option),
    )
  })
  expect(unknown).toEqual([])
})

test('the README’s commands do what it says', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tsq-readme-'))
  try {
    const blank = await cli(['new', '--blank'], folder)
    expect(blank.exitCode).toBe(0)
    expect(blank.stdout).toContain('package_name')
    const made = await cli(
      ['new', '--embedded', '--out', 'schema-guard', '--answers', join(root, 'test/designs/schema-guard.yaml')],
      folder,
    )
    expect(made.exitCode).toBe(0)
    const inside = join(folder, 'schema-guard')
    expect((await cli([], inside)).stdout).toContain('schema-guard')
    expect((await cli(['gate', 'run', '--embedded'], inside)).stdout).toContain('Security')
    expect((await cli(['report'], inside)).stdout).toContain('ready with open items')
    expect((await cli(['explain', 'TSQ-SEC-OPEN'], inside)).exitCode).toBe(0)
    expect((await cli(['--help'], inside)).stdout).toContain('Exit codes')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('every npm command of the documentation is a script of the manifest', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const named = pages.flatMap(page =>
    [...read(page).matchAll(/npm (?:run )?([a-z][a-z:]*)/g)].map(([, name]) => name ?? ''),
  )
  expect(named.filter(name => !(name in scripts) && !['install', 'ci'].includes(name))).toEqual([])
})

test('no link of the documentation is dead', () => {
  const dead = pages.flatMap(page =>
    [...read(page).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].flatMap(([, target]) =>
      existsSync(join(root, dirname(page), target ?? '')) ? [] : [`${page}: ${target}`],
    ),
  )
  expect(dead).toEqual([])
})

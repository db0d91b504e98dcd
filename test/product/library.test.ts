import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { execa } from 'execa'
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Ended, must, notWell, sampleText, scratch, told, tracked, uv, wellMade } from './product.ts'

const markdown = new MarkdownIt()

interface Block {
  readonly language: string
  readonly text: string
  /** The output that the page promises below it. */
  readonly prints: string | undefined
}

/** The fenced blocks of a page; a `text` block that follows "It prints:" is the output of the block before. */
const blocksOf = (page: string): readonly Block[] => {
  const fences = markdown.parse(page, {}).flatMap((token, index, all) => {
    if (token.type !== 'fence') return []
    return [{ language: token.info.trim(), text: token.content, before: all[index - 2]?.content ?? '' }]
  })
  return fences.map(({ language, text }, index) => {
    const next = fences[index + 1]
    return { language, text, prints: next?.before === 'It prints:' ? next.text : undefined }
  })
}

/** Where every link and picture of a page leads. */
const linksOf = (page: string): readonly string[] =>
  markdown
    .parse(page, {})
    .flatMap(token => token.children ?? [])
    .flatMap(token => [token.attrGet('href'), token.attrGet('src')])
    .filter(each => each !== null)
    .map(String)

/** The name that a heading has as a target of links, as GitHub makes it. */
const anchorsOf = (page: string): readonly string[] =>
  [...page.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )

/** The files of a drawn tree: a line below another is deeper by four columns. */
const drawnFiles = (drawing: string): readonly string[] => {
  const folders: string[] = []
  const files: string[] = []
  for (const line of drawing.trimEnd().split('\n').slice(1)) {
    const [, indent = '', name = ''] = /^((?:│ {3}| {4})*)[├└]── (\S+)/.exec(line) ?? []
    folders.length = indent.length / 4
    if (name.endsWith('/')) folders.push(name.slice(0, -1))
    else files.push([...folders, name].join('/'))
  }
  return files.toSorted()
}

/**
 * The long run makes services beside a client and a worker, that block, or whose failures are values, and such a program; their parts
 * are proved in the normal run.
 */
const more = process.env['TSQ_FULL'] === '1' ? ['bookings', 'invoicing', 'notices', 'logsieve'] : []
const samples = ['schema-guard', 'dataforge', 'orders-api', 'tablecutter', 'moonrise', 'parcel-watch', ...more]

describe.each(samples)('%s, made with the real tools', name => {
  const place = scratch()
  const repository = place.path(name)
  const text = (path: string) => readFileSync(join(repository, path), 'utf8')
  const byHand = (...args: readonly string[]) => place.run(uv, args, repository)
  const paths: string[] = []
  const pages = () => paths.filter(each => each.endsWith('.md'))
  const packageName = name === 'orders-api' ? 'orders' : name.replace('-', '_')

  beforeAll(async () => {
    must(await place.tsq(['new', '--out', repository, '--answers', place.write('a.yaml', sampleText(name))]), 0)
    paths.push(...(await tracked(place, repository)).keys())
  })
  afterAll(place.remove)

  test('it is one clean commit, and what to keep and to ignore is right [C-08] [Q-22]', async () => {
    const git = async (...args: readonly string[]) => (await place.run('git', args, repository)).stdout
    expect(await git('status', '--porcelain')).toBe('')
    expect((await git('rev-list', '--count', 'HEAD')).trim()).toBe('1')
    const kept = (await git('ls-files', '.trysquare')).trim().split('\n')
    expect(kept).toContain('.trysquare/.gitignore')
    expect(kept.filter(each => /^\.trysquare\/runs\/.*\.jsonl$/.test(each))).toHaveLength(1)
    expect(kept.filter(each => each.startsWith('.trysquare/evidence/')).length).toBeGreaterThanOrEqual(7)
    expect(
      kept.filter(
        each => !/^\.trysquare\/(?:\.gitignore|answers\.yaml|runs\/.*\.jsonl|evidence\/.*\.json)$/.test(each),
      ),
    ).toEqual([])
    expect(existsSync(join(repository, '.trysquare', 'workspace'))).toBe(false)
  })

  test('by hand: installs, is formatted, lints, type-checks, passes its tests, builds [C-76]', async () => {
    expect(await notWell(place, repository, [['sync', '--locked'], ...wellMade, ['build', '--quiet']])).toEqual([])
  })

  test('its tests cover it, are quick, and pass again without any network [C-76] [C-77]', async () => {
    // The processor's time, not the clock's: a busy machine is nobody's slow test.
    const timed = '"$0" run pytest "$@"; code=$?; times; exit $code'
    const ended = await place.run(
      'sh',
      ['-c', timed, uv, `--cov-report=json:${place.path('coverage.json')}`, '-q'],
      repository,
    )
    expect(told(ended, 0)).toBe('exit 0')
    const [, minutes, seconds] = /^(\d+)m([\d.]+)s \S+\s*$/m.exec(ended.stdout.trimEnd().split('\n').at(-1) ?? '') ?? []
    expect(Number(minutes) * 60 + Number(seconds)).toBeLessThan(30)
    const measured = JSON.parse(readFileSync(place.path('coverage.json'), 'utf8')) as {
      totals: { percent_covered: number }
    }
    expect(measured.totals.percent_covered).toBeGreaterThanOrEqual(80)
    // Where the system permits it: in a network of its own, which leads nowhere.
    const alone = await place.run(
      'unshare',
      ['--net', join(repository, '.venv/bin/python'), '-m', 'pytest', '-q'],
      repository,
    )
    const forbidden = /unshare failed|not permitted/i.test(alone.stderr)
    expect(forbidden ? 'exit 0' : told(alone, 0)).toBe('exit 0')
  })

  test('its wheel works in an environment of its own [C-76]', async () => {
    await byHand('build', '--quiet', '--wheel', '--out-dir', place.path('wheels'))
    const [wheel] = readdirSync(place.path('wheels')).filter(each => each.endsWith('.whl'))
    expect(wheel).toBeDefined()
    const python = join(repository, '.venv/bin/python')
    await place.run(uv, ['venv', '--quiet', '--python', python, place.path('clean')])
    const clean = place.path('clean/bin/python')
    const installed = await place.run(uv, [
      'pip',
      'install',
      '--quiet',
      '--python',
      clean,
      place.path('wheels', wheel ?? ''),
    ])
    expect(told(installed, 0)).toBe('exit 0')
    const imported = await place.run(clean, [
      '-I',
      '-c',
      `import ${packageName} as p; print(p.__version__, p.__file__)`,
    ])
    expect(told(imported, 0)).toBe('exit 0')
    expect(imported.stdout).toMatch(/^0\.1\.0 .*clean/)
    if (!paths.includes(`src/${packageName}/__main__.py`)) return
    // A program is the same by its name and by its module.
    const script = await place.run(place.path('clean/bin', packageName), ['--version'])
    const module = await place.run(clean, ['-I', '-m', packageName, '--version'])
    expect(told(script, 0)).toBe('exit 0')
    expect(script.stdout).toBe('0.1.0\n')
    expect(script.stdout).toBe(module.stdout)
    if (!paths.includes(`src/${packageName}/cli.py`)) return
    // A program works where nothing of its repository is, and tells what it was told wrong.
    const away = async (...args: readonly string[]) =>
      place.run(place.path('clean/bin', packageName), args, place.path('wheels'))
    const doctor = await away('doctor')
    expect(told(doctor, 0)).toBe('exit 0')
    expect([doctor.stdout.split('\n')[0], doctor.stderr]).toEqual([
      expect.stringMatching(/^check +outcome +detail$/),
      '',
    ])
    const wrong = await away('no-such-subcommand')
    expect([wrong.exit, wrong.stdout, wrong.stderr]).toEqual([2, '', expect.stringContaining('Usage: ')])
    // Neither a full disk nor a reader that goes makes it fail as a bug does, also when Python keeps back what is written.
    const inShell = async (line: string) =>
      place.run('bash', ['-c', `unset PYTHONUNBUFFERED; ${line}`, place.path('clean/bin', packageName)])
    const full = await inShell('"$0" doctor > /dev/full')
    expect([full.exit, full.stderr]).toEqual([3, expect.stringMatching(/^\S+: output: .*No space left on device\n$/)])
    const unread = await inShell('"$0" doctor | true; exit "${PIPESTATUS[0]}"')
    expect([unread.exit, unread.stderr]).toEqual([141, ''])
  })

  test('every module is tested by a module of its name [C-77]', () => {
    const sources = paths.filter(each => each.startsWith('src/') && /\/[a-z]\w*\.py$/.test(each))
    expect(sources.length).toBeGreaterThan(2)
    const tested = paths.filter(each => each.startsWith('tests/')).map(each => posix.basename(each))
    for (const source of sources) expect(tested).toContain(`test_${posix.basename(source)}`)
  })

  test('every command and every piece of Python of its pages works as it is written, and prints what they say [C-70]', async () => {
    const neighbour = place.path('neighbour')
    mkdirSync(neighbour)
    await place.run(uv, ['init', '--quiet', '--bare', '--name', 'neighbour'], neighbour)
    const faults: unknown[] = []
    let ran = 0
    /** What stands on two pages is run once. */
    const worked = new Set<string>()
    /** What runs until it is stopped goes on beside the lines that follow. */
    const serving = () =>
      execa(uv, ['run', packageName], {
        cwd: repository,
        env: { ...place.env, [`${packageName.toUpperCase()}_DATABASE`]: place.path('kept.db') },
        reject: false,
        stdio: 'ignore',
      })
    let service: ReturnType<typeof serving> | undefined
    const serve = async (): Promise<Ended> => {
      service = serving()
      for (let tries = 0; tries < 100; tries++) {
        const ready = await fetch('http://127.0.0.1:8000/ready').then(
          answer => answer.ok,
          () => false,
        )
        if (ready) return { exit: 0, stdout: '', stderr: '' }
        await new Promise(resolve => setTimeout(resolve, 100))
      }
      return { exit: 1, stdout: '', stderr: 'it did not become ready' }
    }
    for (const page of pages().filter(each => /^(?:README|CONTRIBUTING|docs\/setup)\.md$/.test(each))) {
      for (const { language, text: block, prints } of blocksOf(text(page))) {
        if (language === 'sh') {
          // "From a checkout beside your project": that one is another folder.
          const cwd = block.includes('uv add') ? neighbour : repository
          for (const line of block.trim().split('\n')) {
            // A container needs a daemon, which few machines of tests have; its files are looked at below.
            if (line.startsWith('docker ') || worked.has(line)) continue
            const ended = line === `uv run ${packageName}` ? await serve() : await place.run('sh', ['-c', line], cwd)
            if (ended.exit !== 0) faults.push({ page, line, said: told(ended, 0) })
            else worked.add(line)
            if (line.startsWith('curl --json') && !ended.stdout.includes('"id":'))
              faults.push({ page, line, said: ended })
            if (prints !== undefined && ended.stdout !== prints) faults.push({ page, line, prints, said: ended.stdout })
            ran += 1
          }
        } else if (language === 'python') {
          const ended = await place.run(join(repository, '.venv/bin/python'), [place.write('block.py', block)])
          if (ended.exit !== 0 || ended.stdout !== (prints ?? '')) faults.push({ page, block, prints, said: ended })
          ran += 1
        } else if (language !== 'text') faults.push({ page, block, language })
      }
    }
    service?.kill()
    await service
    expect(faults).toEqual([])
    expect(ran).toBeGreaterThanOrEqual(8)
    expect((await place.run('git', ['status', '--porcelain'], repository)).stdout).toBe('')
  })

  test('the tree of its README, in every language, is the tree of the repository [C-70] [C-71]', () => {
    const readmes = paths.filter(each => /^README\b.*\.md$/.test(each))
    expect(readmes).toContain('README.md')
    for (const page of readmes) {
      const drawing = blocksOf(text(page)).find(each => each.text.includes('├── '))
      expect(drawnFiles(drawing?.text ?? '')).toEqual(paths.toSorted())
      for (const line of (drawing?.text ?? '').split('\n').filter(each => /[├└]── \S*[^/\s]( |$)/.test(each)))
        expect(line).toMatch(/ {2}\S.*\.$/)
      for (const other of readmes)
        expect([page, linksOf(text(page))]).toEqual([page, expect.arrayContaining(other === page ? [] : [other])])
    }
  })

  test('no link of its pages is dead [C-70]', () => {
    const dead: unknown[] = []
    let followed = 0
    for (const page of [...pages(), 'GENERATION_REPORT.md']) {
      for (const link of linksOf(text(page)).filter(each => !/^(?:https?|mailto):/.test(each))) {
        const [path = '', anchor] = decodeURIComponent(link).split('#')
        const target = path === '' ? page : posix.join(dirname(page), path)
        if (!existsSync(join(repository, target))) dead.push({ page, link })
        else if (anchor !== undefined && !anchorsOf(text(target)).includes(anchor)) dead.push({ page, link })
        followed += 1
      }
    }
    expect(dead).toEqual([])
    expect(followed).toBeGreaterThan(3)
  })

  test('nothing is left open in it: no placeholder, no sample name, no device of a template [C-70] [C-78]', () => {
    const open =
      /\b(?:TODO|FIXME|XXX|TBD|lorem ipsum|NotImplementedError|my_package|MyPackage|my_component|MyComponent|my-repository)\b|tsq:|<your|trysquare/i
    for (const path of paths.filter(each => each !== 'uv.lock')) {
      const found = text(path)
        .split('\n')
        .filter(line => open.test(line))
      expect({ path, found }).toEqual({ path, found: [] })
    }
  })

  test('it names no variable with a value [C-74]', () => {
    const lines = text('.env.example')
      .split('\n')
      .filter(line => line !== '' && !line.startsWith('#'))
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.filter(line => !/^[A-Z][A-Z0-9_]*=$/.test(line))).toEqual([])
  })

  test('what its report counts is what is counted by hand [C-80]', async () => {
    const report = JSON.parse((await place.tsq(['--in', repository, 'report', '--format', 'json'])).stdout) as {
      denominators: { label: string; value: string }[]
    }
    const [, passed] = /(\d+) passed/.exec((await byHand('run', 'pytest', '-q')).stdout) ?? []
    expect(report.denominators).toContainEqual({ label: 'Tests passed', value: `${passed} of ${passed}` })
    const planned = paths.length + (name === 'dataforge' ? 1 : 0)
    expect(report.denominators).toContainEqual({ label: 'Files accepted', value: `${paths.length} of ${planned}` })
  })
})

import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execaSync } from 'execa'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { RepoPath } from '../../base/repo-path.ts'
import type { Limits, Workplace } from '../../ports/workshop.ts'
import { realFiles } from '../files.ts'
import { realWorkshop } from './workshop.ts'

const root = mkdtempSync(join(tmpdir(), 'tsq-workshop-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const repository = join(root, 'repository')
const file = 'src/shop/price.py' as RepoPath
const tree = new Map<RepoPath, string>([['src/shop/__init__.py' as RepoPath, '"""Shop."""\n']])
const limits: Limits = { seconds: 20, output: 100_000, disk: 5_000_000, file: 10_000 }
const workshop = realWorkshop(realFiles)
const work = (command: string, more: Partial<Limits> = {}) =>
  at(workshop.beside(repository, join(root, 'aside')), command, more)
const at = (place: Workplace, command: string, more: Partial<Limits> = {}) =>
  place.work({
    command,
    prompt: 'Make a price.\n',
    parts: ['Make\n', 'a price.\n'],
    tree,
    file,
    limits: { ...limits, ...more },
  })

const kept = () =>
  readdirSync(repository, { recursive: true, withFileTypes: true })
    .filter(each => each.isFile())
    .map(each => join(each.parentPath, each.name))
    .toSorted()
    .map(path => [path, readFileSync(path, 'utf8')])

beforeEach(() => {
  rmSync(repository, { recursive: true, force: true })
  mkdirSync(join(repository, '.trysquare/runs'), { recursive: true })
  writeFileSync(join(repository, '.trysquare/runs/one.jsonl'), '{"seq":1}\n')
  writeFileSync(join(repository, 'README.md'), '# Shop\n')
})

/** Every process whose command line holds the word. */
const running = (word: string): readonly string[] =>
  execaSync('ps', ['-eo', 'pid,args'])
    .stdout.split('\n')
    .filter(line => line.includes(word) && !line.includes('ps -eo'))

describe('a command that does what it is asked', () => {
  test('brings back the text that was there when it wrote it anew, and nothing when it left it alone [A-01]', async () => {
    const there = new Map([...tree, [file, 'PRICE = 1\n']])
    const asked = (command: string) =>
      workshop
        .beside(repository, join(root, 'aside'))
        .work({ command, prompt: '', parts: [], tree: there, file, limits })
    expect((await asked('echo "PRICE = 1" > "$TRYSQUARE_FILE"')).text).toBe('PRICE = 1\n')
    expect((await asked('cp -p "$TRYSQUARE_FILE" copy; mv copy "$TRYSQUARE_FILE"')).text).toBe('PRICE = 1\n')
    expect((await asked('cat "$TRYSQUARE_FILE"')).text).toBeUndefined()
  })

  test('finds the tree, the prompt on its input and in a file, and brings its file back [A-01]', async () => {
    const worked = await work('cat src/shop/__init__.py - "$TRYSQUARE_PROMPT" > "$TRYSQUARE_FILE"; echo done')
    expect(worked).toEqual({
      how: 'ended',
      exit: 0,
      unrunnable: undefined,
      said: 'done\n',
      complained: '',
      text: '"""Shop."""\nMake a price.\nMake a price.\n',
      problem: undefined,
      strayed: [],
      undone: [],
      shared: false,
      aside: [],
    })
  })

  test('finds the parts of its prompt in their order, each in a file of its own [C-66]', async () => {
    const worked = await work('cat "$TRYSQUARE_PARTS"/part-1.md "$TRYSQUARE_PARTS"/part-2.md > "$TRYSQUARE_FILE"')
    expect(worked).toMatchObject({ exit: 0, text: 'Make\na price.\n', strayed: [] })
    expect((await work('ls "$TRYSQUARE_PARTS"')).said).toBe('part-1.md\npart-2.md\n')
  })

  test('need not read its prompt, nor write a file', async () => {
    expect(await work('true')).toMatchObject({ how: 'ended', exit: 0, text: undefined, problem: undefined })
  })

  test('knows that it is a doer, whatever it does with its environment [A-04]', async () => {
    expect(await workshop.inside()).toBe(false)
    expect((await work('test -n "$TRYSQUARE_DOER"')).exit).toBe(0)
  })
})

describe('a command that misbehaves leaves everything as it was [A-02]', () => {
  test.each<[string, string, object, Partial<Limits>]>([
    ['fails', 'echo oops >&2; exit 3', { how: 'ended', exit: 3, complained: 'oops\n' }, {}],
    ['is not there', 'no-such-command-anywhere', { how: 'ended', exit: 127 }, {}],
    ['kills itself half-way', 'printf half > "$TRYSQUARE_FILE"; kill -9 $$', { how: 'ended', exit: 128 + 9 }, {}],
    ['hangs', 'sleep 600', { how: 'timed-out' }, { seconds: 0.5 }],
    ['prints without end', 'yes', { how: 'flooded' }, {}],
    ['fills the disk with one file', 'head -c 1000000000 /dev/zero > big; true', { strayed: ['big'] }, {}],
    [
      'fills the disk with many files',
      'i=0; while true; do head -c 400000 /dev/zero > part$i; i=$((i+1)); done',
      { how: 'flooded' },
      {},
    ],
    [
      'writes a file that is too large',
      'head -c 20000 /dev/zero > "$TRYSQUARE_FILE"',
      { problem: 'the file has 20000 bytes; 10000 are accepted' },
      {},
    ],
    [
      'writes a file that is no text',
      String.raw`printf '\377' > "$TRYSQUARE_FILE"`,
      { problem: 'the file is not UTF-8' },
      {},
    ],
    ['writes a link', 'ln -s /etc/passwd "$TRYSQUARE_FILE"', { problem: expect.stringContaining('symbolic link') }, {}],
    [
      'makes the folder a link',
      'mv src/shop away; ln -s /tmp src/shop',
      { problem: expect.stringContaining('symbolic link') },
      {},
    ],
    [
      'makes a pipe of the file',
      'mkfifo "$TRYSQUARE_FILE"',
      { problem: 'at the place of the file lies something else' },
      {},
    ],
    [
      'writes elsewhere in the copy',
      'echo x > "$TRYSQUARE_FILE"; echo y > other.py; rm src/shop/__init__.py',
      { text: 'x\n', strayed: ['other.py', 'src/shop/__init__.py'] },
      {},
    ],
  ])('%s', async (_, command, wanted, more) => {
    const before = kept()
    expect(await work(command, more)).toMatchObject({ ...wanted, undone: [] })
    expect(kept()).toEqual(before)
  })

  test('edits the repository itself, its history too: it is put back, and told', async () => {
    const before = kept()
    const worked = await work(
      `cd ${repository} && echo lies > .trysquare/runs/one.jsonl && rm README.md && ln -s /etc/passwd README.md && mkdir -p a/b && echo x > a/b/c`,
    )
    expect(worked.undone).toEqual(['.trysquare/runs/one.jsonl', 'README.md', 'a/b/c'])
    expect(kept()).toEqual(before)
    // It may have been a person who wrote there meanwhile: nothing is lost.
    expect(readFileSync(join(worked.aside[0] ?? '', 'a/b/c'), 'utf8')).toBe('x\n')
    expect(readFileSync(join(worked.aside[0] ?? '', '.trysquare/runs/one.jsonl'), 'utf8')).toBe('lies\n')
  })

  test('leaves a child in another session, with other surroundings: it is ended too', async () => {
    const worked = await work(
      'setsid sh -c "trap : TERM HUP; sleep 98765" > /dev/null 2>&1 & setsid env -i sleep 98766 & sleep 0.4; echo x > "$TRYSQUARE_FILE"',
    )
    expect(worked).toMatchObject({ how: 'ended', text: 'x\n' })
    expect([...running('98765'), ...running('98766')]).toEqual([])
  })

  test('leaves its family at once, with nothing that shows where it comes from: it is ended too', async () => {
    await work(`env -i setsid sh -c 'exec sleep 98767' > /dev/null 2>&1 < /dev/null & exit 0`)
    expect(running('98767')).toEqual([])
  })

  test('cuts its letters in two: what it says is put together before it is read', async () => {
    const worked = await work(String.raw`printf 'caf\303'; sleep 0.2; printf '\251\n'`)
    expect(worked.said).toBe('café\n')
  })

  test('leaves nothing of its own in the temporary folder', async () => {
    const before = readdirSync(tmpdir()).filter(each => each.startsWith('tsq-')).length
    await work('echo x > y')
    expect(readdirSync(tmpdir()).filter(each => each.startsWith('tsq-')).length).toBe(before)
    expect(existsSync(join(repository, 'y'))).toBe(false)
  })
})

describe('a command that cannot be started is told from one that ended as if it could not [A-01]', () => {
  test.each<[string, object | undefined]>([
    ['no-such-command-anywhere --quiet', { program: 'no-such-command-anywhere', because: 'missing' }],
    ['A=1 B="$HOME" no-such-command-anywhere', { program: 'no-such-command-anywhere', because: 'missing' }],
    ['./agent.sh', { program: './agent.sh', because: 'missing' }],
    ['"$HOME/no such agent"', { program: '"$HOME/no such agent"', because: 'missing' }],
    ['src/shop/__init__.py', { program: 'src/shop/__init__.py', because: 'forbidden' }],
    ['./src', { program: './src', because: 'forbidden' }],
    ['no-such-command-anywhere; exit 127', { program: 'no-such-command-anywhere', because: 'missing' }],
    // It began, and what it did then ended so.
    ["sh -c 'exit 127'", undefined],
    ['true && no-such-command-anywhere', undefined],
    ['exit 126', undefined],
    ['if true; then no-such-command-anywhere; fi', undefined],
    ['echo x > "$TRYSQUARE_FILE"; exit 127', undefined],
    // What cannot be asked for without running it is not asked for.
    ['$(echo no-such-command-anywhere)', undefined],
    ['(no-such-command-anywhere)', undefined],
    // It did not end so.
    ['no-such-command-anywhere; true', undefined],
    ['no-such-command-anywhere || exit 3', undefined],
  ])('%s', async (command, wanted) => {
    expect((await work(command)).unrunnable).toEqual(wanted)
  })

  test.each(['echo x > other.py', 'echo done', 'echo x > "$TRYSQUARE_FILE"'])(
    'a program that is gone after “%s” was started all the same',
    async did => {
      const agent = join(mkdtempSync(join(root, 'once-')), 'agent')
      writeFileSync(agent, `#!/bin/sh\n${did}\nrm -r "$(dirname "$0")"\nexit 127\n`, { mode: 0o755 })
      expect(await work(agent)).toMatchObject({ exit: 127, unrunnable: undefined })
      expect(existsSync(agent)).toBe(false)
    },
  )
})

describe('several commands beside one repository [C-6A]', () => {
  const place = () => workshop.beside(repository, join(root, 'aside'))
  const history = join(repository, '.trysquare/runs/one.jsonl')
  /** The way in which Trysquare writes its history: it knows what it wrote. */
  const event = { path: '.trysquare/runs/one.jsonl', text: '{"seq":2}\n', appended: true }
  const record = async () => {
    appendFileSync(history, event.text)
    return [event]
  }

  test('work at the same time, each in a copy of its own', async () => {
    // Each waits for the other: one after the other neither would end in time.
    const meeting = join(root, 'meeting')
    mkdirSync(meeting)
    const wait = (mine: string, other: string) =>
      `touch ${meeting}/${mine}; until test -e ${meeting}/${other}; do sleep 0.02; done; echo ${mine} > "$TRYSQUARE_FILE"`
    const beside = place()
    const both = await Promise.all([at(beside, wait('a', 'b')), at(beside, wait('b', 'a'))])
    expect(both).toMatchObject([
      { how: 'ended', exit: 0, text: 'a\n', strayed: [], undone: [] },
      { how: 'ended', exit: 0, text: 'b\n', strayed: [], undone: [] },
    ])
  })

  test('what Trysquare itself writes meanwhile stays, and is held against no command', async () => {
    const beside = place()
    const slow = at(beside, 'sleep 0.6; echo x > "$TRYSQUARE_FILE"')
    await at(beside, 'true')
    await beside.own(record)
    expect(await slow).toMatchObject({ text: 'x\n', undone: [], aside: [] })
    expect(readFileSync(history, 'utf8')).toBe('{"seq":1}\n{"seq":2}\n')
  })

  test('what one of them writes there is put back before Trysquare writes, and each at work is told', async () => {
    const beside = place()
    const [done, there, told] = ['done', 'there', 'told'].map(each => join(root, each))
    // Whatever else the machine does: both are at work when it is written, and until it was found.
    const untilTold = `while [ ! -e ${told} ]; do sleep 0.02; done`
    const innocent = at(beside, `touch ${there}; ${untilTold}`)
    const lies = `while [ ! -e ${there} ]; do sleep 0.02; done; echo lies >> ${history}; echo x > ${repository}/README.md`
    const wrong = at(beside, `${lies}; touch ${done}; ${untilTold}`)
    while (!existsSync(done ?? '')) await new Promise(resolve => setTimeout(resolve, 10))
    let found = ''
    await beside.own(async () => {
      found = readFileSync(history, 'utf8')
      return record()
    })
    expect(found).toBe('{"seq":1}\n')
    writeFileSync(told ?? '', '')
    for (const worked of await Promise.all([wrong, innocent])) {
      expect(worked).toMatchObject({ undone: ['.trysquare/runs/one.jsonl', 'README.md'], shared: true })
      expect(readFileSync(join(worked.aside[0] ?? '', 'README.md'), 'utf8')).toBe('x\n')
    }
    expect(readFileSync(history, 'utf8')).toBe('{"seq":1}\n{"seq":2}\n')
    expect(readFileSync(join(repository, 'README.md'), 'utf8')).toBe('# Shop\n')
  })

  test('what a command writes while Trysquare writes is not taken for its own, in the history neither', async () => {
    const beside = place()
    const go = join(root, 'go')
    const gone = join(root, 'gone')
    const wrong = at(
      beside,
      `until test -e ${go}; do sleep 0.01; done; printf X | dd of=${history} bs=1 seek=3 conv=notrunc status=none; echo x > ${repository}/.trysquare/runs/one.evil; echo x > ${repository}/README.md; touch ${gone}; sleep 0.3`,
    )
    await at(beside, 'true')
    await beside.own(async () => {
      const own = await record()
      writeFileSync(go, '')
      while (!existsSync(gone)) await new Promise(resolve => setTimeout(resolve, 10))
      return own
    })
    expect((await wrong).undone).toEqual(['.trysquare/runs/one.evil', '.trysquare/runs/one.jsonl', 'README.md'])
    expect(readFileSync(join(repository, 'README.md'), 'utf8')).toBe('# Shop\n')
    expect(readFileSync(history, 'utf8')).toBe('{"seq":1}\n{"seq":2}\n')
    expect(existsSync(join(repository, '.trysquare/runs/one.evil'))).toBe(false)
  })

  test('between two of them the repository is the person’s, and theirs to change', async () => {
    const beside = place()
    await at(beside, 'true')
    writeFileSync(join(repository, 'README.md'), '# My shop\n')
    expect(await at(beside, 'true')).toMatchObject({ undone: [] })
    expect(readFileSync(join(repository, 'README.md'), 'utf8')).toBe('# My shop\n')
  })
})

describe('a mark of who is at work [Q-02]', () => {
  const markFile = join(root, 'state', 'at-work.json')
  const marked = () => workshop.beside(repository, join(root, 'aside'), { file: markFile, doer: 'exec:agent' })
  const left = () => workshop.unfinished(repository, markFile)
  /** The mark as it lies while a command is at work, left there as by a program that was killed. */
  const abandoned = async (): Promise<string> => {
    await at(marked(), `cp ${markFile} ${root}/mark.json`)
    const text = readFileSync(join(root, 'mark.json'), 'utf8')
    writeFileSync(markFile, text)
    return text
  }

  test('lies there while a command works, and is gone when what it changed was put back', async () => {
    const worked = await at(marked(), `test -s ${markFile} && echo x >> ${repository}/README.md`)
    expect(worked).toMatchObject({ exit: 0, undone: ['README.md'] })
    expect([existsSync(markFile), await left()]).toEqual([false, undefined])
  })

  test('says what has changed since the command began; of what proves itself it says nothing', async () => {
    await abandoned()
    expect(await left()).toEqual({ doer: 'exec:agent', files: [file], since: [] })
    writeFileSync(join(repository, 'LATE.md'), 'late\n')
    writeFileSync(join(repository, 'README.md'), '# Another\n')
    appendFileSync(join(repository, '.trysquare/runs/one.jsonl'), '{"seq":2}\n')
    writeFileSync(join(repository, '.tsq-1-0123456789ab.tmp'), '# Sho')
    const since = [
      { path: 'LATE.md', how: 'new' },
      { path: 'README.md', how: 'changed' },
    ]
    expect(await left()).toEqual({ doer: 'exec:agent', files: [file], since })
    rmSync(join(repository, 'README.md'))
    expect((await left())?.since).toContainEqual({ path: 'README.md', how: 'gone' })
  })

  test.each([
    ['nothing', () => ''],
    ['the beginning of one', (text: string) => text.slice(0, -9)],
    ['a list', () => '[]'],
    ['another version', (text: string) => text.replace('"v":1', '"v":2')],
    ['a file outside', (text: string) => text.replace(file, '../../etc/passwd')],
    ['no file', (text: string) => text.replace(/"files":\[[^\]]*\]/, '"files":[]')],
    ['a name without end', (text: string) => text.replace('exec:agent', 'x'.repeat(3000))],
    ['another kind of thing', (text: string) => text.replace(/file \d+ /, 'file rwx ')],
    ['an entry that is none', (text: string) => text.replace('"lay":[', '"lay":[{"__proto__":1},')],
  ])('that holds %s leads nowhere: that something was cut off is all that is said', async (_, spoilt) => {
    writeFileSync(markFile, spoilt(await abandoned()))
    expect(await left()).toEqual({ doer: undefined, files: [], since: undefined })
  })

  test('that is a link is not followed', async () => {
    const text = await abandoned()
    writeFileSync(join(root, 'elsewhere.json'), text)
    rmSync(markFile)
    symlinkSync(join(root, 'elsewhere.json'), markFile)
    expect(await left()).toEqual({ doer: undefined, files: [], since: undefined })
    rmSync(markFile)
  })
})

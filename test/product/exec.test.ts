import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { afterAll, describe, expect, test } from 'vitest'
import { design, journalOf, must, scratch, tracked } from './product.ts'

const place = scratch()
afterAll(place.remove)

const stub = 'def total(lines: list[int]) -> int: ...\n'
const answers = place.write(
  'answers.yaml',
  design('schema-guard', all => {
    for (const name of ['billing', 'refund'])
      all.components.push({ name, kind: 'custom', does: `Works out the ${name} of an order.`, interface: stub })
    all.features = { ...all.features, demo: 'none' }
  }),
)

/**
 * A program that plays an agent: what it is asked for it knows only from its prompt. At first it adds wrongly, and says that all
 * is well; when the prompt begins with what failed, it does better.
 */
const agentText = `import { readFileSync, writeFileSync } from 'node:fs'
const prompt = readFileSync(0, 'utf8')
const file = process.env.TRYSQUARE_FILE
const again = prompt.includes('Failed at the last attempt')
const name = file.match(/(?:test_)?(\\w+)\\.py$/)[1].replace('test_', '')
const source = [
  '"""Works out the ' + name + ' of an order."""',
  '',
  '__all__ = ["total"]',
  '',
  '',
  'def total(lines: list[int]) -> int:',
  '    """Return the sum of the lines."""',
  again ? '    return sum(lines)' : '    return sum(lines) + 1',
]
const tests = [
  'from schema_guard.' + name + ' import total',
  '',
  '',
  'def test_the_total_of_lines_is_their_sum() -> None:',
  '    assert total([1, 2]) == 3',
  '    assert total([]) == 0',
]
writeFileSync(file, (file.startsWith('tests/') ? tests : source).join('\\n') + '\\n')
console.log('All done, every test passes.')
`
/** The same, whose test files need a package that nobody declared. */
const lostAgent = (when: string): string =>
  agentText
    .replace('const source', `const lost = ${when}\nconst source`)
    .replace('const tests = [', "const tests = [\n  ...(lost ? ['import numpy', ''] : []),")
const agent = place.write('agent.mjs', agentText)
const doer = `exec:${process.execPath} ${agent}`

interface Stored {
  readonly type: string
  readonly data: { readonly task?: string; readonly event?: { readonly type: string; readonly [key: string]: unknown } }
}

describe('a design with two components that need a mind', () => {
  test('with the built-in doer alone it ends partial, with what is needed and ready prompts [C-61] [C-81]', async () => {
    const out = place.path('partial')
    const ended = must(await place.tsq(['new', '--out', out, '--answers', answers]), 3)
    expect(ended.stderr).toMatch(/src\/schema_guard\/billing\.py\s+is\s+not\s+made\s+yet/)
    const report = JSON.parse((await place.tsq(['--in', out, 'report', '--format', 'json'])).stdout) as {
      verdict: string
      outstanding: { what: string; todo: string }[]
      prompts: { path: string; text: string }[]
    }
    expect(report.verdict).toBe('not ready')
    const open = [
      'src/schema_guard/billing.py',
      'src/schema_guard/refund.py',
      'tests/test_billing.py',
      'tests/test_refund.py',
    ]
    expect(report.outstanding.map(each => each.what.split(/[ :]/)[1])).toEqual(expect.arrayContaining(open))
    for (const path of open)
      expect(report.prompts.find(each => each.path === path)?.text).toMatch(/^# ATOMIC TASK T-\d+\n[\s\S]*\n## END\n/)
  })

  test('with a command that is wrong first and right when its failures come back, it ends green [A-01] [C-67]', async () => {
    const out = place.path('made')
    const lost = place.write('lost.mjs', lostAgent("name === 'billing' && !again"))
    const program = `exec:${process.execPath} ${lost}`
    const ended = must(await place.tsq(['new', '--out', out, '--answers', answers, '--doer', program]), 0)
    expect(ended.stdout).toContain('ready for development')
    expect(readFileSync(join(out, 'src/schema_guard/billing.py'), 'utf8')).toContain('return sum(lines)\n')
    const story = readFileSync(journalOf(out), 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Stored)
      .filter(({ type, data }) => type === 'task' && data.event !== undefined)
    const plan = JSON.parse((await place.tsq(['--in', out, '--json', 'task', 'list'])).stdout) as {
      id: string
      path: string
    }[]
    const of = (path: string) =>
      story
        .filter(({ data }) => data.task === plan.find(each => each.path === path)?.id)
        .map(({ data }) => data.event?.type)
    const made = ['started', 'delivered', 'judged']
    const settled = ['accepted', 'placed']
    expect(of('src/schema_guard/refund.py')).toEqual([...made, 'sent-back', ...made, ...settled])
    // Its tests could not be loaded at first: it was asked for again when they had shown a fault of its own, not before.
    expect(of('src/schema_guard/billing.py')).toEqual([...made, 'judged', 'sent-back', ...made, ...settled])
    // What follows from the design is never left to a command.
    expect(of('pyproject.toml')).toEqual(['started', 'delivered', 'judged', 'accepted', 'placed'])
    expect(JSON.stringify(story)).toContain('"claim":"All done, every test passes."')
    expect((await tracked(place, out)).has('tests/test_refund.py')).toBe(true)
    const { unverified } = JSON.parse((await place.tsq(['--in', out, 'report', '--format', 'json'])).stdout) as {
      unverified: string[]
    }
    // That its tests would fail on something wrong was seen here, but not shown by Trysquare.
    expect(unverified.join()).toContain('tests/test_billing.py: its tests pass; that they would fail')
  })

  test('a command that is always wrong is asked three times, then a person [A-03] [C-67]', async () => {
    const out = place.path('stubborn')
    const stubborn = place.write('stubborn.sh', 'echo "def total(:" > "$TRYSQUARE_FILE"\n')
    const ended = must(await place.tsq(['new', '--out', out, '--answers', answers, '--doer', `exec:sh ${stubborn}`]), 3)
    expect(ended.stderr).toMatch(/needs\s+revision/)
    const { attempt } = JSON.parse(
      (await place.tsq(['--in', out, '--json', 'task', 'show', 'src/schema_guard/billing.py'])).stdout,
    ) as { attempt: number }
    expect(attempt).toBe(3)
    expect(existsSync(join(out, 'src/schema_guard/billing.py'))).toBe(false)
  })

  test('a command that hangs is stopped at the time that was set, its children with it [A-02] [A-03]', async () => {
    const out = place.path('hanging')
    const slow = place.write('slow.sh', `sleep 7351 & sleep 7351\n`)
    must(
      await place.tsq([
        'new',
        '--embedded',
        '--minutes',
        '0.01',
        '--out',
        out,
        '--answers',
        answers,
        '--doer',
        `exec:sh ${slow}`,
      ]),
      3,
    )
    const shown = must(await place.tsq(['--in', out, 'task', 'show', 'src/schema_guard/billing.py']), 0)
    expect(shown.stdout.replaceAll(/\s+/g, ' ')).toContain('did not end in time and was stopped')
    expect((await execa('pgrep', ['-f', 'sleep 7351'], { reject: false })).stdout).toBe('')
    expect(existsSync(join(out, 'src/schema_guard/billing.py'))).toBe(false)
  })

  test.each([
    ['hangs', 'sleep 7352', 'did not end in time and was stopped'],
    ['crashes half-way', 'printf half > "$TRYSQUARE_FILE"; kill -9 $$', 'ended with 137'],
    ['floods', 'yes', 'more than it may and was stopped'],
    ['writes a link', 'ln -s /etc/passwd "$TRYSQUARE_FILE"', 'symbolic link'],
    ['makes nothing', 'true', 'wrote no file'],
  ])(
    'a command asked for one file that %s is told by its code, and the file waits as before [A-02] [Q-20]',
    async (what, line, words) => {
      const out = place.path(`asked-${what.replaceAll(' ', '-')}`)
      must(await place.tsq(['new', '--embedded', '--out', out, '--answers', answers]), 3)
      const history = () => readFileSync(journalOf(out), 'utf8').trim().split('\n')
      const before = history().length
      const slow = place.write('one.sh', `${line}\n`)
      const asked = ['--in', out, '--minutes', '0.02', 'task', 'run', 'src/schema_guard/billing.py']
      const ended = must(await place.tsq([...asked, '--doer', `exec:sh ${slow}`]), 2)
      expect(ended.stderr.replaceAll(/\s+/g, ' ')).toMatch(new RegExp(`TSQ-DOER-DELIVERY .*${words}`))
      expect(
        history()
          .slice(before)
          .map(each => (JSON.parse(each) as Stored).data.event?.type),
      ).toEqual(['started', 'failed'])
      expect(must(await place.tsq(['--in', out, 'next']), 3).stderr).toContain('TSQ-NEEDED')
    },
  )

  test('a command that is not there is asked once, stops the run by its name, and loses nothing [A-03] [C-05]', async () => {
    const out = place.path('absent')
    const journeyed = async () => {
      const absent = 'exec:no-such-agent --quiet'
      const ended = await place.tsq(['new', '--out', out, '--answers', answers, '--doer', absent])
      expect({ exit: ended.exit, said: ended.stderr.replaceAll(/\s+/g, ' ') }).toEqual({
        exit: 2,
        said: expect.stringContaining('TSQ-DOER-START no-such-agent is not a command here'),
      })
    }
    await journeyed()
    await journeyed()
    const { at, attempt } = JSON.parse(
      (await place.tsq(['--in', out, '--json', 'task', 'show', 'src/schema_guard/billing.py'])).stdout,
    ) as { at: string; attempt: number }
    expect([at, attempt]).toEqual(['planned', 0])
    // With a command that is there, the same run comes to its end.
    must(await place.tsq(['new', '--out', out, '--answers', answers, '--doer', doer]), 0)
  })

  test('code beside a test file that cannot be loaded waits for it: no policy accepts it, and nobody is asked for it again [C-67] [K-15]', async () => {
    const out = place.path('unproved')
    const wrong = lostAgent("file.includes('billing')").replace('again ?', "again || name === 'refund' ?")
    const program = `exec:${process.execPath} ${place.write('unproved.mjs', wrong)}`
    const ended = must(await place.tsq(['new', '--out', out, '--answers', answers, '--doer', program]), 3)
    expect(ended.stderr.replaceAll(/\s+/g, ' ')).toContain('tests/test_billing.py needs revision (imports')
    const seen = async (path: string) =>
      JSON.parse((await place.tsq(['--in', out, '--json', 'task', 'show', path])).stdout) as {
        at: string
        attempt: number
        validation: { rows: { check: string }[] }
      }
    const source = await seen('src/schema_guard/billing.py')
    expect([source.at, source.attempt]).toEqual(['review', 1])
    expect(source.validation.rows.find(row => row.check === 'tests')).toMatchObject({
      outcome: 'PARTIAL',
      reason: 'not run: pytest cannot load tests/test_billing.py, by a fault of its own',
      waits: true,
    })
    expect((await seen('tests/test_billing.py')).attempt).toBe(3)
    expect(['billing', 'refund'].map(name => existsSync(join(out, `src/schema_guard/${name}.py`)))).toEqual([
      false,
      true,
    ])
    // With the broken file left open, nothing has shown that the code works either.
    must(await place.tsq(['--in', out, 'task', 'defer', 'tests/test_billing.py', '--why', 'Later.']), 3)
    const left = must(await place.tsq(['--in', out, 'next']), 3)
    expect(left.stderr.replaceAll(/\s+/g, ' ')).toMatch(/billing\.py waits: not run: .*--acknowledge tests/)
  })

  test('a command cannot accept its own work, nor hide what it wrote elsewhere [A-02] [A-04]', async () => {
    const out = place.path('sly')
    const main = join(import.meta.dirname, '../../src/doors/cli/main.ts')
    const sly = place.write(
      'sly.sh',
      `${process.execPath} ${agent}
echo x > src/schema_guard/extra.py
env -u TRYSQUARE_DOER ${process.execPath} ${main} --in ${out} task defer T-001 --why mine > ${place.path('sly.log')} 2>&1
echo "exit $?" >> ${place.path('sly.log')}
`,
    )
    must(await place.tsq(['new', '--out', out, '--answers', answers, '--doer', `exec:sh ${sly}`]), 3)
    expect(readFileSync(place.path('sly.log'), 'utf8')).toMatch(/TSQ-DOER-DECIDES[\s\S]*exit 2/)
    const { validation } = JSON.parse(
      (await place.tsq(['--in', out, '--json', 'task', 'show', 'src/schema_guard/billing.py'])).stdout,
    ) as { validation: { findings: { rule: string; message: string }[] } }
    const [strayed] = validation.findings.filter(each => each.rule === 'strayed')
    expect(strayed?.message).toContain('src/schema_guard/extra.py')
    expect(existsSync(join(out, 'src/schema_guard/extra.py'))).toBe(false)
  })

  describe('what only its formatting keeps from passing', () => {
    const untidy = place.write(
      'untidy.sh',
      `${process.execPath} ${agent} <<'END'
Failed at the last attempt
END
printf "import os\\nimport abc\\n\\nUSED = (os.sep,abc.ABC )\\n" >> "$TRYSQUARE_FILE"
`,
    )
    const started = async (name: string, fixes: 'ask' | 'formatting-and-imports') => {
      const text = readFileSync(answers, 'utf8').replace('approvals:', `approvals:\n  fixes: ${fixes}`)
      const out = place.path(name)
      await place.tsq([
        'new',
        '--out',
        out,
        '--answers',
        place.write(`${name}.yaml`, text),
        '--doer',
        `exec:sh ${untidy}`,
      ])
      return out
    }
    const shown = async (out: string) =>
      JSON.parse((await place.tsq(['--in', out, '--json', 'task', 'show', 'src/schema_guard/billing.py'])).stdout) as {
        fixes: number
        validation: { findings: { rule: string }[] }
      }

    test('is put right where that was approved, and the rest is left to whoever made it [C-69]', async () => {
      const rules = (await shown(await started('mended', 'formatting-and-imports'))).validation.findings.map(
        each => each.rule,
      )
      expect(rules).not.toContain('unformatted')
      // Imports below code are no matter of order: that stays.
      expect(rules).toContain('E402')
    })

    test('is asked about with its difference where it was not, and taken with a word [C-69]', async () => {
      const out = await started('asked', 'ask')
      expect((await shown(out)).validation.findings.map(each => each.rule)).toContain('unformatted')
      const preview = must(await place.tsq(['--in', out, 'task', 'fix', 'src/schema_guard/billing.py']), 3)
      expect(preview.stdout).toMatch(/^-USED = \(os\.sep,abc\.ABC \)$/m)
      expect(preview.stdout).toMatch(/^\+USED = \(os\.sep, abc\.ABC\)$/m)
      expect((await shown(out)).fixes).toBe(0)
      await place.tsq(['--in', out, 'task', 'fix', 'src/schema_guard/billing.py', '--yes'])
      const after = await shown(out)
      expect([after.fixes, after.validation.findings.map(each => each.rule).includes('unformatted')]).toEqual([
        1,
        false,
      ])
      const again = await place.tsq(['--in', out, 'task', 'fix', 'src/schema_guard/billing.py', '--yes'])
      expect(again).toMatchObject({ exit: 2, stderr: expect.stringContaining('TSQ-TASK-UNFIXABLE') })
    })
  })

  test('what a command puts into the environment proves nothing: it is made anew before anything is judged [K-02]', async () => {
    const out = place.path('poisoned')
    const wrong = place.write(
      'wrong.mjs',
      agentText.replace("again ? '    return sum(lines)'", "again ? '    return sum(lines) + 1'"),
    )
    const poison = place.write(
      'poison.sh',
      `${process.execPath} ${wrong}
for site in ${out}/.venv/lib/python*/site-packages; do
  [ -d "$site" ] && echo 'import builtins; _s = builtins.sum; builtins.sum = lambda x: _s(x) - 1 if list(x) else _s(x)' > "$site/zz.pth"
done
true
`,
    )
    const ended = await place.tsq(['new', '--out', out, '--answers', answers, '--doer', `exec:sh ${poison}`])
    expect(ended.exit).toBe(3)
    const { validation } = JSON.parse(
      (await place.tsq(['--in', out, '--json', 'task', 'show', 'src/schema_guard/billing.py'])).stdout,
    ) as { validation: { rows: { check: string; outcome: string }[] } }
    expect(validation.rows).toContainEqual(expect.objectContaining({ check: 'tests', outcome: 'FAIL' }))
  })

  test.each(['SIGINT', 'SIGKILL'] as const)(
    '%s ends the command with the run, and the run goes on from there [C-05]',
    async signal => {
      const out = place.path(`ended-${signal}`)
      const late = place.path(`late-${signal}`)
      const slow = place.write('slow.sh', `touch ${late}.began; sleep 3; echo x > ${out}/LATE.md; touch ${late}\n`)
      const main = join(import.meta.dirname, '../../src/doors/cli/main.ts')
      const running = execa(
        process.execPath,
        [main, 'new', '--out', out, '--answers', answers, '--doer', `exec:sh ${slow}`],
        {
          cwd: place.root,
          env: place.env,
          reject: false,
          stdin: 'ignore',
        },
      )
      while (!existsSync(`${late}.began`)) await new Promise(resolve => setTimeout(resolve, 50))
      running.kill(signal)
      const ended = await running
      // As shells count an interruption, with a doer as without one.
      expect(ended.exitCode).toBe(signal === 'SIGINT' ? 130 : undefined)
      await new Promise(resolve => setTimeout(resolve, 4000))
      expect([existsSync(late), existsSync(join(out, 'LATE.md'))]).toEqual([false, false])
      must(await place.tsq(['new', '--out', out, '--answers', answers, '--doer', doer]), 0)
    },
  )

  test('what a command changed in the repository before kill -9 is told by the next start, recorded, and left [C-05] [Q-02] [A-02]', async () => {
    const out = place.path('killed')
    const began = place.path('killed.began')
    const harm = place.write('harm.sh', `echo x > ${out}/LATE.md; rm ${out}/notes.txt; touch ${began}; sleep 60\n`)
    mkdirSync(out)
    writeFileSync(join(out, 'notes.txt'), 'mine\n')
    const given = place.write(
      'lived-in.yaml',
      readFileSync(answers, 'utf8').replace('  plan: approve', '  collisions: {}\n  plan: approve'),
    )
    const main = join(import.meta.dirname, '../../src/doors/cli/main.ts')
    const args = [main, 'new', '--embedded', '--out', out, '--answers', given, '--doer', `exec:sh ${harm}`]
    const running = execa(process.execPath, args, { cwd: place.root, env: place.env, reject: false, stdin: 'ignore' })
    while (!existsSync(began)) await new Promise(resolve => setTimeout(resolve, 50))
    running.kill('SIGKILL')
    await running
    const next = async () =>
      (await place.tsq(['new', '--embedded', '--out', out, '--answers', given, '--doer', doer])).stderr
    const told = (await next()).replaceAll(/\s+/g, ' ')
    expect(told).toContain(`exec:sh ${harm} was at work on src/schema_guard/billing.py when Trysquare was killed`)
    expect(told).toContain('LATE.md is new, notes.txt is gone, by it or by somebody else: all of it is left as it lies')
    expect([existsSync(join(out, 'LATE.md')), existsSync(join(out, 'notes.txt'))]).toEqual([true, false])
    expect(readFileSync(journalOf(out), 'utf8')).toContain('nothing was put back: LATE.md is new, notes.txt is gone')
    // Told once: the next start knows of it from the history alone.
    expect(await next()).not.toContain('when Trysquare was killed')
  })

  test('a doer that takes a command needs one, and others take none [A-01]', async () => {
    for (const name of ['exec', 'exec:', 'exec: ', 'builtin:x', 'execute:true']) {
      const ended = await place.tsq(['new', '--out', place.path('none'), '--answers', answers, '--doer', name])
      expect({ name, exit: ended.exit }).toEqual({ name, exit: 2 })
      expect(ended.stderr).toContain('exec:<command>')
    }
    expect(existsSync(place.path('none'))).toBe(false)
  })
})

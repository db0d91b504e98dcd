import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { design, outcomes, sampleText, scratch, told, tracked } from './product.ts'

const place = scratch()
afterAll(place.remove)

test('the same answers, and the answers that a run kept, give the same files, byte for byte [N-01]', async () => {
  const made: [string, string][][] = []
  for (const name of ['first', 'second', 'kept']) {
    const folder = place.path(name, 'dataforge')
    const saved = place.path('first', 'dataforge', '.trysquare', 'answers.yaml')
    const answers = name === 'kept' ? saved : place.write('answers.yaml', sampleText('dataforge'))
    const ended = await place.tsq(['new', '--out', folder, '--answers', answers])
    expect(told(ended, 0)).toBe('exit 0')
    made.push([...(await tracked(place, folder))])
  }
  expect(made[0]?.length).toBeGreaterThan(15)
  expect(made[1]).toEqual(made[0])
  expect(made[2]).toEqual(made[0])
})

const hostile = design('schema-guard', answers => {
  Object.assign(answers['intake'] ?? {}, {
    package_name: 'l1_il',
    repository_name: 'A.b-c_1',
    description:
      'Checks "quoted" \'single\' """triple""" \\ C:\\new {braces} ${shell} $(run) `code` *bold* [x](javascript:alert(1)) <script>x</script> | 🦉 数据 # tsq: if errors: results ' +
      '<!-- tsq: end --> my_package and goes on for very long, '.padEnd(130, 'very '),
    non_goals: ['<b>markup</b> & [links](http://x)', '# tsq: end', '```sh\nrm -rf /\n```', '- a | table', '"""'],
  })
  Object.assign(answers['project'] ?? {}, {
    authors: [
      { name: 'Åsa "the \\ owl" O\'Brien', email: 'asa@example.org' },
      { name: 'Bob <b>, Jr.', email: 'bob@example.org' },
    ],
  })
  Object.assign(answers['architecture'] ?? {}, {
    rationale: { errors: 'Because """ and \\ and `x`\n## Not a heading' },
  })
  Object.assign(answers, {
    decisions: [{ topic: 'versioning', decision: '# tsq: end\n"""', why: '<!-- --> | x | \\' }],
    components: [
      { name: 'validator', kind: 'validator', does: 'Ends with a backslash \\' },
      { name: 'il', kind: 'pipeline', does: 'Says """stop""" \'\'\' and\nimport os\nos.system("true")' },
    ],
  })
})

test('words from outside stay words: a design full of markup and quotes builds green with the real tools [Q-05] [C-76]', async () => {
  const folder = place.path('hostile')
  const ended = await place.tsq(['new', '--out', folder, '--answers', place.write('hostile.yaml', hostile)])
  expect(told(ended, 0)).toBe('exit 0')
  expect(ended.stdout).toContain('ready for development')
  const gate = await place.tsq(['--in', folder, 'gate', 'run', '--json', '--fresh'])
  expect(new Set(Object.values(outcomes(gate)))).toEqual(new Set(['PASS']))
  const built = await place.run('uv', ['build', '--quiet', '--wheel', '--out-dir', place.path('wheels')], folder)
  expect(told(built, 0)).toBe('exit 0')
  const readme = readFileSync(join(folder, 'README.md'), 'utf8')
  expect(readme).not.toMatch(/(?<!\\)<script|(?<!\\)\]\(javascript|^## Not a heading/m)
  for (const [path, bytes] of await tracked(place, folder))
    expect({ path, carriageReturn: Buffer.from(bytes, 'base64').includes(13) }).toEqual({ path, carriageReturn: false })
})

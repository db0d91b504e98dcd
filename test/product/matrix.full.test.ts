import { afterAll, describe, expect, test } from 'vitest'
import { design, outcomes, scratch, told, uv } from './product.ts'

const designs: readonly (readonly [Readonly<Record<string, string>>, readonly string[], string])[] = [
  [{ errors: 'results', configuration: 'files', logging: 'minimal', testing: 'unit' }, ['validator'], 'MIT'],
  [
    { errors: 'results', configuration: 'combination', logging: 'structlog', testing: 'comprehensive' },
    ['pipeline', 'validator'],
    'Apache-2.0',
  ],
  [
    { errors: 'mixed', configuration: 'files', logging: 'structlog', testing: 'unit+integration' },
    ['pipeline'],
    'BSD-3-Clause',
  ],
  [
    { errors: 'mixed', configuration: 'combination', logging: 'minimal', testing: 'comprehensive' },
    ['validator', 'pipeline'],
    'proprietary',
  ],
  [
    { errors: 'exceptions', configuration: 'pydantic-settings', logging: 'stdlib', testing: 'none' },
    ['validator'],
    'GPL-3.0-or-later',
  ],
  [
    { errors: 'results', configuration: 'pydantic-settings', logging: 'stdlib', testing: 'none' },
    ['pipeline', 'validator'],
    'MIT',
  ],
  [{ errors: 'mixed', configuration: 'environment', logging: 'structlog', testing: 'unit' }, ['validator'], 'MIT'],
  [
    { errors: 'exceptions', configuration: 'combination', logging: 'minimal', testing: 'comprehensive' },
    ['pipeline', 'pipeline'],
    'MIT',
  ],
]

describe('other answers, with the real tools [C-76] [C-61]', () => {
  const place = scratch()
  afterAll(place.remove)

  test.each(designs.map((each, index) => [index, ...each] as const))(
    '%i: %o %o %s',
    { timeout: 240_000 },
    async (index, architecture, kinds, license) => {
      const text = design('schema-guard', answers => {
        Object.assign(answers['architecture'] ?? {}, architecture)
        Object.assign(answers['project'] ?? {}, { license })
        Object.assign(answers, {
          components: kinds.map((kind, at) => ({ name: `part_${at}`, kind, does: `The ${kind} number ${at}.` })),
        })
      })
      const folder = place.path(`matrix-${index}`)
      const made = await place.tsq(['new', '--out', folder, '--answers', place.write('matrix.yaml', text)])
      expect(told(made, 0)).toBe('exit 0')
      const gate = outcomes(await place.tsq(['--in', folder, 'gate', 'run', '--json', '--fresh']))
      const untested = architecture['testing'] === 'none'
      expect(
        Object.entries(gate).filter(([check, outcome]) => outcome !== 'PASS' && !(untested && check === 'tests')),
      ).toEqual([])
      for (const command of [
        ['ruff', 'format', '--check', '.'],
        ['ruff', 'check', '.'],
        ['mypy', '.'],
        ...(untested ? [] : [['pytest', '-q']]),
      ]) {
        const ended = await place.run(uv, ['run', ...command], folder)
        expect({ command, exit: ended.exit, said: ended.exit === 0 ? '' : ended.stdout + ended.stderr }).toEqual({
          command,
          exit: 0,
          said: '',
        })
      }
      expect((await place.run(uv, ['build', '--quiet'], folder)).exit).toBe(0)
      expect((await place.run('git', ['status', '--porcelain', '--', '.', ':!.trysquare'], folder)).stdout).toBe('')
    },
  )
})

import { afterAll, describe, expect, test } from 'vitest'
import { everyParameter } from '../rendered-project.ts'
import { design, notWell, outcomes, scratch, told, wellMade } from './product.ts'

const programs = [
  { configuration: 'files', errors: 'mixed', logging: 'minimal', testing: 'comprehensive' },
  { configuration: 'pydantic-settings', logging: 'structlog', testing: 'comprehensive' },
  { configuration: 'combination', logging: 'stdlib', testing: 'unit+integration' },
  { configuration: 'environment', errors: 'results', logging: 'structlog', testing: 'none' },
] as const

describe('programs with other answers, with the real tools', () => {
  const place = scratch()
  afterAll(place.remove)

  test.each(programs)(
    '$configuration, $logging, $testing: every kind of parameter, and a command without any [C-76] [C-61]',
    { timeout: 300_000 },
    async architecture => {
      const text = design('tablecutter', answers => {
        Object.assign(answers['architecture'] ?? {}, architecture)
        Object.assign(answers['features'] ?? {}, { docs: 'mkdocs', docs_contents: ['api-reference'] })
        Object.assign(answers, {
          components: [
            { name: 'a_name_of_twenty_six_letrs', kind: 'command', does: 'Does "very" much.', options: everyParameter },
            { name: 'ping', kind: 'command', does: 'Answers.' },
            { name: 'flow', kind: 'pipeline', does: 'Cleans rows.' },
            { name: 'rules', kind: 'validator', does: 'Checks tables.' },
          ],
        })
      })
      const folder = place.path(architecture.configuration)
      const made = await place.tsq(['new', '--out', folder, '--answers', place.write('program.yaml', text)])
      expect(told(made, 0)).toBe('exit 0')
      const gate = outcomes(await place.tsq(['--in', folder, 'gate', 'run', '--json', '--fresh']))
      const untested = architecture.testing === 'none'
      expect(
        Object.entries(gate).filter(([check, outcome]) => outcome !== 'PASS' && !(untested && check === 'tests')),
      ).toEqual([])
      expect(
        await notWell(place, folder, [
          ...wellMade,
          ['run', 'mkdocs', 'build', '--quiet'],
          ['run', 'python', 'bench/ping.py'],
          ...(untested ? [] : [['run', 'pytest', '-q']]),
        ]),
      ).toEqual([])
    },
  )
})

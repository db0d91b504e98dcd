import { isAwaiting } from '../../../core/design/awaits.ts'
import { isServed } from '../../../core/design/served.ts'
import { backbone } from '../../../ports/backbone.ts'
import { isIntegrated, modulePath, offered } from '../shared/component.ts'
import { testedWith } from '../shared/component-files.ts'
import { codeFiles } from './code-files.ts'
import { de } from './de.ts'
import { classes } from './interface.ts'
import { fields, inDatabase, optionsOf, raises, resourceReads } from './made.ts'
import { addressOf, addressProblem, pluralOf } from './names.ts'
import { resourceOptions } from './options.ts'
import { sampleJson } from './samples.ts'
import { testFiles } from './test-files.ts'
import { usage } from './usage.ts'

export default backbone({
  id: 'resource',
  title: 'A thing that is kept and served: its rules, where it is kept, and its address where there is an API.',
  options: resourceOptions,
  longestName: 26,
  nameProblem: addressProblem,
  sample: `fields:
  name: {type: str, min_length: 1, max_length: 80}
  # type: str, int, float, bool, decimal, date, datetime, uuid or enum (with values: [one, another])
  # besides: optional, default, unique, min_length and max_length of a str, ge and le of a number
operations: [create, get, list, update, delete]
storage: sqlite   # or memory
`,
  extension: 'A class with the methods of its repository keeps it elsewhere, without a change of the service.',
  reads: resourceReads,
  collects: ['plan.modules'],
  files: [...codeFiles, ...testFiles],
  contributes: from => {
    const { component, architecture } = from
    return {
      translations: { de },
      requirements: ['pydantic', ...(inDatabase(from) && isAwaiting(from) ? ['aiosqlite'] : [])],
      dev_requirements: [
        ...testedWith(from),
        ...(architecture.testing === 'none' || !isAwaiting(from) ? [] : ['pytest-asyncio']),
        ...(isServed(from) && isIntegrated(architecture.testing) ? ['httpx2'] : []),
      ],
      ...(isServed(from) && {
        served: [
          {
            component: component.name,
            pascal: component.pascal,
            plural: pluralOf(component.name),
            address: addressOf(component.name),
            storage: optionsOf(from).storage,
            operations: optionsOf(from).operations,
            ...sampleJson(fields(from)),
          },
        ],
      }),
      ...(isServed(from) &&
        inDatabase(from) && {
          environment: [
            {
              name: `${from.names.env_prefix}DATABASE`,
              field: 'database',
              type: 'a path',
              default: `${from.names.package}.db`,
              meaning: 'The file of the SQLite database; it is made when it is not there.',
              kind: 'path' as const,
            },
          ],
        }),
      exports: offered(
        classes(component.pascal, architecture.errors, fields(from), optionsOf(from).operations),
        [],
        from,
      ),
      features: [
        `Each \`${component.pascal}Data\` that exists is valid: its rules stand on its fields.`,
        `Where ${pluralOf(component.name).replaceAll('_', ' ')} are kept is up to a repository: in memory${inDatabase(from) ? ', in SQLite' : ''}, or a class of your own.`,
      ],
      usage: [
        usage({
          module: modulePath(from),
          storage: `${modulePath(from)}_storage`,
          pascal: component.pascal,
          name: component.name,
          fields: fields(from),
          awaiting: isAwaiting(from),
          raises: raises(from),
          package: from.names.package,
        }),
      ],
    }
  },
})

import { isAwaiting } from '../../../core/design/awaits.ts'
import { isServed } from '../../../core/design/served.ts'
import { py, vouched } from '../../../core/render/escaped.ts'
import { examplePath, isIntegrated, likeNamed, testPath } from '../shared/component.ts'
import { recordLoops } from '../shared/records.ts'
import { choicesOf, has, literalImports } from './fields.ts'
import {
  beside,
  can,
  changing,
  fields,
  importing,
  inDatabase,
  listing,
  type Made,
  modules,
  once,
  type ResourceFile,
  raises,
  storing,
  uniques,
} from './made.ts'
import { failure, pluralOf } from './names.ts'
import { sampleArguments, sampleBody, wrongLines } from './samples.ts'
import { strategies } from './strategies.ts'

/** What a failure is called in a design. */
const failureIn = ({ component, architecture }: Made, name: Parameters<typeof failure>[2]): string =>
  failure(component.pascal, architecture.errors, name)

/** Two samples under the names that the tests use. */
const samples = (pascal: string, from: Made, id: boolean) =>
  [1, 2].map(which =>
    vouched(
      `${which === 1 ? 'FIRST' : 'SECOND'} = ${pascal}(${id ? 'id=uuid4(), ' : ''}${sampleArguments(fields(from), which).join(', ')})`,
    ),
  )

/** What proves a resource, as far as the design asks for it, and what shows it. */
export const testFiles: readonly ResourceFile[] = [
  {
    role: 'test',
    when: ({ architecture }) => architecture.testing !== 'none',
    path: testPath,
    accepts: likeNamed(testPath),
    purpose: ({ component }) => `Tests what can be done with ${component.name}, and which values it refuses.`,
    effort: 'moderate',
    needs: ['source', 'storage'],
    template: 'test_resource.py',
    names: modules,
    slots: from => {
      const { pascal } = from.component
      const own = fields(from)
      const [first] = own
      return {
        imports: literalImports(own, 'from uuid import uuid4'),
        names: importing(from, [
          ...(can(from, 'list') ? ['LARGEST_LIMIT'] : []),
          ...(own.some(each => each.unique) ? [failureIn(from, 'ConflictError')] : []),
          ...(raises(from) ? [] : [pascal, ...(can(from, 'list') ? [`${pascal}Page`] : [])]),
          `${pascal}Data`,
          failureIn(from, 'NotFoundError'),
          `${pascal}Service`,
          ...choicesOf(own),
        ]),
        samples: samples(`${pascal}Data`, from, false),
        wrong: wrongLines(own),
        first_field: py`FIRST.${py.name(first?.name ?? '')} = SECOND.${py.name(first?.name ?? '')}`,
      }
    },
    loops: from => ({
      ...listing(from),
      ...changing(from),
      ...uniques(from),
      instants: fields(from)
        .filter(each => each.type === 'datetime' && !each.optional)
        .map(each => ({ names: { my_field: each.name } })),
    }),
  },
  {
    role: 'storage-test',
    when: ({ architecture }) => architecture.testing !== 'none',
    path: from => beside(testPath(from), '_storage'),
    accepts: likeNamed(from => beside(testPath(from), '_storage')),
    purpose: ({ component }) => `Tests that ${component.name} is kept and found, wherever it is kept.`,
    effort: 'moderate',
    needs: ['source', 'storage'],
    template: 'test_storage.py',
    names: modules,
    slots: from => {
      const { pascal } = from.component
      const own = fields(from)
      return {
        imports: literalImports(own, 'from uuid import uuid4'),
        names: importing(from, [
          pascal,
          failureIn(from, 'ConflictError'),
          ...(raises(from) ? [] : [failureIn(from, 'NotFoundError')]),
          `${pascal}Repository`,
          ...choicesOf(own),
        ]),
        samples: samples(pascal, from, true),
      }
    },
    loops: from => ({
      ...listing(from),
      ...changing(from),
      ...uniques(from),
      ...storing(from),
      ...recordLoops(from),
    }),
  },
  {
    role: 'routes-test',
    when: ({ architecture, features }) => isServed({ features }) && isIntegrated(architecture.testing),
    path: ({ component }) => `tests/api/test_${pluralOf(component.name)}.py`,
    accepts: (path, { component }) => path.endsWith(`/test_${pluralOf(component.name)}.py`),
    purpose: ({ component }) => `Tests ${component.name} over HTTP, as a caller would.`,
    effort: 'moderate',
    needs: ['source', 'routes', 'api-app', 'config'],
    template: 'test_routes.py',
    names: modules,
    slots: from => ({
      samples: [1, 2].map(which =>
        vouched(`${which === 1 ? 'FIRST' : 'SECOND'}: dict[str, Any] = ${sampleBody(fields(from), which)}`),
      ),
      wrong: wrongLines(fields(from)),
    }),
    loops: from => ({ ...listing(from), ...changing(from), ...uniques(from), ...storing(from) }),
  },
  {
    role: 'property',
    when: ({ architecture }) => architecture.testing === 'comprehensive',
    path: from => beside(testPath(from), '_properties'),
    accepts: likeNamed(from => beside(testPath(from), '_properties')),
    purpose: ({ component }) => `Tests what holds of ${component.name} for every valid value.`,
    effort: 'moderate',
    needs: ['source', 'storage'],
    template: 'test_resource_properties.py',
    names: modules,
    slots: from => ({
      imports: [
        ...(has(fields(from), 'datetime') ? py.code('import datetime as dt') : []),
        ...(inDatabase(from)
          ? py.code(
              'from pathlib import Path\nfrom tempfile import TemporaryDirectory\n\nfrom hypothesis import given, settings',
            )
          : py.code('from hypothesis import given')),
      ],
      names: importing(from, [from.component.pascal, `${from.component.pascal}Data`, ...choicesOf(fields(from))]),
      strategies: strategies(from.component.pascal, fields(from)),
    }),
    loops: from => ({ sqlite: once(inDatabase(from)) }),
  },
  {
    role: 'example',
    when: ({ features }) => features.demo !== 'none',
    path: examplePath,
    purpose: ({ component }) => `Shows ${component.name} at work without a server.`,
    effort: 'simple',
    needs: ['source', 'storage'],
    template: 'example.py',
    names: modules,
    slots: from => {
      const { pascal } = from.component
      return {
        imports: literalImports(fields(from), ...(isAwaiting(from) ? ['import asyncio'] : [])),
        names: importing(from, [`${pascal}Data`, `${pascal}Service`, ...choicesOf(fields(from))]),
        sample: vouched(`data = ${pascal}Data(${sampleArguments(fields(from), 1).join(', ')})`),
      }
    },
  },
]

import type { RepoPath } from '../../../base/repo-path.ts'
import { isServed } from '../../../core/design/served.ts'
import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import { py, vouched } from '../../../core/render/escaped.ts'
import type { ComponentWorld } from '../../../ports/backbone.ts'
import { aboutOf } from '../shared/about.ts'
import { isSource, likeNamed, opening, sourcePath } from '../shared/component.ts'
import { recordLoops } from '../shared/records.ts'
import { memberOf } from '../shared/written.ts'
import { fieldLine, has, modelImports } from './fields.ts'
import { stub } from './interface.ts'
import {
  beside,
  can,
  changing,
  fields,
  importing,
  inDatabase,
  listing,
  modules,
  once,
  optionsOf,
  type ResourceFile,
  raises,
} from './made.ts'
import { failureNames, pluralOf, tableOf } from './names.ts'
import { reading, schema, statements, unique } from './storing.ts'

interface Named {
  readonly names: { readonly package: string }
}

/** Whether a drawn path holds the routes: by the name of several of the thing, somewhere in the package. */
const isRoutes = (path: RepoPath, { component, names }: Pick<ComponentWorld, 'component'> & Named): boolean => {
  const plural = pluralOf(component.name)
  const stems = [...(plural === component.name ? [] : [plural]), `${component.name}_routes`, `${plural}_routes`]
  const inside = path.startsWith(`src/${names.package}/`) || path.startsWith(`${names.package}/`)
  return inside && stems.some(stem => path.endsWith(`/${stem}.py`))
}

/** What a resource is made of: its rules and service, where it is kept, its address. */
export const codeFiles: readonly ResourceFile[] = [
  {
    role: 'source',
    path: sourcePath,
    accepts: isSource,
    purpose: ({ component }) => component.does,
    effort: 'moderate',
    needs: ['package-init', 'errors'],
    interface: from =>
      stub({
        ...aboutOf(from),
        name: from.component.name,
        fields: fields(from),
        operations: optionsOf(from).operations,
      }),
    template: 'resource.py',
    names: modules,
    slots: from => ({
      opening: opening(from.component),
      imports: modelImports(fields(from), can(from, 'list')),
      fields: fields(from).map(fieldLine),
    }),
    loops: from => ({
      ...listing(from),
      ...changing(from),
      numbers: once(has(fields(from), 'int', 'float')),
      texts: once(has(fields(from), 'date', 'datetime')),
      instants: once(has(fields(from), 'datetime')),
      amounts: once(has(fields(from), 'decimal')),
      choices: fields(from)
        .filter(each => each.type === 'enum')
        .map(each => ({
          names: { MyChoice: each.choice, my_field: each.name },
          slots: { members: each.values.map(value => py`${py.name(memberOf(value))} = ${py.str(value)}`) },
        })),
    }),
  },
  {
    role: 'storage',
    path: from => beside(sourcePath(from), '_storage'),
    accepts: likeNamed(from => beside(sourcePath(from), '_storage')),
    standing: ({ component }) => ({ template: true, needed: `${component.name} is kept by it.` }),
    purpose: ({ component }) => `Keeps what ${component.name} describes.`,
    effort: 'moderate',
    needs: ['source'],
    template: 'storage.py',
    names: modules,
    slots: from => ({
      unique: unique(fields(from)),
      ...(inDatabase(from) && {
        schema: schema(tableOf(from.component.name), fields(from)),
        statements: statements(tableOf(from.component.name), fields(from), can(from, 'update')),
        reading: reading(from.component.pascal, fields(from)),
      }),
    }),
    loops: from => ({ ...listing(from), ...changing(from), ...recordLoops(from), sqlite: once(inDatabase(from)) }),
  },
  {
    role: 'routes',
    when: isServed,
    path: ({ component, names, structure }) =>
      `${packageFolder(structure, names.package)}/api/v1/${pluralOf(component.name)}.py`,
    accepts: isRoutes,
    standing: ({ component }) => ({ template: true, needed: `The API serves ${component.name} from it.` }),
    purpose: ({ component }) => `Serves ${component.name} over HTTP.`,
    effort: 'moderate',
    needs: ['source', 'api-problems'],
    template: 'routes.py',
    names: modules,
    slots: from => {
      const { pascal } = from.component
      const failures = [
        ...Object.values(failureNames(pascal, from.architecture.errors)),
        ...(raises(from) ? [] : [`${pascal}Failure`]),
      ]
      const names = [pascal, `${pascal}Data`, ...failures, `${pascal}Service`]
      const more = can(from, 'list') ? ['DEFAULT_LIMIT', 'LARGEST_LIMIT', `${pascal}Page`] : []
      return {
        imports: [
          vouched(`from fastapi import APIRouter, Depends, ${can(from, 'list') ? 'Query, ' : ''}Request, Response`),
          vouched(''),
          importing(from, [...more, ...names]),
        ],
      }
    },
    loops: from => ({ ...listing(from), ...changing(from) }),
  },
]

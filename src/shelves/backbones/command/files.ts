import { isLongTerm } from '../../../core/design/purpose.ts'
import { type Escaped, py, vouched } from '../../../core/render/escaped.ts'
import { assigned } from '../../../core/render/long-text.ts'
import { sentence, wrapped } from '../../../core/render/words.ts'
import type { LoopItem } from '../../../ports/unit-file.ts'
import {
  benchPath,
  examplePath,
  fixturePath,
  isSource,
  likeNamed,
  opening,
  propertyPath,
  readsFixture,
  sourcePath,
  testPath,
} from '../shared/component.ts'
import { memberOf } from '../shared/written.ts'
import { choicesOf, stub } from './interface.ts'
import { type CommandFile, type Made, modules, nameOf, parameters } from './made.ts'
import { fieldLine, isRequired, type Parameter, parameterLine } from './parameters.ts'
import { type Asked, full, least, leastRequest, list, objects, table, wrong } from './samples.ts'
import { requests, typing, uses } from './strategies.ts'

/** Where the module of a subcommand lies: together with the others, each in one of its own. */
export const commandPath = (from: Parameters<typeof sourcePath>[0]): string => {
  const path = sourcePath(from)
  const { component, names } = from
  const asked = component.path !== undefined || from.structure.drawn
  return asked ? path : `src/${names.package}/commands/${component.name}.py`
}

const once = (wanted: boolean): readonly LoopItem[] => (wanted ? [{}] : [])
const has = (all: readonly Parameter[], ...types: readonly Parameter['type'][]): boolean =>
  all.some(each => types.includes(each.type))

/** What an attribute means, below the docstring's "Attributes:". */
const attribute = (each: Parameter): readonly Escaped[] =>
  wrapped(`${each.name}: ${py.doc(sentence(each.help))}`, 88).map((line, index) =>
    vouched(index === 0 ? line : `    ${line}`),
  )

const asked = (from: Made, which: 'ASKED' | 'LEAST'): readonly Escaped[] => {
  const all = parameters(from)
  const { typed } = which === 'ASKED' ? full(all) : least(all)
  const request = which === 'ASKED' ? full(all).request : leastRequest(all)
  return [
    vouched(`${which} = ${list([nameOf(from.component), ...typed])}`),
    vouched(
      `${which === 'ASKED' ? 'REQUEST' : 'LEAST_REQUEST'} = ${from.component.pascal}Request(${request.join(', ')})`,
    ),
  ]
}

/** The table that a command answers with, line by line. */
const lines = (use: Asked): readonly string[] => table(use).trimEnd().split('\n')

const importing = (from: Made, names: readonly string[]): Escaped =>
  py`from ${py.name(modules(from)['my_package.my_component'] ?? '')} import ${vouched(names.join(', '))}`

/** The classes that the requests of a test name. */
const named = (from: Made): readonly string[] => [
  ...choicesOf(parameters(from)).map(each => each.choice),
  `${from.component.pascal}Request`,
]

/** The files of a command: its module, its tests, and an example that asks it from Python. */
export const commandFiles: readonly CommandFile[] = [
  {
    role: 'source',
    path: commandPath,
    accepts: isSource,
    purpose: ({ component }) => component.does,
    effort: 'moderate',
    needs: ['package-init', 'actions', 'output', 'program'],
    interface: from => stub(from.component.pascal, parameters(from)),
    template: 'command.py',
    names: modules,
    slots: from => {
      const all = parameters(from)
      // The function takes the context and --json besides.
      const many = all.length > 3
      return {
        opening: opening(from.component),
        attributes: all.flatMap(attribute),
        fields: all.map(each => vouched(fieldLine(each))),
        does: assigned('does', sentence(from.component.does), 96),
        signature: vouched(`def command(${many ? '  # noqa: PLR0913 - one parameter for each argument and flag' : ''}`),
        arguments: all.filter(each => !each.isFlag).flatMap(parameterLine),
        flags: all.filter(each => each.isFlag).flatMap(parameterLine),
        request: vouched(
          `request = ${from.component.pascal}Request(${all.map(each => `${each.name}=${each.variable}`).join(', ')})`,
        ),
      }
    },
    loops: from => {
      const all = parameters(from)
      return {
        described: once(all.length > 0),
        bare: once(all.length === 0),
        enums: once(has(all, 'enum')),
        paths: once(has(all, 'path')),
        floats: once(has(all, 'float')),
        choices: choicesOf(all).map(each => ({
          names: { MyChoice: each.choice },
          slots: {
            says: py`"""What ${vouched(each.typed)} may be."""`,
            members: (each.values ?? []).map(value => py`${py.name(memberOf(value))} = ${py.str(value)}`),
          },
        })),
      }
    },
  },
  {
    role: 'test',
    when: ({ architecture }) => architecture.testing !== 'none',
    path: testPath,
    accepts: likeNamed(testPath),
    purpose: ({ component }) => `Tests how ${component.name} is asked, what it answers, and what it refuses.`,
    effort: 'moderate',
    needs: ['source'],
    template: 'test_command.py',
    names: modules,
    slots: from => {
      const all = parameters(from)
      return {
        names: importing(from, [...named(from), 'register']),
        asked: asked(from, 'ASKED'),
        least: asked(from, 'LEAST'),
        answer: lines(full(all)).map(each => py`${py.str(each)},`),
        objects: objects(all).map(vouched),
        rows: full(all).request.map(each => {
          const at = each.indexOf('=')
          return vouched(`("${each.slice(0, at)}", ${each.slice(at + 1)}),`)
        }),
        wrong: wrong(all).map(each => vouched(`${each},`)),
      }
    },
    loops: from => {
      const all = parameters(from)
      return {
        paths: once(has(all, 'path')),
        described: all.slice(0, 1).map(each => ({ names: { my_field: each.name } })),
        defaults: once(all.some(each => !isRequired(each))),
      }
    },
  },
  {
    role: 'property',
    when: from => from.architecture.testing === 'comprehensive' && parameters(from).length > 0,
    path: propertyPath,
    accepts: likeNamed(propertyPath),
    purpose: ({ component }) => `Tests what holds of ${component.name} for every request.`,
    effort: 'moderate',
    needs: ['source'],
    template: 'test_command_properties.py',
    names: modules,
    slots: from => {
      const all = parameters(from)
      return {
        names: importing(from, [...named(from), 'register']),
        requests: vouched(requests(all, `${from.component.pascal}Request`)),
        typing: typing(all).map(vouched),
      }
    },
    loops: from => {
      const all = parameters(from)
      return { paths: once(uses(all, 'path')), texts: once(uses(all, 'str') || uses(all, 'path')) }
    },
  },
  {
    role: 'fixture',
    when: from => readsFixture(from, 'answer.txt'),
    path: from => fixturePath(from, 'answer.txt'),
    purpose: ({ component }) => `Holds what ${component.name} prints, as scripts rely on it.`,
    effort: 'trivial',
    needs: ['source'],
    template: 'answer.txt',
    slots: from => ({
      answer: lines(full(parameters(from))).map(vouched),
    }),
  },
  {
    role: 'example',
    when: ({ features }) => features.demo !== 'none',
    path: examplePath,
    purpose: ({ component }) => `Carries ${component.name} out by an action of its own, without a command line.`,
    effort: 'simple',
    needs: ['source', 'actions', 'output'],
    template: 'example.py',
    names: modules,
    slots: from => ({
      names: importing(from, named(from)),
      request: vouched(`request = ${from.component.pascal}Request(${full(parameters(from)).request.join(', ')})`),
    }),
    loops: from => ({ paths: once(has(parameters(from), 'path')) }),
  },
  {
    role: 'bench',
    when: isLongTerm,
    path: benchPath,
    purpose: ({ component }) => `Measures how long ${component.name} takes to answer.`,
    effort: 'simple',
    needs: ['source', 'cli'],
    template: 'bench.py',
    names: modules,
    slots: from => ({ asked: asked(from, 'ASKED').slice(0, 1) }),
  },
]

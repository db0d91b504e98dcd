import { deliveredKinds } from '../../core/design/answers/delivered.ts'
import { forWhom } from './for-whom.ts'
import type { Told } from './words.ts'

/** What is looked at of a backbone. */
interface Kind {
  readonly id: string
  readonly title: string
  readonly sample?: string
}

const about: Readonly<Record<string, Told>> = {
  kind: [
    ['Is', 'What makes the component; each kind is a small, real implementation with its tests.'],
    ['Custom', 'For what none of the kinds is; somebody makes it by its interface.'],
  ],
  component: [
    ['Is', 'A part of the project that carries its meaning: a module with its tests, documentation and example.'],
    ['Has', 'name, kind, does (one sentence); options as its kind takes them; for a custom one its interface.'],
  ],
}

/** What a kind is, and for which purposes it is made where that is not every one. */
export const titleOf = (id: string, backbones: readonly Kind[]): string => {
  const whom = forWhom('components.kind', id)
  const title = backbones.find(each => each.id === id)?.title
  return [title, whom === undefined ? undefined : `(${whom})`].filter(each => each !== undefined).join(' ')
}

/** What a component or a kind of one is, and the kinds with a line each. */
export const kindLines = (name: string, backbones: readonly Kind[]): Told => [
  ...((/kind|backbone/.test(name) ? about['kind'] : about['component']) ?? []),
  ...deliveredKinds.map((id): readonly [string, string] => [id, titleOf(id, backbones)]),
  ['More', '`trysquare explain resource` shows the options of that kind, and so for each.'],
]

/** Components as an answers file has them: one that needs no options, and one with the options of its kind. */
export const componentExample = (backbones: readonly Kind[]): string => {
  const options = backbones.find(each => each.id === 'resource')?.sample
  return [
    'components:',
    '  - name: validator',
    '    kind: validator',
    '    does: Checks records against a schema.',
    ...(options === undefined
      ? []
      : [
          '  - name: order',
          '    kind: resource',
          '    does: An order that a shop places and looks up.',
          '    options:',
          ...options
            .trimEnd()
            .split('\n')
            .map(line => `      ${line}`),
        ]),
    '',
  ].join('\n')
}

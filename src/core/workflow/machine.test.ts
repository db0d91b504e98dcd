import { expect, test } from 'vitest'
import { isRefusal, refusal } from '../../base/refusal.ts'
import { machine, mermaid } from './machine.ts'

interface Door {
  readonly at: 'shut' | 'open' | 'gone'
}
type Command = { readonly type: 'push' } | { readonly type: 'burn'; readonly really: boolean }
type Event = { readonly type: 'pushed' } | { readonly type: 'burnt' }

const door = machine<Door, Command, Event>()(
  {
    shut: { push: { to: ['open'], emit: () => [{ type: 'pushed' }] } },
    open: {
      push: { to: ['shut'], emit: () => [{ type: 'pushed' }] },
      burn: {
        to: ['gone'],
        guard: (_, { really }) => (really ? undefined : refusal('TSQ-NO-CHECKS', { what: 'the door' })),
        emit: () => [{ type: 'burnt' }],
      },
    },
    gone: {},
  },
  { at: 'shut' },
  (state, event) => ({ at: event.type === 'burnt' ? 'gone' : state.at === 'shut' ? 'open' : 'shut' }),
)

test('a command that the table knows makes its events; a guard refuses with its reason', () => {
  expect(door.decide({ at: 'shut' }, { type: 'push' })).toEqual([{ type: 'pushed' }])
  expect(door.decide({ at: 'open' }, { type: 'burn', really: false })).toMatchObject({ code: 'TSQ-NO-CHECKS' })
  expect(door.decide({ at: 'open' }, { type: 'burn', really: true })).toEqual([{ type: 'burnt' }])
})

test('a command that the table does not know is refused with what is possible [C-01]', () => {
  expect(door.decide({ at: 'shut' }, { type: 'burn', really: true })).toEqual(
    refusal('TSQ-RUN-ORDER', { at: 'shut', asked: 'burn', possible: ['push'] }),
  )
})

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
  'a hostile command named %s is refused like any other unknown one [Q-05]',
  type => {
    expect(isRefusal(door.decide({ at: 'open' }, { type } as never))).toBe(true)
  },
)

test('the diagram has the beginning, every transition with its guard, and the ends', () => {
  expect(mermaid(door).split('\n')).toEqual([
    'stateDiagram-v2',
    '  [*] --> shut',
    '  shut --> open: push',
    '  open --> shut: push',
    '  open --> gone: burn [guarded]',
    '  gone --> [*]',
    '',
  ])
})

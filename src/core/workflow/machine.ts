import { isRefusal, type Refusal, refusal } from '../../base/refusal.ts'

/** What a command does in a state: where it leads, what forbids it, which events it makes. */
export interface Transition<State, Command, Event> {
  /** Every state that its events may lead to; more than one when the events' data decide. */
  readonly to: readonly string[]
  /** A "no" with its reason; looked at by `decide` only, so old journals are taken as they are. */
  readonly guard?: (state: State, command: Command) => Refusal | undefined
  readonly emit: (state: State, command: Command) => readonly Event[]
}

type Named<Command extends { readonly type: string }, Type> = Extract<Command, { readonly type: Type }>

/** State → command → transition. What is not in the table is refused. */
export type Table<State extends { readonly at: string }, Command extends { readonly type: string }, Event> = {
  readonly [At in State['at']]: { readonly [Type in Command['type']]?: Transition<State, Named<Command, Type>, Event> }
}

/** A workflow as a typed table and a reducer: pure, drawn and walked from the table itself. */
export interface Machine<
  State extends { readonly at: string },
  Command extends { readonly type: string },
  Event extends { readonly type: string },
> {
  readonly table: Table<State, Command, Event>
  readonly initial: State
  readonly apply: (state: State, event: Event) => State
  /** The events that a command makes in a state, or the reason why it makes none. */
  readonly decide: (state: State, command: Command) => readonly Event[] | Refusal
  /** The commands that the table knows in a state. */
  readonly possible: (at: State['at']) => readonly string[]
}

/** Builds a machine; call it with the types, then with the values. */
export const machine =
  <
    State extends { readonly at: string },
    Command extends { readonly type: string },
    Event extends { readonly type: string },
  >() =>
  (
    table: Table<State, Command, Event>,
    initial: State,
    apply: (state: State, event: Event) => State,
    /** Commands in the words in which a person gives them, for a refusal; what no person gives is left out. */
    typed: (at: State['at'], types: readonly string[]) => readonly string[] = (_, types) => types,
  ): Machine<State, Command, Event> => {
    const possible = (at: State['at']) => Object.keys(table[at])
    const decide = (state: State, command: Command): readonly Event[] | Refusal => {
      const row = table[state.at as State['at']] as Readonly<
        Record<string, Transition<State, Command, Event> | undefined>
      >
      // Only the table's own words: `constructor` is a member of every object.
      const transition = Object.hasOwn(row, command.type) ? row[command.type] : undefined
      if (transition === undefined)
        return refusal('TSQ-RUN-ORDER', {
          at: state.at,
          asked: typed(state.at, [command.type])[0] ?? command.type,
          possible: typed(state.at, possible(state.at)),
        })
      const refused = transition.guard?.(state, command)
      return refused !== undefined && isRefusal(refused) ? refused : transition.emit(state, command)
    }
    return { table, initial, apply, decide, possible }
  }

/** The machine as a Mermaid state diagram, from its table. */
export const mermaid = <
  State extends { readonly at: string },
  Command extends { readonly type: string },
  Event extends { readonly type: string },
>(
  drawn: Machine<State, Command, Event>,
): string => {
  const rows = Object.entries<Readonly<Record<string, Transition<State, Command, Event> | undefined>>>(
    drawn.table as Readonly<Record<string, Readonly<Record<string, Transition<State, Command, Event> | undefined>>>>,
  )
  const arrows = rows.flatMap(([at, row]) =>
    Object.entries(row).flatMap(([type, transition]) =>
      (transition?.to ?? []).map(
        to => `  ${at} --> ${to}: ${type}${transition?.guard === undefined ? '' : ' [guarded]'}`,
      ),
    ),
  )
  const ends = rows
    .filter(([at, row]) => Object.values(row).every(each => each?.to.every(to => to === at)))
    .map(([at]) => `  ${at} --> [*]`)
  return ['stateDiagram-v2', `  [*] --> ${drawn.initial.at}`, ...arrows, ...ends, ''].join('\n')
}

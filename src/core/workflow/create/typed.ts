import type { CreateAt, CreateCommand } from './types.ts'

const decideWord: Partial<Readonly<Record<CreateAt, string>>> = {
  critic_1: 'proceed',
  critic_2: 'proceed',
  structure: 'approve',
  additions: 'approve',
}

const decide = (at: CreateAt): string => `decide ${at} ${decideWord[at] ?? 'confirm'}`

/** What a person types to give a command of the machine; what only Trysquare itself does is not there. */
const typed: Readonly<Partial<Record<CreateCommand['type'], (at: CreateAt) => string>>> = {
  begin: () => 'new',
  answer: () => 'next',
  confirm: decide,
  decide,
  reopen: () => 'revise STAGE',
  'reopen-plan': () => 'revise plan',
  'edit-plan': () => 'plan edit',
  approve: () => 'plan approve',
  settle: () => 'decide collisions',
  task: () => 'task list',
}

/** The commands of the machine as a person types them: those that are possible are for a person to read, and to repeat. */
export const typedAt = (at: CreateAt, types: readonly string[]): readonly string[] =>
  types.flatMap(type => typed[type as CreateCommand['type']]?.(at) ?? [])

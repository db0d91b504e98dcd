import { omit } from 'es-toolkit/object/omit'
import { KnownError } from '../../base/errors/known-error.ts'
import { type AgentForm, agentForms, forAgent } from '../../core/documents/sub-prompt/for-agent.ts'
import { type Part, promptParts } from '../../core/documents/sub-prompt/parts.ts'
import { type Size, sizeOf } from '../../core/documents/sub-prompt/size.ts'
import { budgetFrom } from '../prompts.ts'
import type { World } from '../world.ts'
import { viewTask } from './tasks.ts'

/** How a sub-prompt is wanted. */
export interface PromptWanted {
  readonly for: string
  readonly budget?: string | undefined
  readonly part?: string | undefined
}

/** A sub-prompt with its size, whole and in the parts that were asked for. */
export interface PromptView {
  readonly id: string
  readonly path: string
  readonly prompt: string
  readonly size: Size
  readonly parts: readonly Omit<Part, 'body'>[]
}

const formOf = (name: string): AgentForm => {
  const form = agentForms.find(each => each === name.toLowerCase())
  if (form === undefined)
    throw new KnownError('TSQ-UNKNOWN-NAME', { kind: 'form of a prompt', name, known: agentForms })
  return form
}

const wantedOf = <T extends { readonly number: number }>(
  parts: readonly T[],
  part: string | undefined,
): readonly T[] => {
  if (part === undefined) return parts
  const found = parts.filter(each => String(each.number) === part.trim())
  if (found.length === 0)
    throw new KnownError('TSQ-UNKNOWN-NAME', {
      kind: 'part',
      name: part,
      known: parts.map(each => String(each.number)),
    })
  return found
}

/** The sub-prompt of a task as an agent takes it: put in its form, and in parts that fit its budget. */
export const viewPrompt = async (world: World, name: string, wanted: PromptWanted): Promise<PromptView> => {
  const form = formOf(wanted.for)
  const { planned, prompt } = await viewTask(world, name)
  const put = (text: string): string => forAgent(text, planned.path, form)
  const budget = wanted.budget === undefined ? Number.POSITIVE_INFINITY : budgetFrom(wanted.budget, '--budget')
  const parts = promptParts(prompt, planned.id, budget, put)
  return {
    id: planned.id,
    path: planned.path,
    prompt: put(prompt),
    size: sizeOf(put(prompt)),
    parts: wantedOf(parts, wanted.part).map(each => omit(each, ['body'])),
  }
}

import { problemsOf } from '../../../../app/answers.ts'
import type { Refusal } from '../../../../base/refusal.ts'
import type { Given } from '../../../../core/design/answers/schema.ts'
import type { Context } from '../context.ts'

/** What is wrong with a component, by the same rules that an answers file is held against. */
export const componentProblems = (
  { world }: Context,
  component: NonNullable<Given['components']>[number],
): Promise<readonly Refusal[]> => problemsOf(world, { components: [component] })

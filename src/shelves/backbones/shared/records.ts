import type { Architecture } from '../../../core/design/answers/types.ts'
import type { LoopItem } from '../../../ports/unit-file.ts'

/** Records are written as the package writes them; without its own module of logging, to the standard library. */
export const recordLoops = ({
  architecture,
  plan,
}: {
  readonly architecture: Pick<Architecture, 'logging'>
  readonly plan: { readonly modules: Readonly<Record<string, string>> }
}): { readonly structured: readonly LoopItem[]; readonly plain: readonly LoopItem[] } => {
  const structured = architecture.logging === 'structlog' && plan.modules['logging'] !== undefined
  return { structured: structured ? [{}] : [], plain: structured ? [] : [{}] }
}

import type { SyntaxNode } from '../../../ports/grammar.ts'
import type { Source } from '../source/source.ts'
import { isFromOutside } from './outside.ts'
import { beginningOf } from './pieces.ts'

/** Whether a visitor says how an address begins: what stands behind a beginning that is `settled` leads nowhere else. */
export const isLedFromOutside = (source: Source, address: SyntaxNode, settled: RegExp): boolean => {
  const { fixed, rest } = beginningOf(source, address)
  // Both: the address as it is used has passed the judgements before it, the part of it may have been made long before.
  return !settled.test(fixed) && isFromOutside(source, rest) && isFromOutside(source, address)
}

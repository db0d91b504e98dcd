import type { SyntaxNode } from '../../ports/grammar.ts'
import { columnOf, field, lineOf, oneLine, tokens } from './nodes.ts'

/** A place where the text is not Python. */
export interface SyntaxError {
  readonly line: number
  readonly column: number
  readonly message: string
}

const heads = /^(?:async\s+)?(?:if|elif|else|for|while|def|class|try|except|finally|with|match|case)\b/

const about = (node: SyntaxNode): string => {
  if (node.isMissing)
    return `${node.type.startsWith('_') ? 'the end of a statement' : `"${node.type}"`} is missing here`
  const text = oneLine(node.text).slice(0, 60)
  if (heads.test(text) && !text.includes(':')) return `":" seems to be missing after "${text}"`
  const opened = text.replaceAll(/[^([{]/g, '').length - text.replaceAll(/[^)\]}]/g, '').length
  if (opened > 0) return `a bracket that opens in "${text}" is never closed`
  if (opened < 0) return `a bracket that closes in "${text}" was never opened`
  return `"${text}" is not Python`
}

/** `print x` and `exec x` of Python 2: the grammar still takes them. `print [1]` or `print -1` is an expression today. */
const isOldStatement = (node: SyntaxNode): boolean =>
  (node.type === 'print_statement' && /^print\s*["'\w]/.test(node.text)) || node.type === 'exec_statement'

/** Every error of a parsed file, outermost first; an error inside an error is the same one. */
export const syntaxErrorsOf = (root: SyntaxNode): readonly SyntaxError[] => {
  const found: SyntaxError[] = []
  const visit = (node: SyntaxNode): void => {
    if (node.isError || node.isMissing) {
      found.push({ line: lineOf(node), column: columnOf(node), message: about(node) })
      return
    }
    if (isOldStatement(node)) {
      const word = node.type === 'print_statement' ? 'print' : 'exec'
      const message = `${word} is a function in Python 3: write ${word}(…)`
      found.push({ line: lineOf(node), column: columnOf(node), message })
      return
    }
    // The grammar's print statement carries no error flag, so the walk cannot stop at sound nodes; it can at expressions.
    if (node.hasError || field(node, 'body') || /module|block|statement|clause|definition/.test(node.type)) {
      tokens(node).forEach(visit)
    }
  }
  visit(root)
  return found
}

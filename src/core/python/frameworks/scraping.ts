import type { SyntaxNode } from '../../../ports/grammar.ts'
import { field } from '../nodes.ts'
import type { Source } from '../source/source.ts'

const parsers =
  /^[ \t]*(?:from|import) (?:bs4|selectolax|parsel|pyquery|html5lib|lxml(?:\.| import )html|lxml\.etree)\b/m

const fetchers =
  /^(?:requests(?:\.(?:api|Session))?|httpx(?:\.(?:Async)?Client)?|aiohttp\.ClientSession)\.(?:get|post|request|stream)$|^urllib\.request\.urlopen$|^playwright\.\w+\.Page\.goto$/

/** Words of which a file must hold one to fetch pages. */
export const mentionsOfFetching = ['requests', 'httpx', 'aiohttp', 'urlopen', 'playwright'] as const

/** Whether a file takes pages apart: what it fetches is written for people. */
export const parsesPages = (source: Source): boolean => parsers.test(source.text)

const inLoop = (node: SyntaxNode | null): boolean =>
  node !== null &&
  node.type !== 'function_definition' &&
  (/^(?:for_statement|while_statement|list_comprehension|generator_expression)$/.test(node.type) || inLoop(node.parent))

/** The calls of a file that fetch one page after the other. */
export const fetchesInLoops = (source: Source): readonly SyntaxNode[] =>
  source.root
    .descendantsOfType('call')
    .filter(call => call !== null)
    .filter(call => {
      const name = field(call, 'function')?.text ?? ''
      return (
        /(?:get|post|request|stream|urlopen|goto)$/.test(name) &&
        inLoop(call.parent) &&
        fetchers.test(source.callee(call) ?? '')
      )
    })

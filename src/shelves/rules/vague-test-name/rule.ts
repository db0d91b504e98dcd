import { field } from '../../../core/python/nodes.ts'
import { isTestFile } from '../../../core/python/test-file.ts'
import { at, type RuleHit, rule } from '../../../ports/rule.ts'

const empty = /^test_?(?:it|this|that|foo|bar|baz|qux|something|stuff|things?|xxx?|todo|temp|tmp)?_?\d*$/
/** Names whose number belongs to the word: `test_http2`, `test_utf8`. */
const numbered =
  /(?:http|ipv|utf|sha|md|python|py|oauth|level|rfc|log|base|version|v|h|p|s|x|b|web|phase|step|tls|pep|issue|gh|bug)_?\d+$/i

const another = /^(\w*[a-z])_?[2-9]$/

/** `test_parse2` beside `test_parse` says only that there is another one. */
const baseOf = (name: string): string | undefined => (numbered.test(name) ? undefined : another.exec(name)?.[1])

/** Whether any name is worth a look, as far as the text alone tells: in most files none is. */
const mayBeVague = (text: string): boolean => {
  const names = new Set([...text.matchAll(/\bdef (test\w*)/g)].map(([, name = '']) => name))
  return [...names].some(name => empty.test(name) || names.has(baseOf(name) ?? ''))
}

export default rule({
  id: 'vague-test-name',
  pack: 'tests',
  allows: 'allow test names that say nothing',
  what: 'A test is called `test_1`, `test_it` or as another one with a number behind it.',
  why: 'The name is what is read when the test fails, mostly by somebody else: it has to say what does not hold any more.',
  fix: 'Say what is promised: `test_order_without_lines_is_refused`.',
  bad: 'def test_2() -> None:\n    assert price(0) == 0\n',
  good: 'def test_nothing_costs_nothing() -> None:\n    assert price(0) == 0\n',
  at: 'tests/test_price.py',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  files: isTestFile,
  look: {
    by: 'source',
    mentions: ['def test'],
    visit: {
      module: (node, source): readonly RuleHit[] => {
        if (!mayBeVague(source.text)) return []
        const names = node.descendantsOfType('function_definition').flatMap(each => {
          const name = each === null ? undefined : field(each, 'name')
          return each !== null && name?.text.startsWith('test') === true ? [{ each, name, text: name.text }] : []
        })
        const all = new Set(names.map(({ text }) => text))
        return names.flatMap(({ each, name, text }) => {
          const base = baseOf(text)
          // The cheap question first: the other name may still belong to another class.
          if (!empty.test(text) && (base === undefined || !all.has(base))) return []
          const own = source.scopeAt(name.startIndex)
          const isVague = empty.test(text) || (base !== undefined && own.names.has(base))
          return isVague && source.functionAround(each) === undefined
            ? [at(name, `\`${text}\` does not say what is tested.`)]
            : []
        })
      },
    },
  },
})

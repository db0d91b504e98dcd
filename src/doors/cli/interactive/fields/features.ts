import { isRefusal } from '../../../../base/refusal.ts'
import { featuresFor } from '../../../../core/design/answers/guided.ts'
import type { Given } from '../../../../core/design/answers/schema.ts'
import type { Features, Guided } from '../../../../core/design/answers/types.ts'
import type { Suggestion } from '../../../../core/design/suggest.ts'
import { foreseenFeatures } from '../../../../core/design/tree/foreseen.ts'
import { parseTree } from '../../../../core/design/tree/parse.ts'
import type { Context, Field } from '../context.ts'
import { oneOf, several, typed } from './typed.ts'

const no = (): Suggestion => ({ value: 'none', why: 'no answer is NO' })
/** What a drawn or built tree holds of the features, whatever was answered of them. */
const heldBy = (given: Given): Pick<Features, 'api' | 'demo' | 'docs'> => {
  const { mode, tree, guided } = given.structure ?? {}
  const files = mode === 'tree' ? parseTree(tree ?? '') : []
  const foreseen = foreseenFeatures({ ...given, features: undefined }, isRefusal(files) ? [] : files)
  if (mode !== 'guided' || guided === undefined) return foreseen
  const built = featuresFor(guided as Guided)
  return { ...built, api: built.api === 'none' ? foreseen.api : built.api }
}

/** What the tree already holds is suggested; and where only one answer is made for the purpose, that one. */
const foreseen =
  (key: 'api' | 'demo' | 'docs') =>
  ({ state }: Context): Suggestion => {
    const value = heldBy(state.given)[key]
    if (value === 'none') return no()
    return { value, why: key === 'api' ? 'it is served over HTTP' : 'the tree holds it' }
  }
const has = (key: 'api' | 'docs') => (given: Given) => (given.features?.[key] ?? 'none') !== 'none'
const listed = (value: unknown): string => (Array.isArray(value) && value.length > 0 ? value.join(', ') : 'none')

/** Stage 3: five gates; each is answered, and "none" is an answer. */
export const featureFields: readonly Field[] = [
  typed({
    path: 'features.api',
    title: 'HTTP API',
    mark: '1',
    question: 'An HTTP API?',
    raw: oneOf,
    suggestion: foreseen('api'),
  }),
  typed({
    path: 'features.api_audience',
    title: 'API audience',
    mark: '1a',
    question: 'Whom does the API serve?',
    raw: oneOf,
    when: has('api'),
    optional: true,
  }),
  typed({
    path: 'features.ui',
    title: 'User interface',
    mark: '2',
    question: 'A user interface? Libraries, services and programs for the terminal usually need none.',
    raw: oneOf,
    suggestion: no,
  }),
  typed({
    path: 'features.demo',
    title: 'Demonstration',
    mark: '3',
    question: 'A demonstration under examples/?',
    raw: oneOf,
    suggestion: foreseen('demo'),
  }),
  typed({
    path: 'features.docs',
    title: 'Documentation site',
    mark: '4',
    question: 'A documentation site?',
    raw: oneOf,
    suggestion: foreseen('docs'),
  }),
  typed({
    path: 'features.docs_contents',
    title: 'Site contents',
    mark: '4a',
    question: 'What is in it: api-reference, tutorials, architecture, contributing?',
    raw: several,
    shown: listed,
    when: has('docs'),
    optional: true,
  }),
  typed({
    path: 'features.readme_languages',
    title: 'README languages',
    mark: '5',
    question: 'Further languages of the README: two letters each, such as de, zh.',
    explains: [
      'German (de) is written here; another language needs an agent or a person, and is an open item until then.',
    ],
    raw: text => (text === 'none' ? [] : several(text)),
    shown: listed,
    suggestion: no,
  }),
]

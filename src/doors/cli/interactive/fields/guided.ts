import type { Given } from '../../../../core/design/answers/schema.ts'
import { suggestedGuided } from '../../../../core/design/suggest/guided.ts'
import type { Context, Field } from '../context.ts'
import { oneOf, several, type Typed, typed } from './typed.ts'

const isGuided = (given: Given): boolean => given.structure?.mode === 'guided'
const listed = (value: unknown): string => (Array.isArray(value) && value.length > 0 ? value.join(', ') : 'none')
const choices = (text: string): readonly string[] => (/^(?:none|n)$/i.test(text.trim()) ? [] : several(text))
const yesOrNo = (text: string): string =>
  ({ y: 'yes', n: 'no' })[text.trim().toLowerCase()] ?? text.trim().toLowerCase()

/** One of the six questions; each suggestion follows from the purpose, and says why. */
const question = (key: keyof ReturnType<typeof suggestedGuided>, about: Omit<Typed, 'path' | 'when' | 'suggestion'>) =>
  typed({
    ...about,
    path: `structure.guided.${key}`,
    when: isGuided,
    suggestion: ({ state }: Context) => suggestedGuided(state.given)[key],
  })

/** The six questions from which a tree is built. */
export const guidedFields: readonly Field[] = [
  question('components', { title: 'Components lie', mark: '1a', question: 'Where do the components lie?', raw: oneOf }),
  question('exposure', {
    title: 'Exposure',
    mark: '1b',
    question: 'How is it reached from outside, besides being imported? One, both, or none.',
    raw: choices,
    shown: listed,
  }),
  question('directories', {
    title: 'Directories',
    mark: '1c',
    question: 'Which directories besides? Some of these, or none.',
    explains: ['A folder is made with the first file in it; git keeps no empty ones.'],
    raw: choices,
    shown: listed,
  }),
  question('examples', {
    title: 'Examples',
    mark: '1d',
    question: 'Are there examples, in examples/? yes or no',
    raw: yesOrNo,
    shown: value => (value === true ? 'yes' : 'no'),
    problem: text => (['yes', 'no'].includes(yesOrNo(text)) ? undefined : 'yes or no.'),
  }),
  question('tests', { title: 'Tests lie', mark: '1e', question: 'Where do the tests lie?', raw: oneOf }),
  question('docs', {
    title: 'Documentation',
    mark: '1f',
    question: 'In which format is the documentation?',
    raw: oneOf,
  }),
]

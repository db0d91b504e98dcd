import { answerKey } from '../answer-key.ts'
import { words } from './words.ts'

const orSee = (path: string, more = answerKey(path)) => `see \`trysquare explain ${more}\``

const oneOfThem = (ids: readonly string[]): readonly string[] =>
  ids.length === 0 ? ['None of its choices is made.'] : [`It must be one of ${ids.join(', ')}.`]

const writeOne = (ids: readonly string[]): string =>
  ids.length === 0 ? 'Take it out' : `Write ${ids.length === 1 ? '' : 'one of '}${ids.join(', ')}`

const notMadeWords = (ids: readonly string[] = []): readonly string[] =>
  ids.length === 0 ? [] : [`Not made by this version for such a project: ${ids.join(', ')}.`]

export const answersErrors = {
  'TSQ-ANSWERS-VALUE': words<{
    path: string
    value: string
    /** What can be written, and is made. */
    choices: readonly string[]
    /** Valid choices that are refused: this version makes them for nobody, or not for this purpose. */
    notMade?: readonly string[]
    nearest?: string
    because: string
    /** What explains more than the path itself. */
    see?: string
  }>({
    meaning: 'An answer is not one of its choices.',
    what: d => `${d.path}: "${d.value}" is not a choice`,
    why: d => [d.because, ...oneOfThem(d.choices), ...notMadeWords(d.notMade)].join(' '),
    todo: d => {
      const { nearest, choices } = d
      if (nearest !== undefined && choices.includes(nearest))
        return `Write "${nearest}" (nearest), or ${orSee(d.path, d.see)}.`
      const near = nearest === undefined ? '' : `The nearest, "${nearest}", is not made. `
      return `${near}${writeOne(choices)}, or ${orSee(d.path, d.see)}.`
    },
    brief: ({ nearest, choices }) =>
      nearest !== undefined && choices.includes(nearest)
        ? `Write "${nearest}" (nearest), or another of ${choices.join(', ')}.`
        : `${writeOne(choices)}.`,
  }),
  'TSQ-ANSWERS-LETTER': words<{ path: string; letter: string; ids: readonly string[] }>({
    meaning: 'A letter stands for two answers; the id says which.',
    what: d => `${d.path}: the letter ${d.letter} stands for ${d.ids.join(' and ')}`,
    why: () => 'Each is another piece of software, and nobody but you can say which is meant.',
    todo: d => `Write ${d.ids.join(' or ')} instead of the letter.`,
  }),
  'TSQ-ANSWERS-INVALID': words<{ path: string; value: string; reason: string; todo: string }>({
    meaning: 'An answer has the right shape, but cannot be used as it is.',
    generally: 'The message says what form it must have; `trysquare explain PATH` says more of that answer.',
    what: d => `${d.path}: "${d.value}" cannot be used`,
    why: d => d.reason,
    todo: d => d.todo,
    brief: d => `${d.reason} ${d.todo}`,
  }),
  'TSQ-ANSWERS-SHAPE': words<{ path: string; expected: string; found: string; todo?: string; see?: string }>({
    meaning: 'A value of the answers file is missing or of the wrong kind, such as a text where a list belongs.',
    generally: 'Write what the message names: a single value, a list such as [a, b], or a section of keys.',
    what: d => (d.found === 'nothing' ? `${d.path} is missing` : `${d.path}: ${d.found} where ${d.expected} belongs`),
    why: () => 'Trysquare never guesses what was meant.',
    todo: d => `${d.todo ?? `Write ${d.expected}.`} See \`trysquare explain ${d.see ?? answerKey(d.path)}\`.`,
    brief: d => d.todo ?? `Write ${d.expected}.`,
  }),
  'TSQ-ANSWERS-KEY': words<{ path: string; nearest?: string; known: readonly string[] }>({
    meaning: 'The answers file has a key that the schema does not know.',
    what: d => `${d.path}: there is no such key`,
    why: () => 'A misspelt key would otherwise be an answer that is silently not given.',
    todo: d =>
      d.nearest
        ? `Write "${d.nearest}" (nearest), or take the line out.`
        : `Take the line out${d.known.length === 0 ? '' : `; known here: ${d.known.join(', ')}`}.`,
    brief: d => (d.nearest ? `Write "${d.nearest}" (nearest).` : 'Take the line out.'),
  }),
  'TSQ-ANSWERS-SYNTAX': words<{ problem: string }>({
    meaning: 'The answers file is not YAML.',
    what: d => `the answers file cannot be read: ${d.problem}`,
    why: () => 'Answers are kept as YAML, so that people can read and compare them.',
    todo: () => 'Mend the line; `trysquare new --blank` writes a fresh file to compare with.',
  }),
  'TSQ-ANSWERS-NONE': words<{ file: string }>({
    meaning: 'The answers file is not there or cannot be read.',
    what: d => `no answers file at ${d.file}`,
    why: () => 'Without it every question would be open.',
    todo: () => 'Give the path of an existing file; `trysquare new --blank > answers.yaml` writes an empty one.',
  }),
  'TSQ-UNDELIVERED': words<{ path: string; value: string; instead: string }>({
    meaning: 'The answer is a valid choice that this version of Trysquare does not deliver yet.',
    generally:
      'The message names what is made instead; `trysquare explain PATH` lists every choice, and for which purpose it is made.',
    what: d => `${d.path}: ${d.value} is not delivered yet`,
    why: () => 'Trysquare refuses what it cannot make well, before anything is written.',
    todo: d => d.instead,
  }),
  'TSQ-TREE-LINE': words<{ text: string; reason: string }>({
    meaning: 'A line of the pasted directory tree cannot be read as a path.',
    what: d => `structure.tree: "${d.text}" cannot be read`,
    why: d => d.reason,
    todo: () => 'Mend that line; a drawing (├──), an indented list or one path per line all work.',
  }),
  'TSQ-TREE-MISFIT': words<{ path: string; reason: string; todo: string }>({
    meaning: 'The pasted tree does not fit the design.',
    generally: 'Change the tree or the design as the message says; `trysquare revise structure` opens both in a run.',
    what: d => `structure.tree: ${d.path} does not fit the design`,
    why: d => d.reason,
    todo: d => d.todo,
  }),
  'TSQ-STUB-NEEDED': words<{ path: string; name: string; does: string }>({
    meaning: 'A custom component has no interface yet; what it offers is approved before it is made.',
    exit: 3,
    what: d => `${d.path} is needed: ${d.name} has no interface`,
    why: () => 'A custom component is made by an agent or a person, and held against its interface.',
    todo: () =>
      'Add `interface: |` with the signatures of its public functions and classes; with `--doer exec:<command>` one is proposed to you.',
  }),
  'TSQ-COMPONENT': words<{ path: string; reason: string; todo: string }>({
    meaning: 'A component of the design cannot be planned.',
    generally:
      'Change that key of the component, or take it out; `trysquare explain KIND` shows the options that a kind takes.',
    what: d => `${d.path} cannot be planned`,
    why: d => d.reason,
    todo: d => d.todo,
    brief: d => `${d.reason} ${d.todo}`,
  }),
} as const

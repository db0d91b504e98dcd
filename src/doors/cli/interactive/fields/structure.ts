import { isRefusal } from '../../../../base/refusal.ts'
import { independent } from '../../../../core/design/suggest/independent.ts'
import { parseTree } from '../../../../core/design/tree/parse.ts'
import type { Context, Field, Reply } from '../context.ts'
import { components } from './components.ts'
import { guidedFields } from './guided.ts'
import { oneOf, typed } from './typed.ts'

const pasted = async ({ talk, state }: Context): Promise<Reply> => {
  let before = state.given.structure?.tree ?? ''
  talk.say(
    '',
    `${talk.style.bold('Directory tree')}  Paste a drawing, an indented list, or one path per line.`,
    talk.style.dim('  An empty line ends it · e opens your editor · < goes back'),
  )
  for (;;) {
    const first = await talk.ask('Tree', { lines: 'block' })
    if (first === '<') return { kind: 'back' }
    if (first === '?') {
      talk.say(
        '  The drawing decides where files lie. What your decisions need and it lacks is proposed afterwards, with its reason.',
      )
      continue
    }
    const tree = first === 'e' ? await talk.edit(before, 'tree.txt') : first
    if (tree === undefined) continue
    if (tree.trim() === '') {
      if (before === '') talk.refuse('The tree is empty.')
      else return { kind: 'values', values: {} }
      continue
    }
    const files = parseTree(tree)
    if (isRefusal(files)) {
      talk.refuse(files)
      if (files.place?.line !== undefined)
        talk.say(`  It is line ${files.place.line}; e opens what you gave in your editor.`)
      before = tree
      continue
    }
    talk.say(talk.style.dim(`  ✓ ${files.length} files`))
    return { kind: 'values', values: { structure: { mode: 'tree', tree } } }
  }
}

/** Stage 2: where the tree comes from, and the parts that carry the project's meaning. */
export const structureFields: readonly Field[] = [
  typed({
    path: 'structure.mode',
    title: 'Directory tree',
    mark: '1',
    question: 'Where does it come from?',
    explains: [
      'The tree is drawn and approved before the features are asked; what later answers need and it lacks is proposed.',
    ],
    raw: oneOf,
    suggestion: () => independent['structure.mode'],
  }),
  {
    path: 'structure.tree',
    title: 'The tree',
    mark: '1a',
    main: true,
    when: given => given.structure?.mode === 'tree',
    ask: pasted,
  },
  ...guidedFields,
  { path: 'components', title: 'Components', mark: '2', main: true, ask: components },
]

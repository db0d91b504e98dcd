import { type Portrait, portraitOf } from '../src/core/project/portrait.ts'
import { type Project, projectOf } from '../src/core/project/project.ts'
import { isSetting, viewOf } from '../src/core/project/view.ts'
import { type SetupCall, setupCall } from '../src/core/python/packaging/setup-py.ts'
import { type SourceFacts, sourceFacts } from '../src/core/python/source-facts.ts'
import { loadGrammar } from '../src/world/grammar/tree-sitter.ts'

const grammar = await loadGrammar()

/** A tree of texts, as a project that was read. */
export const projectIn = (tree: Readonly<Record<string, string>>): Project => {
  const entries = Object.entries(tree)
  const python = new Map<string, SourceFacts>()
  const setups = new Map<string, SetupCall>()
  for (const [path, text] of entries.filter(([each]) => each.endsWith('.py')))
    grammar.parsing(text, root => {
      python.set(path, sourceFacts(root, text))
      const call = path.endsWith('setup.py') ? setupCall(root) : undefined
      if (call !== undefined) setups.set(path, call)
    })
  return projectOf(
    viewOf({
      paths: Object.keys(tree).toSorted(),
      texts: new Map(entries.filter(([path]) => isSetting(path))),
      python,
      setups,
    }),
  )
}

/** What is told of a tree. */
export const portraitIn = (tree: Readonly<Record<string, string>>): Portrait => portraitOf(projectIn(tree))

/** The claims on a topic, each with its place: `uv @ uv.lock:1`. */
export const claimsOn = (portrait: Portrait, topic: string): readonly string[] =>
  portrait.claims
    .filter(each => each.topic === topic)
    .map(({ value, place }) => `${value} @ ${place.path}:${place.line}`)

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Language, Parser, type Tree } from 'web-tree-sitter'
import { followed } from '../../base/errors/nested-too-deeply.ts'
import { keeping } from '../../base/keep.ts'
import type { Grammar, SyntaxNode } from '../../ports/grammar.ts'

const bytesOf = (specifier: string): Promise<Uint8Array> => readFile(fileURLToPath(import.meta.resolve(specifier)))

/** Every check of a tree looks at the same files one after the other; a project of ordinary size is parsed once for all of them. */
const most = 64

interface Kept {
  readonly parsed: Tree
  /** Whoever looks at it now: a tree that is no longer kept is freed by its last user. */
  users: number
  dropped: boolean
}

const free = (tree: Kept): void => {
  if (tree.dropped && tree.users === 0) tree.parsed.delete()
}

const load = async (): Promise<Grammar> => {
  const [engine, python] = await Promise.all([
    bytesOf('web-tree-sitter/web-tree-sitter.wasm'),
    bytesOf('tree-sitter-python/tree-sitter-python.wasm'),
  ])
  await Parser.init({ wasmBinary: engine })
  const parser = new Parser().setLanguage(await Language.load(python))
  const treeOf = keeping<string, Kept>(
    most,
    source => {
      const parsed = parser.parse(source)
      if (!parsed) throw new Error('tree-sitter gave no tree')
      return { parsed, users: 0, dropped: false }
    },
    tree => {
      tree.dropped = true
      free(tree)
    },
  )
  return {
    version: 'tree-sitter-python 0.25.0',
    parsing: <T>(source: string, use: (root: SyntaxNode) => T): T => {
      const tree = treeOf(source)
      tree.users += 1
      try {
        return followed(() => use(tree.parsed.rootNode))
      } finally {
        tree.users -= 1
        free(tree)
      }
    },
  }
}

let loaded: Promise<Grammar> | undefined

/** The Python grammar that comes with Trysquare; loaded once in a process (about 20 ms). */
export const loadGrammar = (): Promise<Grammar> => (loaded ??= load())

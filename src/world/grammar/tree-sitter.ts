import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Language, Parser } from 'web-tree-sitter'
import type { Grammar, SyntaxNode } from '../../ports/grammar.ts'

const bytesOf = (specifier: string): Promise<Uint8Array> => readFile(fileURLToPath(import.meta.resolve(specifier)))

const load = async (): Promise<Grammar> => {
  const [engine, python] = await Promise.all([
    bytesOf('web-tree-sitter/web-tree-sitter.wasm'),
    bytesOf('tree-sitter-python/tree-sitter-python.wasm'),
  ])
  await Parser.init({ wasmBinary: engine })
  const parser = new Parser().setLanguage(await Language.load(python))
  return {
    version: 'tree-sitter-python 0.25.0',
    parsing: <T>(source: string, use: (root: SyntaxNode) => T): T => {
      const tree = parser.parse(source)
      if (!tree) throw new Error('tree-sitter gave no tree')
      try {
        return use(tree.rootNode)
      } finally {
        tree.delete()
      }
    },
  }
}

let loaded: Promise<Grammar> | undefined

/** The Python grammar that comes with Trysquare; loaded once in a process (about 20 ms). */
export const loadGrammar = (): Promise<Grammar> => (loaded ??= load())

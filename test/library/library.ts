import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ImportFacts, importFacts } from '../../src/core/python/import-graph.ts'
import { allImportsOf } from '../../src/core/python/imports.ts'
import type { ModuleInterface } from '../../src/core/python/interface.ts'
import { interfaceOf } from '../../src/core/python/interface-of.ts'
import { loadGrammar } from '../../src/world/grammar/tree-sitter.ts'

/** Runs a few lines in the interpreter of this machine, without site packages and settings of its own. */
export const python = (code: string, ...args: readonly string[]): string =>
  execFileSync('python3', ['-I', '-S', '-c', code, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 60_000,
    maxBuffer: 50_000_000,
  })

const [folder = '', version = ''] = python(
  'import sys, sysconfig; print(sysconfig.get_path("stdlib")); print("%d.%d" % sys.version_info[:2])',
).split('\n')

/** What the library is read for. */
export const target = { python: version, platform: process.platform }

/** No part of the library that programs import. */
const apart =
  /(?:^|\/)(?:tests?|site-packages|dist-packages|idlelib|turtledemo|lib2to3|__phello__|ensurepip|config-[^/]*)(?:\/|$)/

/** The sources of the interpreter's own library, by their paths in it. */
export const library: ReadonlyMap<string, string> = new Map(
  globSync('**/*.py', { cwd: folder })
    .filter(path => !apart.test(path))
    .toSorted()
    .map(path => [path, readFileSync(join(folder, path), 'utf8')] as const),
)

const grammar = await loadGrammar()

/** What a text offers. */
export const interfaceIn = (text: string): ModuleInterface =>
  grammar.parsing(text, root => interfaceOf(root, () => true))

/** What a text gives to the import graph. */
export const importsIn = (text: string): ImportFacts =>
  grammar.parsing(text, root =>
    importFacts(
      allImportsOf(root),
      interfaceOf(root, () => true),
    ),
  )

/** Whether a text parses. */
export const parses = (text: string): boolean => grammar.parsing(text, root => !root.hasError)

import { readFileSync } from 'node:fs'
import { inspect, type Lens } from '../../src/core/gates/rules/inspect.ts'
import { judgeProject } from '../../src/core/gates/rules/project.ts'
import { settle } from '../../src/core/gates/rules/settle.ts'
import type { Rule, RuleProject } from '../../src/ports/rule.ts'
import { loadRuff } from '../../src/world/grammar/ruff.ts'
import { loadGrammar } from '../../src/world/grammar/tree-sitter.ts'
import { secretScanner } from '../../src/world/secrets.ts'

/** A file of a case: `wanted` are the lines that must be found in it. */
export interface CaseFile {
  readonly path: string
  readonly text: string
  readonly wanted: readonly number[]
  /** What it is after every mend, safe or not; undefined where the case says nothing of it. */
  readonly mended?: string
}

/** Files that are looked at together, with the heading above them. */
export interface Case {
  readonly title: string
  readonly files: readonly CaseFile[]
}

/** Where a block lies that names no path. */
export const ordinary = 'src/app/case.py'

const fence = /^```(\w+)(?: (mended))?(?: path=(\S+))?$/

interface Block {
  readonly section: string
  readonly path: string | undefined
  readonly mended: boolean
  readonly lines: readonly string[]
}

/** `# 300 times: x = 1` stands for that many lines. */
const repeated = (line: string): readonly string[] => {
  const [, indent = '', times, text = ''] = /^(\s*)# (\d{1,4}) times: (.*)$/.exec(line) ?? []
  return times === undefined ? [line] : Array.from({ length: Number(times) }, () => indent + text)
}

const blocksOf = (text: string): readonly Block[] => {
  const blocks: Block[] = []
  let section = ''
  let open: { readonly head: RegExpExecArray; readonly lines: string[] } | undefined
  for (const line of text.split('\n')) {
    const head = fence.exec(line)
    if (open !== undefined && line === '```') {
      blocks.push({ section, path: open.head[3], mended: open.head[2] !== undefined, lines: open.lines })
      open = undefined
    } else if (open !== undefined) open.lines.push(...repeated(line))
    else if (line.startsWith('## ')) section = line.slice(3)
    else if (head !== null) open = { head, lines: [] }
  }
  return blocks
}

const mark = /\s*(?:#|<!--) finding: ([\w-]+(?:, [\w-]+)*)(?: -->)?$/

const unmarked = (line: string): string => line.replace(mark, '')

const marksIn = (line: string): readonly string[] => mark.exec(line)?.[1]?.split(', ') ?? []

const fileOf = (id: string, { path, lines }: Block, next: Block | undefined): CaseFile => ({
  path: path ?? ordinary,
  wanted: lines.flatMap((each, index) => (marksIn(each).includes(id) ? [index + 1] : [])),
  // The marks are for the reader; a rule must not see them.
  text: `${lines.map(unmarked).join('\n')}\n`,
  ...(next?.mended === true && { mended: `${next.lines.join('\n')}\n` }),
})

/**
 * The cases of a `cases.md`. A block is a file; the blocks of a section whose fences name a path (```python path=src/app/db.py) are one
 * project. ```python mended behind a block is what every mend of the rule makes of it. The rules of a family share the cases of their folder.
 */
export const casesOf = (id: string, folder = id): readonly Case[] => {
  const blocks = blocksOf(readFileSync(new URL(`../../src/shelves/rules/${folder}/cases.md`, import.meta.url), 'utf8'))
  const files = blocks.flatMap((each, index) =>
    each.mended ? [] : [{ each, file: fileOf(id, each, blocks[index + 1]) }],
  )
  const sections = Map.groupBy(files, ({ each }) => each.section)
  return [...sections].flatMap(([title, all]): readonly Case[] =>
    all.some(({ each }) => each.path !== undefined)
      ? [{ title, files: all.map(({ file }) => file) }]
      : all.map(({ file }) => ({ title, files: [file] })),
  )
}

/** The tools with which cases are looked at. */
export const lensFor = async (rules: readonly Rule[]): Promise<Lens> => ({
  rules,
  grammar: await loadGrammar(),
  ruff: await loadRuff(),
  target: 'py311',
})

/** Everything that some rules find in some files, as `trysquare check` would. */
export const lookedAt = async (lens: Lens, files: readonly Pick<CaseFile, 'path' | 'text'>[]) => {
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  const project: RuleProject = {
    python: '3.11',
    packages: [...new Set(files.flatMap(({ path }) => /^src\/(\w+)\//.exec(path)?.[1] ?? []))],
    tree: [...texts.keys()],
    text: path => texts.get(path),
  }
  const inspected = await Promise.all(
    files.map(async ({ path, text }) => inspect(path, text, lens, await secretScanner().scan(path, text))),
  )
  return settle(inspected, judgeProject(inspected, lens.rules, project), lens.rules)
}

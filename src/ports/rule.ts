import type { Confidence, Severity } from '../core/gates/finding.ts'
import type { Pack } from '../core/gates/rules/packs.ts'
import type { ZenShare } from '../core/gates/zen.ts'
import type { Import } from '../core/python/imports.ts'
import type { Prose } from '../core/python/source/prose.ts'
import type { Source } from '../core/python/source/source.ts'
import type { SyntaxNode } from './grammar.ts'

/** A change of a text: what lies between two places in characters becomes another text. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A change that mends what was found. */
export interface Fix {
  /** What it does, one sentence. */
  readonly does: string
  /** `safe`: what the program does stays; `unsafe`: a person should look. */
  readonly safety: 'safe' | 'unsafe'
  readonly edits: readonly Edit[]
}

/** A place in a text that a rule complains about. */
export interface RuleHit {
  /** 1-based. */
  readonly line: number
  /** 1-based, in UTF-16 units. */
  readonly column: number
  readonly message: string
  /** Where it ends, when more than the line is meant; 1-based, behind the last character. */
  readonly end?: { readonly line: number; readonly column: number }
  /** The function or class that it lies in, dotted; worked out from the place where it is left out. */
  readonly symbol?: string
  readonly fix?: Fix
}

/** A hit somewhere in a project. */
export interface ProjectHit extends RuleHit {
  readonly path: string
}

/** What rules about a whole project know of each of its Python files: plain data, kept by content. */
export interface FileFacts {
  readonly path: string
  readonly imports: readonly Import[]
  /** What the rule itself read off the file with {@link ProjectLook.collect}. */
  readonly collected: unknown
}

/** What a rule may know of the project besides the file. */
export interface RuleProject {
  /** The lowest Python version of the range, `3.11`. */
  readonly python: string
  /** The project's own packages, by import name. */
  readonly packages: readonly string[]
  /** Every path of the tree. */
  readonly tree: readonly string[]
  /** The text of a small file of the tree that is no Python: `pyproject.toml`. */
  readonly text: (path: string) => string | undefined
}

/** Looks at any text file. */
export interface TextLook {
  readonly by: 'text'
  readonly find: (text: string, path: string) => readonly RuleHit[]
}

/** Looks at what people read: comments, docstrings and shown texts of Python, and the words of Markdown, line by line. */
export interface ProseLook {
  readonly by: 'prose'
  /** What a file must hold to be of interest at all; most are passed over by this alone. It must not take for ever on any text. */
  readonly mentions: RegExp
  readonly find: (prose: Prose, path: string) => Hits
}

/** What a visitor answers: nothing, a hit, or several. */
export type Hits = RuleHit | readonly RuleHit[] | undefined

/** Looks at nodes of parsed Python, by their type. */
export interface SourceLook {
  readonly by: 'source'
  /**
   * Words of which a file must hold one to be of interest at all, as they stand in its text. Most files are passed over by this alone,
   * so give them wherever the rule is about something with a name.
   */
  readonly mentions?: readonly string[]
  readonly visit: Readonly<Record<string, (node: SyntaxNode, source: Source) => Hits>>
}

/** Looks at all files of a project together. */
export interface ProjectLook {
  readonly by: 'project'
  /** What it must know of each file beyond its imports; plain data, kept by the file's content and path. */
  readonly collect?: (source: Source) => unknown
  readonly judge: (files: readonly FileFacts[], project: RuleProject) => readonly ProjectHit[]
}

/** A rule of Ruff, under a page of ours. */
export interface RuffLook {
  readonly by: 'ruff'
  /** Its code: `ASYNC251`. */
  readonly code: string
  /** A hit of Ruff that is none for us, with the reason in the rule. */
  readonly except?: (hit: RuleHit, source: Source) => boolean
  /** That Ruff's own change mends it, in our words; Ruff as we run it does not tell how safe its change is. */
  readonly mends?: Pick<Fix, 'does' | 'safety'>
  /** Settings of the rule, as `[tool.ruff.lint]` has them: `{ mccabe: { 'max-complexity': 20 } }`. */
  readonly options?: Readonly<Record<string, unknown>>
}

/** A comment that silences rules at its statement: `# trysquare: ignore[rule, pack] reason`. */
export interface Suppression {
  /** 1-based, where the comment stands. */
  readonly line: number
  readonly column: number
  /** The lines that it speaks for, both included. */
  readonly from: number
  readonly to: number
  /** Rules, packs or codes. */
  readonly names: readonly string[]
  readonly reason: string
}

/** Looks at the comments that silence rules, once everything else has spoken. */
export interface SuppressionLook {
  readonly by: 'suppression'
  /** What is wrong with it; undefined when nothing is. */
  readonly judge: (
    each: Suppression,
    known: {
      /** Names that silenced nothing although their rules were looked for. */
      readonly idle: readonly string[]
      /** Names that no rule, pack or code has. */
      readonly unknown: readonly string[]
    },
  ) => string | undefined
}

export type Look = TextLook | ProseLook | SourceLook | ProjectLook | RuffLook | SuppressionLook

/** Finds one kind of thing in source. Its page is in it, its literate cases (`cases.md`) lie beside it. */
export interface Rule {
  readonly id: string
  readonly pack: Pack
  /** Reads as "allow X". */
  readonly allows: string
  readonly what: string
  readonly why: string
  readonly fix: string
  /** A file that it finds something in, and one that does the same rightly. */
  readonly bad: string
  readonly good: string
  /** Where the two examples lie, for a rule that looks at paths; `src/app/case.py` where it is left out. */
  readonly at?: string
  /** What else lies in the project of the two examples, by path, for a rule that holds only in some projects. */
  readonly beside?: Readonly<Record<string, string>>
  readonly cwe?: string
  readonly severity: Severity
  readonly confidence: Confidence
  readonly since: string
  /** Only found when it is selected by name: a matter of a house's taste. */
  readonly optIn?: true
  /** Where it counts when the Zen is measured, asked for or not. */
  readonly zen?: ZenShare
  /** Which files it says something of; all Python files where it is left out, all texts for a text rule. */
  readonly files?: (path: string) => boolean
  readonly look: Look
}

/** Declares a rule. */
export const rule = (unit: Rule): Rule => unit

/** A hit at a node. */
export const at = (node: SyntaxNode, message: string, more: Pick<RuleHit, 'fix' | 'symbol'> = {}): RuleHit => ({
  line: node.startPosition.row + 1,
  column: node.startPosition.column + 1,
  end: { line: node.endPosition.row + 1, column: node.endPosition.column + 1 },
  message,
  ...more,
})

/** A hit at the line where a node begins: the head of a function, class or clause, without its body. */
export const atHead = (node: SyntaxNode, message: string, more: Pick<RuleHit, 'fix' | 'symbol'> = {}): RuleHit => ({
  line: node.startPosition.row + 1,
  column: node.startPosition.column + 1,
  message,
  ...more,
})

/** An edit that puts another text in the place of a node. */
export const replaced = (node: SyntaxNode, text: string): Edit => ({ start: node.startIndex, end: node.endIndex, text })

import type { RepoPath } from '../../base/repo-path.ts'
import { utf8Text } from '../../base/utf8.ts'
import { findingId } from '../../core/gates/finding-id.ts'
import type { Found, Inspected } from '../../core/gates/rules/found.ts'
import { inspect, type Lens } from '../../core/gates/rules/inspect.ts'
import { decodePython } from '../../core/python/encoding.ts'
import type { SecretScanner } from '../../ports/secrets.ts'

/** A lens, and the scanner whose hits it is handed. */
export interface Eyes extends Lens {
  readonly secrets: SecretScanner
}

/** A file as it lies on the disk. */
export interface Unread {
  readonly path: string
  readonly bytes: Uint8Array
}

/** A file of which no rule can say anything: that is a finding, never a skip. */
export const unreadable = (path: string, problem: string, line = 1): Inspected => {
  const message = `The file cannot be read as Python source: ${problem}.`
  const found: Found = {
    id: findingId({ rule: 'not-text', path, text: problem }),
    check: 'rules',
    rule: 'not-text',
    pack: 'errors',
    path: path as RepoPath,
    line,
    column: 1,
    message,
    severity: 'high',
    confidence: 'high',
    why: 'What cannot be read cannot be imported, and hides whatever else is in it.',
    fix: 'Save it as UTF-8 text.',
  }
  return { path, found: [found], suppressions: [], collected: {}, imports: [], lines: 0, code: 0 }
}

const lookInto = async (path: string, text: string, eyes: Eyes): Promise<Inspected> => {
  const wanted = eyes.rules.some(({ look, files }) => look.by === 'secrets' && (files?.(path) ?? true))
  return inspect(path, text, eyes, wanted ? await eyes.secrets.scan(path, text) : [])
}

/** Looks at one file. What is no Python and no text either holds nothing for a rule. */
export const lookAt = async ({ path, bytes }: Unread, eyes: Eyes): Promise<Inspected> => {
  if (!/\.pyi?$/.test(path)) {
    const text = utf8Text(bytes)
    return lookInto(path, text === undefined || text.includes('\0') ? '' : text, eyes)
  }
  const decoded = decodePython(bytes)
  return 'problem' in decoded ? unreadable(path, decoded.problem, decoded.line) : lookInto(path, decoded.text, eyes)
}

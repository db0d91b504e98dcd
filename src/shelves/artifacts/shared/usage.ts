import type { Usage } from '../../../core/design/world.ts'
import { type Escaped, md } from '../../../core/render/escaped.ts'

/** Code with what it prints. */
export const shown = (usage: Usage): readonly Escaped[] => [
  ...md.block('python', usage.code),
  ...(usage.prints === '' ? [] : [md``, md`It prints:`, md``, ...md.block('text', usage.prints)]),
]

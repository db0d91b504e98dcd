/** One part of a template: lines as they lie, or a device with what it encloses. */
export type Node =
  | { readonly is: 'line'; readonly text: string; readonly line: number }
  | {
      readonly is: 'if'
      readonly key: string
      readonly values: readonly string[]
      readonly chosen: readonly Node[]
      readonly otherwise: readonly Node[]
      readonly line: number
    }
  | {
      /** Written with async and await, and made without them for these answers. */
      readonly is: 'blocking'
      readonly key: string
      readonly values: readonly string[]
      readonly body: readonly Node[]
      readonly line: number
    }
  | { readonly is: 'each'; readonly name: string; readonly body: readonly Node[]; readonly line: number }
  | { readonly is: 'slot'; readonly name: string; readonly indent: string; readonly line: number }

/** What is wrong with a template, and where. */
export interface Fault {
  readonly line: number
  readonly reason: string
}

const device = /^([ \t]*)(?:#|<!--) tsq: (.*?)(?: -->)?$/
const condition = /^(if|blocking) ([a-z_]+): ([^,]+(?:, [^,]+)*)$/
const named = /^(each|slot) ([a-z_]+)$/

interface Open {
  readonly device: 'top' | 'if' | 'blocking' | 'each' | 'slot'
  readonly line: number
  readonly into: Node[]
  readonly close: (into: readonly Node[]) => Node | undefined
  /** Only an `if` that had no `else` yet has it. */
  readonly otherwise?: (chosen: readonly Node[]) => Open
}

/** Reads a template's lines into nodes. A line that speaks of `tsq:` and is none of the devices is a fault, not text. */
export const parseDevices = (text: string): { readonly nodes: readonly Node[] } | Fault => {
  const top: Open = { device: 'top', line: 0, into: [], close: () => undefined }
  const open: Open[] = [top]
  const lines = text.replace(/\n$/, '').split('\n')
  for (const [index, content] of lines.entries()) {
    const line = index + 1
    const current = open.at(-1) ?? top
    const found = device.exec(content)
    if (!found) {
      if (/(?:#|<!--)\s*tsq:/.test(content))
        return { line, reason: 'a device must be a whole line, written "# tsq: …" or "<!-- tsq: … -->"' }
      current.into.push({ is: 'line', text: content, line })
      continue
    }
    const [, indent = '', words = ''] = found
    if (current.device === 'slot' && words !== 'end')
      return { line, reason: 'a slot holds sample lines only, no device' }
    if (words === 'end') {
      const node = open.length > 1 ? open.pop()?.close(current.into) : undefined
      if (!node) return { line, reason: '"end" closes nothing' }
      open.at(-1)?.into.push(node)
    } else if (words === 'else') {
      const swapped = current.otherwise?.(current.into)
      if (!swapped) return { line, reason: '"else" belongs to no "if"' }
      open.splice(-1, 1, swapped)
    } else {
      const opened = begin(words, indent, line)
      if (!opened)
        return {
          line,
          reason: `"${words}" is no device; there are if KEY: VALUE, else, blocking KEY: VALUE, each NAME, slot NAME, end`,
        }
      open.push(opened)
    }
  }
  const left = open.at(-1)
  return left && left !== top ? { line: left.line, reason: `"${left.device}" is never closed` } : { nodes: top.into }
}

const begin = (words: string, indent: string, line: number): Open | undefined => {
  const region = condition.exec(words)
  if (region) {
    const [, kind, key = '', values = ''] = region
    const asked = { key, values: values.split(', '), line }
    if (kind === 'blocking')
      return { device: 'blocking', line, into: [], close: body => ({ is: 'blocking', ...asked, body }) }
    const node = { is: 'if' as const, ...asked }
    return {
      device: 'if',
      line,
      into: [],
      close: chosen => ({ ...node, chosen, otherwise: [] }),
      otherwise: chosen => ({ device: 'if', line, into: [], close: rest => ({ ...node, chosen, otherwise: rest }) }),
    }
  }
  const [, kind, name = ''] = named.exec(words) ?? []
  if (kind === 'each') return { device: 'each', line, into: [], close: body => ({ is: 'each', name, body, line }) }
  if (kind === 'slot') return { device: 'slot', line, into: [], close: () => ({ is: 'slot', name, indent, line }) }
  return undefined
}

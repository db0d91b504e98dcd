import { type Refusal, refusal } from '../../base/refusal.ts'
import type { LoopItem, SlotLines } from '../../ports/unit-file.ts'
import { withoutAwaiting } from './blocking.ts'
import { type Fault, type Node, parseDevices } from './devices.ts'
import { namer } from './names.ts'

/** A template as it lies beside its unit. */
export interface Template {
  /** The file's name, for the words of a refusal. */
  readonly name: string
  readonly text: string
}

/** An answer that regions may ask for: what was chosen, and every id that could have been. */
export interface AskedChoice {
  readonly chosen: string | readonly string[]
  readonly ids: readonly string[]
}

/** Everything that a template may use. */
export interface RenderContext {
  /** Sample name → real name; names with a dot are whole modules, such as `my_package.my_errors`. */
  readonly names: Readonly<Record<string, string>>
  /** By the last part of the answer's path: `logging`, `errors`. */
  readonly choices: Readonly<Record<string, AskedChoice>>
  readonly slots: Readonly<Record<string, SlotLines>>
  readonly loops: Readonly<Record<string, readonly LoopItem[]>>
}

/** A round's view: the context with a loop item's names and slots laid over it. */
interface Scope {
  readonly context: RenderContext
  readonly named: (line: string) => string | { readonly unknown: string }
  readonly slots: Readonly<Record<string, SlotLines>>
  /** Whether lines of the template are made without async and await. */
  readonly blocking: boolean
}

class TemplateFault extends Error {
  readonly fault: Fault
  constructor(line: number, reason: string) {
    super(reason)
    this.fault = { line, reason }
  }
}

/** The text of a template, or the refusal that says which line is at fault. Every slot and loop that is given must be used. */
export const render = (template: Template, context: RenderContext): string | Refusal<'TSQ-TEMPLATE'> => {
  const refuse = (fault: Fault): Refusal<'TSQ-TEMPLATE'> =>
    refusal('TSQ-TEMPLATE', { template: template.name, ...fault })
  const parsed = parseDevices(template.text)
  if ('reason' in parsed) return refuse(parsed)
  const { nodes } = parsed
  const unused = unusedIn(nodes, context)
  if (unused) return refuse({ line: 1, reason: unused })
  try {
    const lines = emit(nodes, { context, named: namer(context.names), slots: context.slots, blocking: false })
    const text = joined(lines).join('\n').replace(/\n+$/, '')
    return text === '' ? '' : `${text}\n`
  } catch (thrown) {
    if (thrown instanceof TemplateFault) return refuse(thrown.fault)
    throw thrown
  }
}

/** Where a block left nothing behind: one of the two blank lines around it goes too. */
const nothing = Symbol('nothing')
type Emitted = string | typeof nothing

const emit = (nodes: readonly Node[], scope: Scope): readonly Emitted[] =>
  nodes.flatMap(node => {
    const lines = emitOne(node, scope)
    return lines.length === 0 ? [nothing] : lines
  })

const emitOne = (node: Node, scope: Scope): readonly Emitted[] => {
  if (node.is === 'line') {
    const text = scope.named(scope.blocking ? withoutAwaiting(node.text) : node.text)
    if (typeof text !== 'string') throw new TemplateFault(node.line, `the name ${text.unknown} was not given`)
    return [text]
  }
  if (node.is === 'if') return emit(holds(node, scope) ? node.chosen : node.otherwise, scope)
  if (node.is === 'blocking') return emit(node.body, { ...scope, blocking: scope.blocking || holds(node, scope) })
  if (node.is === 'each') {
    const items = scope.context.loops[node.name]
    if (!items) throw new TemplateFault(node.line, `the loop "${node.name}" was not given`)
    return items.flatMap(item =>
      emit(node.body, {
        ...scope,
        named: item.names ? namer({ ...scope.context.names, ...item.names }) : scope.named,
        slots: { ...scope.slots, ...item.slots },
      }),
    )
  }
  const filled = scope.slots[node.name]
  if (filled === undefined) throw new TemplateFault(node.line, `the slot "${node.name}" was not given`)
  const lines: readonly string[] = typeof filled === 'string' ? [filled] : filled
  return lines.flatMap(line => line.split('\n')).map(line => (line === '' ? '' : node.indent + line))
}

/** Whether one of the values was answered. */
const holds = ({ key, values, line }: Extract<Node, { readonly key: string }>, { context }: Scope): boolean => {
  const choice = context.choices[key]
  if (!choice) throw new TemplateFault(line, `the answer "${key}" was not read`)
  const wrong = values.find(value => !choice.ids.includes(value))
  if (wrong !== undefined)
    throw new TemplateFault(line, `"${wrong}" is no answer to "${key}"; there are ${choice.ids.join(', ')}`)
  const chosen = [choice.chosen].flat()
  return values.some(value => chosen.includes(value))
}

const joined = (lines: readonly Emitted[]): readonly string[] => {
  const kept: string[] = []
  let gap = false
  for (const line of lines) {
    if (line === nothing) gap = true
    else {
      const doubled = gap && line === '' && (kept.at(-1) ?? '') === ''
      if (!doubled) kept.push(line)
      if (line !== '') gap = false
    }
  }
  return kept
}

const unusedIn = (nodes: readonly Node[], context: RenderContext): string | undefined => {
  const slots = new Set<string>()
  const loops = new Set<string>()
  const walk = (all: readonly Node[]): void => {
    for (const node of all) {
      if (node.is === 'slot') slots.add(node.name)
      if (node.is === 'each') loops.add(node.name)
      if (node.is === 'each' || node.is === 'blocking') walk(node.body)
      if (node.is === 'if') {
        walk(node.chosen)
        walk(node.otherwise)
      }
    }
  }
  walk(nodes)
  const inLoops = Object.values(context.loops).flatMap(items => items.flatMap(item => Object.keys(item.slots ?? {})))
  const slot = [...Object.keys(context.slots), ...inLoops].find(name => !slots.has(name))
  if (slot !== undefined) return `the slot "${slot}" was given and the template has none of that name`
  const loop = Object.keys(context.loops).find(name => !loops.has(name))
  if (loop !== undefined) return `the loop "${loop}" was given and the template has none of that name`
  return undefined
}

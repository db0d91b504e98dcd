import type { SyntaxNode } from '../../ports/grammar.ts'
import { globalsOf } from './globals-of.ts'
import { isPublic, type Member, type ModuleInterface } from './interface.ts'
import { readScope } from './read-scope.ts'

const visible = (members: readonly Member[], wanted: (name: string) => boolean): readonly Member[] =>
  members
    .filter(member => wanted(member.name))
    .map(member => (member.kind === 'class' ? { ...member, members: visible(member.members, wanted) } : member))

/** What a module offers, as data. By default only public names; a contract asks for all that it names. */
export const interfaceOf = (root: SyntaxNode, wanted: (name: string) => boolean = isPublic): ModuleInterface => {
  const { members: written, exports, open } = readScope(root)
  const members = [...written, ...globalsOf(root, new Set(written.map(each => each.name)))]
  const isPlain =
    exports.length > 0 && exports.every(each => !each.open && each.of.length === 0 && each.does !== 'remove')
  return {
    members: visible(members, wanted),
    ...(isPlain && { all: exports.flatMap(each => each.names) }),
    ...(exports.length > 0 && { exports }),
    ...(open && { open: true }),
  }
}

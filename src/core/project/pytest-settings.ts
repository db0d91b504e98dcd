import { below, entriesOf, type Located, textOf } from '../python/packaging/located.ts'
import type { Place } from './claim.ts'
import { fileOf, type Project } from './project.ts'

const textOfAll = (node: Located): string =>
  entriesOf(node)
    .filter(([key, value]) => key === 'addopts' || textOf(value)?.toLowerCase() === 'true')
    .map(([key, value]) => `${key}\n${textOf(value) ?? ''}`)
    .join('\n')

/** The settings of pytest that count, as one text: `addopts`, and the names of what is switched on. */
export const pytestSettings = ({
  view,
  members,
}: Project): { readonly text: string; readonly place: Place } | undefined => {
  for (const member of members) {
    const places: readonly (readonly [Located | undefined, string])[] = [
      [below(view.ini(fileOf(member, 'pytest.ini')), 'pytest'), 'pytest.ini'],
      [below(member.pyproject, 'tool', 'pytest', 'ini_options'), 'pyproject.toml'],
      [below(member.pyproject, 'tool', 'pytest'), 'pyproject.toml'],
      [below(view.ini(fileOf(member, 'tox.ini')), 'pytest'), 'tox.ini'],
      [below(view.ini(fileOf(member, 'setup.cfg')), 'tool:pytest'), 'setup.cfg'],
    ]
    for (const [node, name] of places)
      if (node !== undefined) return { text: textOfAll(node), place: { path: fileOf(member, name), line: node.line } }
  }
  return undefined
}

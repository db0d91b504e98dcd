import { below, textOf } from '../python/packaging/located.ts'
import type { Place } from './claim.ts'
import { fileOf, type Project } from './project.ts'
import { lineWith } from './view.ts'

/** The coverage below which a run fails, where one is set above nothing: in coverage’s settings, or where pytest is called. */
export const coverageBound = ({
  view,
  members,
}: Project): { readonly percent: number; readonly place: Place } | undefined => {
  const found = members.flatMap(member => {
    const places = [
      [below(member.pyproject, 'tool', 'coverage', 'report', 'fail_under'), 'pyproject.toml'],
      [below(view.ini(fileOf(member, '.coveragerc')), 'report', 'fail_under'), '.coveragerc'],
      [below(view.ini(fileOf(member, 'setup.cfg')), 'coverage:report', 'fail_under'), 'setup.cfg'],
      [below(view.ini(fileOf(member, 'tox.ini')), 'coverage:report', 'fail_under'), 'tox.ini'],
    ] as const
    return places.flatMap(([node, name]) =>
      node === undefined
        ? []
        : [{ percent: Number(textOf(node)), place: { path: fileOf(member, name), line: node.line } }],
    )
  })
  const called = [...view.texts].flatMap(([path, text]) => {
    const line = lineWith(text, /(?:--cov-fail-under|--fail-under)[= ](\d{1,3})/)
    return line === undefined ? [] : [{ percent: Number(line.match[1]), place: { path, line: line.line } }]
  })
  return [...found, ...called].find(each => each.percent > 0)
}

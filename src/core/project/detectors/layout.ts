import { type Claim, type Contradiction, claim, type Found } from '../claim.ts'
import type { Layout } from '../packages.ts'
import type { Member, Project } from '../project.ts'

const words: Readonly<Record<Exclude<Layout, 'none'>, string>> = {
  src: 'src',
  flat: 'flat',
  module: 'single-module',
  scripts: 'application',
}

const rootsOf = ({ packages }: Member): readonly string[] => [...new Set(packages.map(each => each.root))]

const ofMember = (project: Project, member: Member): readonly Claim[] => {
  const { layout, packages, folder } = member
  const [first] = packages
  if (layout === 'none') return []
  if (first === undefined) {
    const script = [...project.view.python.keys()].find(path => project.memberOf(path) === member)
    return script === undefined
      ? []
      : [claim('layout', words.scripts, 'modules beside each other, and no package', script)]
  }
  const roots = rootsOf(member)
  const where =
    layout === 'src' && roots.some(each => each !== (folder === '' ? 'src' : `${folder}/src`))
      ? ` (in ${roots.join(', ')})`
      : ''
  const said = member.said.find(each => packages.some(own => own.from === each.from))
  return [
    said === undefined
      ? claim('layout', `${words[layout]}${where}`, first.from, first.place.path, first.place.line)
      : claim('layout', `${words[layout]}${where}`, said.from, said.place.path, said.place.line),
  ]
}

/** Of a repository that only holds others together: how those lie, each way once. */
const ofMembers = (project: Project): readonly Claim[] => {
  const found = project.members.filter(each => each.packages.length > 0).flatMap(each => ofMember(project, each))
  return [...Map.groupBy(found, each => each.value.split(' ')[0] ?? '')].flatMap(([value, [first, ...more]]) =>
    first === undefined
      ? []
      : [{ ...first, value: more.length === 0 ? first.value : `${value} (in ${more.length + 1} projects)` }],
  )
}

const packageClaims = (member: Member): readonly Claim[] =>
  member.packages.map(({ name, kind, place, from }) =>
    claim('package', kind === 'package' ? name : `${name} (${kind})`, from, place.path, place.line),
  )

/** What the packaging names and the tree does not hold. */
const missing = (member: Member): readonly Contradiction[] => {
  const { packages, said, folder } = member
  const alternatives = said.some(each => each.from.startsWith('[tool.flit]'))
  if (alternatives && packages.length > 0) return []
  return said
    .filter(
      each =>
        each.path !== '' &&
        !packages.some(
          own =>
            own.path === each.path ||
            own.path === `${folder}/${each.path}` ||
            own.path.startsWith(`${folder === '' ? '' : `${folder}/`}${each.path}/`),
        ),
    )
    .filter(each =>
      packages.every(own => !`${each.path}/`.startsWith(`${own.path.slice(folder === '' ? 0 : folder.length + 1)}/`)),
    )
    .map(each => ({
      topic: 'package',
      said: `${each.from} names ${each.path}, and there is no Python there`,
      places: [each.place],
    }))
}

/** Where packages lie, and which they are. */
export const detectLayout = (project: Project): Found => {
  const { members, main } = project
  const claims = main.packages.length > 0 || members.length === 1 ? ofMember(project, main) : ofMembers(project)
  return {
    claims: [...claims, ...members.flatMap(packageClaims)],
    contradictions: members.flatMap(missing),
    ...(claims.length === 0 && {
      unknown: [
        {
          topic: 'layout',
          why: main.packaged
            ? 'the packaging names no package that could be found'
            : 'there is no package and no module',
        },
      ],
    }),
  }
}

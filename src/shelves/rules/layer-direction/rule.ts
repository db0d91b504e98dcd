import { isOfProgram } from '../../../core/python/file-role.ts'
import { projectNames } from '../../../core/python/project/names.ts'
import { rule } from '../../../ports/rule.ts'

/** The layers of a service from the inside out, by the names of folders and modules. */
const layers = [
  { name: 'models', of: /(?:^|\/)(?:models|entities)(?:\/|\.py$)/ },
  { name: 'repositories', of: /(?:^|\/)(?:repositor(?:y|ies)|repos|dao)(?:\/|\.py$)|(?:^|\/)\w+_repository\.py$/ },
  { name: 'services', of: /(?:^|\/)services?(?:\/|\.py$)|(?:^|\/)\w+_service\.py$/ },
  {
    name: 'routes',
    of: /(?:^|\/)(?:routers?|routes|endpoints|controllers)(?:\/|\.py$)|(?:^|\/)api\/v\d+\/|(?:^|\/)\w+_router\.py$/,
  },
] as const

/** The layer of a file by the part of its path that says most: the last one. */
const layerOf = (path: string): number | undefined => {
  const places = layers.map(({ of }, index) => ({ index, at: path.search(of) })).filter(each => each.at !== -1)
  // Two layers in one path (`services/models.py`) say nothing.
  return places.length === 1 ? places[0]?.index : undefined
}

export default rule({
  id: 'layer-direction',
  pack: 'layers',
  allows: 'allow an inner layer to import an outer one',
  what: 'A module imports from a layer further out: a model from a repository, a repository from a service, a service from the routes.',
  why: 'What lies inside can then not be used, tested or changed without what lies around it, and the two soon import one another in a circle.',
  fix: 'Hand over what is needed as an argument, or move it to the inner layer.',
  bad: 'from app.routers.users import page_size\n\n\ndef users() -> list[str]:\n    return load(page_size)\n',
  good: 'def users(page_size: int) -> list[str]:\n    return load(page_size)\n',
  at: 'src/app/services/users.py',
  beside: {
    'src/app/routers/users.py': 'page_size = 20\n',
    'src/app/repositories/users.py': 'class Users:\n    pass\n',
  },
  severity: 'medium',
  confidence: 'medium',
  since: '0.2.0',
  files: isOfProgram,
  look: {
    by: 'project',
    judge: files => {
      const known = new Map(files.map(({ path }) => [path, layerOf(path)]))
      // Only a project that has most of them keeps layers.
      if (new Set([...known.values()].filter(each => each !== undefined)).size < 3) return []
      const names = projectNames(files)
      return files.flatMap(({ path, imports }) => {
        const own = known.get(path)
        if (own === undefined) return []
        return imports
          .filter(each => !each.typeChecking)
          .flatMap(each => {
            const [outer] = names.asked(path, each).flatMap(module => {
              const to = names.pathOf(module)
              const layer = to === undefined ? undefined : known.get(to)
              return to !== undefined && layer !== undefined && layer > own ? [{ to, layer }] : []
            })
            if (outer === undefined) return []
            const [inner, further] = [layers[own]?.name ?? '', layers[outer.layer]?.name ?? '']
            return [
              {
                path,
                line: each.line,
                column: each.column,
                message: `The ${inner} import the ${further} here (${outer.to}); the way is ${further} → ${inner}.`,
              },
            ]
          })
      })
    },
  },
})

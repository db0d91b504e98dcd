import { isOfProgram } from '../../../core/python/file-role.ts'
import { projectNames } from '../../../core/python/project/names.ts'
import { rule } from '../../../ports/rule.ts'

/** The private part of a dotted name that another one does not belong to: `a._b` for whatever is not in `a`. */
const foreign = (module: string, own: string): string | undefined => {
  const parts = module.split('.')
  const place = parts.findIndex((part, index) => index > 0 && /^_(?!_)/.test(part))
  if (place === -1) return undefined
  const owner = parts.slice(0, place).join('.')
  return own === owner || own.startsWith(`${owner}.`) ? undefined : parts.slice(0, place + 1).join('.')
}

export default rule({
  id: 'private-module-import',
  pack: 'layers',
  allows: 'allow a private module of another package to be imported',
  what: 'A module whose name begins with an underscore is imported from outside of the package that it belongs to.',
  why: 'The underscore says that it may be changed or gone in the next version, without a word.',
  fix: 'Import the name from where the package offers it; if it does not, ask for it, or do without.',
  bad: 'from httpx._models import Response\n\n\ndef show(answer: Response) -> str:\n    return answer.text\n',
  good: 'from httpx import Response\n\n\ndef show(answer: Response) -> str:\n    return answer.text\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  files: isOfProgram,
  look: {
    by: 'project',
    judge: files => {
      const names = projectNames(files)
      return files.flatMap(({ path, imports }) => {
        const own = names.moduleOf(path)
        if (own === undefined) return []
        return imports
          .filter(each => !each.typeChecking && each.level === 0)
          .flatMap(each => {
            const modules = [...names.asked(path, each), each.module]
            const [found] = modules.flatMap(module => foreign(module, own) ?? [])
            return found === undefined
              ? []
              : [
                  {
                    path,
                    line: each.line,
                    column: each.column,
                    message: `\`${found}\` is private to \`${found.slice(0, found.lastIndexOf('.'))}\`.`,
                  },
                ]
          })
      })
    },
  },
})

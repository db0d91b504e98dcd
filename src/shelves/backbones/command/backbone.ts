import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import { moduleOf } from '../../../core/python/modules.ts'
import { sentence } from '../../../core/render/words.ts'
import { backbone } from '../../../ports/backbone.ts'
import { testedWith } from '../shared/component-files.ts'
import { de } from './de.ts'
import { commandFiles, commandPath } from './files.ts'
import { commandReads, nameOf, parameters } from './made.ts'
import { commandOptions } from './options.ts'
import { isRequired, type Parameter } from './parameters.ts'
import { full, table } from './samples.ts'
import { usage } from './usage.ts'

/** A parameter for the pages that speak of it. */
const described = (each: Parameter) => ({
  typed: each.type === 'bool' && each.default === true ? `${each.typed}/--no-${each.typed.slice(2)}` : each.typed,
  values: each.values ?? [each.type],
  default: isRequired(each) ? undefined : String(each.default ?? (each.type === 'bool' ? false : '')),
  help: sentence(each.help),
})

export default backbone({
  id: 'command',
  title:
    'A subcommand of the program: its command line becomes a typed request, which an action of yours carries out; until then it is only described.',
  options: commandOptions,
  longestName: 26,
  sample: `arguments:
  source: {type: path, help: The file to read.}
flags:
  limit: {type: int, default: 10, ge: 1, help: How many rows at most.}
  # type: str, int, float, bool, path or enum (with values: [one, another])
  # besides: default, optional, ge and le of a number; a flag of type bool is false until it is given
`,
  extension:
    'A function from the request to a report is an action, handed to `register`; a module with a `register` of its own is another subcommand.',
  reads: commandReads,
  collects: ['plan.modules'],
  files: commandFiles,
  contributes: from => {
    const { architecture, component, components, names, structure } = from
    const modules = {
      command: moduleOf(commandPath(from)) ?? '',
      errors: moduleOf(`${packageFolder(structure, names.package)}/errors.py`) ?? '',
      models: moduleOf(`${packageFolder(structure, names.package)}/models.py`) ?? '',
    }
    const all = parameters(from)
    return {
      requirements: ['typer'],
      dev_requirements: testedWith(from),
      translations: { de },
      features: [
        `\`${nameOf(component)}\` turns its command line into a \`${component.pascal}Request\`, refuses what does not fit, and has an action carry the rest out; until it is given one of its own, it only describes the request.`,
      ],
      // Once is enough: the others are given theirs in the same way. In a drawn tree the modules lie where they were drawn.
      usage:
        !structure.drawn && components.find(each => each.kind === 'command')?.name === component.name
          ? [usage(component.pascal, modules, all, architecture.errors)]
          : [],
      subcommands: [
        {
          component: component.name,
          name: nameOf(component),
          does: sentence(component.does),
          parameters: all.map(described),
          example: { typed: full(all).typed, prints: table(full(all)) },
        },
      ],
    }
  },
})

import { z } from 'zod'
import { backbone } from '../../../ports/backbone.ts'
import { modulePath, offered } from '../shared/component.ts'
import { componentFiles, componentReads, testedWith } from '../shared/component-files.ts'
import { de } from './de.ts'
import { classes, functions, stub } from './interface.ts'
import { usage } from './usage.ts'

export default backbone({
  id: 'validator',
  title: 'Checks structured data against a schema and collects every problem with its path.',
  options: z.strictObject({}),
  longestName: 28,
  extension:
    'A function, or an object that can be called, that takes a value and its path and yields problems is a rule like the built-in ones.',
  reads: componentReads,
  collects: ['plan.modules'],
  files: componentFiles({
    id: 'validator',
    interface: ({ component, architecture, names }) =>
      stub(component.pascal, architecture.errors, `${names.pascal}Error`),
    tested: 'rule by rule',
    whole: 'whole documents',
    shown: 'a few orders',
    fixtures: ['good.json', 'bad.json'],
    measured: 'how many orders go through',
  }),
  contributes: from => {
    const { component, architecture } = from
    return {
      translations: { de },
      exports: offered(classes(component.pascal, architecture.errors), functions, from),
      dev_requirements: testedWith(from),
      features: [
        'Every problem in one report, each with its path, a stable code, what was expected and what was found.',
        'Schemas from small typed rules: text, numbers, choices, lists, records, alternatives.',
        'A plain function is a rule, so a schema can ask for whatever your data must keep.',
        'Hostile data is reported, never raised: depth is bounded, and NaN and infinity are named.',
      ],
      usage: [usage(component.pascal, modulePath(from))],
    }
  },
})

import { z } from 'zod'
import { backbone } from '../../../ports/backbone.ts'
import { modulePath, offered } from '../shared/component.ts'
import { componentFiles, componentReads, testedWith } from '../shared/component-files.ts'
import { de } from './de.ts'
import { classes, functions, stub } from './interface.ts'
import { usage } from './usage.ts'

export default backbone({
  id: 'pipeline',
  title: 'Chains typed, pure steps over rows, with counts of what each kept, changed and dropped.',
  options: z.strictObject({}),
  longestName: 28,
  extension:
    'A class with a name and a pure `apply` that takes a row and returns a row or None is a step; `step` makes one of any function.',
  reads: componentReads,
  collects: ['plan.modules'],
  files: componentFiles({
    id: 'pipeline',
    interface: ({ component, architecture, names }) =>
      stub(component.pascal, architecture.errors, `${names.pascal}Error`),
    tested: 'step by step',
    whole: 'whole files',
    shown: 'a few readings',
    fixtures: ['sales.csv'],
    measured: 'how many rows go through',
  }),
  contributes: from => {
    const { component, architecture } = from
    return {
      translations: { de },
      exports: offered(classes(component.pascal, architecture.errors), functions, from),
      dev_requirements: testedWith(from),
      features: [
        'Rows stream through one at a time: memory does not grow with the input.',
        'A report with what each step kept, changed, dropped and failed on, in order.',
        'Steps cannot write to the rows they read; a pipeline can run again and again.',
        'A failure names the step and the number of the row, and keeps its cause.',
      ],
      usage: [usage(component.pascal, modulePath(from), architecture.errors)],
    }
  },
})

import { z } from 'zod'
import { isAwaiting } from '../../../core/design/awaits.ts'
import { backbone } from '../../../ports/backbone.ts'
import { modulePath, offered } from '../shared/component.ts'
import { testedWith } from '../shared/component-files.ts'
import { de } from './de.ts'
import { workerFiles, workerReads } from './files.ts'
import { classes } from './interface.ts'
import { usage } from './usage.ts'

export default backbone({
  id: 'worker',
  title: 'Works jobs off a queue, with retries, time limits and a graceful stop.',
  options: z.strictObject({}),
  longestName: 26,
  extension: 'Another queue behind its protocol.',
  reads: workerReads,
  collects: ['plan.modules'],
  files: workerFiles,
  contributes: from => {
    const { component, architecture, names } = from
    const awaiting = isAwaiting(from)
    const module = modulePath(from)
    return {
      dev_requirements: [
        ...testedWith(from),
        ...(awaiting && architecture.testing !== 'none' ? ['pytest-asyncio'] : []),
      ],
      exports: offered(classes(component.pascal, architecture.errors), [], from),
      translations: { de },
      features: [
        `\`${component.pascal}\` does each job at least once, whatever fails: what nobody settles comes back.`,
        `What fails in \`${component.pascal}\` is tried again after pauses that grow; what is in vain is kept with the reason.`,
        `Once stopped, \`${component.pascal}\` takes nothing more, lets what runs end in time, and gives the rest back.`,
      ],
      usage: [
        usage({
          pascal: component.pascal,
          module,
          queue: `${module}_queue`,
          package: names.package,
          errors: architecture.errors,
          awaiting,
        }),
      ],
    }
  },
})

import { isAwaiting } from '../../../core/design/awaits.ts'
import { backbone } from '../../../ports/backbone.ts'
import { modulePath, offered } from '../shared/component.ts'
import { testedWith } from '../shared/component-files.ts'
import { de } from './de.ts'
import { clientFiles, clientReads } from './files.ts'
import { classes, functions } from './interface.ts'
import { clientOptions } from './options.ts'
import { usage } from './usage.ts'

export default backbone({
  id: 'client',
  title: 'Asks another service over HTTP, with time-outs, retries and errors.',
  options: clientOptions,
  longestName: 26,
  sample: `base_url_setting: service_url   # the setting that holds the other service's address; may be left out
`,
  extension: 'A function that makes a value of bytes is a decoder, and another transport sends requests another way.',
  reads: clientReads,
  collects: ['plan.modules'],
  files: clientFiles,
  contributes: from => {
    const { component, architecture, names } = from
    const { base_url_setting: setting } = clientOptions.parse(component.options)
    const awaiting = isAwaiting(from)
    return {
      requirements: ['httpx2'],
      dev_requirements: [
        ...testedWith(from),
        ...(awaiting && architecture.testing !== 'none' ? ['pytest-asyncio'] : []),
      ],
      ...(setting !== undefined && {
        environment: [
          {
            name: `${names.env_prefix}${setting.toUpperCase()}`,
            field: setting,
            type: 'an address that begins with https:// or http://',
            default: 'not set',
            meaning: `Where the service is that ${component.name} asks.`,
            kind: 'address' as const,
          },
        ],
      }),
      exports: offered(classes(component.pascal, architecture.errors), functions, from),
      translations: { de },
      features: [
        `\`${component.pascal}\` asks in time or not at all: each step has its time-out, and all together a deadline.`,
        `\`${component.pascal}\` asks again only what does no harm twice, and waits as long as it is told to.`,
        `What is put into a path of \`${component.pascal}\` stays in its part, an answer has a largest size, and no message shows a secret.`,
      ],
      usage: [usage({ pascal: component.pascal, module: modulePath(from), errors: architecture.errors, awaiting })],
    }
  },
})

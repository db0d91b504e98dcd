import { z } from 'zod'
import { backbone } from '../../../ports/backbone.ts'
import { examplePath, isSource, likeNamed, sourcePath, testPath } from '../shared/component.ts'

export default backbone({
  id: 'custom',
  title: 'Something else: described by a sentence and a stub, written by a doer that can think.',
  options: z.strictObject({}),
  reads: ['component', 'names.package', 'structure', 'architecture.testing', 'features.demo'],
  files: [
    {
      role: 'source',
      path: sourcePath,
      accepts: isSource,
      purpose: ({ component }) => component.does,
      effort: 'complex',
      needs: ['package-init', 'errors'],
      interface: ({ component }) => component.interface ?? '',
      maker: 'mind',
    },
    {
      role: 'test',
      when: ({ architecture }) => architecture.testing !== 'none',
      path: testPath,
      accepts: likeNamed(testPath),
      purpose: ({ component }) => `Tests ${component.name}.`,
      effort: 'moderate',
      needs: ['source'],
      maker: 'mind',
    },
    {
      role: 'example',
      when: ({ features }) => features.demo !== 'none',
      path: examplePath,
      purpose: ({ component }) => `Shows ${component.name} at work.`,
      effort: 'simple',
      needs: ['source'],
      maker: 'mind',
    },
  ],
})

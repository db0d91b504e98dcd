import { z } from 'zod'
import { backbone } from '../../../ports/backbone.ts'
import {
  integrationPath,
  isIntegrated,
  isSource,
  modulePath,
  offered,
  opening,
  propertyPath,
  sameName,
  sourcePath,
  testPath,
} from '../shared/component.ts'
import { classes, functions, stub } from './interface.ts'
import { usage } from './usage.ts'

export default backbone({
  id: 'pipeline',
  title: 'Chains typed, pure steps over rows, with counts of what each kept, changed and dropped.',
  options: z.strictObject({}),
  extension:
    'A class with a name and a pure `apply` that takes a row and returns a row or None is a step; `step` makes one of any function.',
  reads: [
    'component',
    'components',
    'names.package',
    'names.pascal',
    'structure',
    'architecture.errors',
    'architecture.testing',
    'features.demo',
  ],
  collects: ['plan.modules'],
  files: [
    {
      role: 'source',
      path: sourcePath,
      accepts: isSource,
      purpose: ({ component }) => component.does,
      effort: 'moderate',
      needs: ['package-init', 'errors'],
      interface: ({ component, architecture, names }) =>
        stub(component.pascal, architecture.errors, `${names.pascal}Error`),
      template: 'pipeline.py',
      names: ({ plan }) => ({ 'my_package.my_errors': plan.modules['errors'] ?? '' }),
      slots: ({ component }) => ({ opening: opening(component) }),
    },
    {
      role: 'test',
      when: ({ architecture }) => architecture.testing !== 'none',
      path: testPath,
      accepts: (path, from) => sameName(testPath(from))(path),
      purpose: ({ component }) => `Tests ${component.name} step by step.`,
      effort: 'moderate',
      needs: ['source'],
      template: 'test_pipeline.py',
      names: ({ component, plan }) => ({
        'my_package.my_component': plan.modules[`${component.name}.source`] ?? '',
        'my_package.my_errors': plan.modules['errors'] ?? '',
      }),
    },
    {
      role: 'integration',
      when: ({ architecture }) => isIntegrated(architecture.testing),
      path: integrationPath,
      accepts: (path, from) => sameName(integrationPath(from))(path),
      purpose: ({ component }) => `Tests ${component.name} on whole files, as a user would.`,
      effort: 'simple',
      needs: ['source', 'errors'],
      template: 'test_pipeline_integration.py',
      names: ({ component, plan }) => ({
        'my_package.my_component': plan.modules[`${component.name}.source`] ?? '',
        'my_package.my_errors': plan.modules['errors'] ?? '',
      }),
    },
    {
      role: 'property',
      when: ({ architecture }) => architecture.testing === 'comprehensive',
      path: propertyPath,
      accepts: (path, from) => sameName(propertyPath(from))(path),
      purpose: ({ component }) => `Tests what holds of ${component.name} for every input.`,
      effort: 'moderate',
      needs: ['source'],
      template: 'test_pipeline_properties.py',
      names: ({ component, plan }) => ({
        'my_package.my_component': plan.modules[`${component.name}.source`] ?? '',
        'my_package.my_errors': plan.modules['errors'] ?? '',
      }),
    },
    {
      role: 'example',
      when: ({ features }) => features.demo !== 'none',
      path: ({ component }) => `examples/${component.name}.py`,
      purpose: ({ component }) => `Shows ${component.name} at work on a few readings.`,
      effort: 'simple',
      needs: ['source'],
      template: 'example.py',
      names: ({ component, plan }) => ({
        'my_package.my_component': plan.modules[`${component.name}.source`] ?? '',
        'my_package.my_errors': plan.modules['errors'] ?? '',
      }),
    },
  ],
  contributes: from => {
    const { component, architecture } = from
    return {
      exports: offered(classes(component.pascal, architecture.errors), functions, from),
      dev_requirements: architecture.testing === 'comprehensive' ? ['hypothesis'] : [],
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

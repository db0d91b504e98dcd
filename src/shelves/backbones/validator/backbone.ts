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
  id: 'validator',
  title: 'Checks structured data against a schema and collects every problem with its path.',
  options: z.strictObject({}),
  extension:
    'A function, or an object that can be called, that takes a value and its path and yields problems is a rule like the built-in ones.',
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
      template: 'validator.py',
      names: ({ plan }) => ({ 'my_package.my_errors': plan.modules['errors'] ?? '' }),
      slots: ({ component }) => ({ opening: opening(component) }),
    },
    {
      role: 'test',
      when: ({ architecture }) => architecture.testing !== 'none',
      path: testPath,
      accepts: (path, from) => sameName(testPath(from))(path),
      purpose: ({ component }) => `Tests ${component.name} rule by rule.`,
      effort: 'moderate',
      needs: ['source'],
      template: 'test_validator.py',
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
      purpose: ({ component }) => `Tests ${component.name} on whole documents, as a user would.`,
      effort: 'simple',
      needs: ['source', 'errors'],
      template: 'test_validator_integration.py',
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
      template: 'test_validator_properties.py',
      names: ({ component, plan }) => ({ 'my_package.my_component': plan.modules[`${component.name}.source`] ?? '' }),
    },
    {
      role: 'example',
      when: ({ features }) => features.demo !== 'none',
      path: ({ component }) => `examples/${component.name}.py`,
      purpose: ({ component }) => `Shows ${component.name} at work on a few orders.`,
      effort: 'simple',
      needs: ['source'],
      template: 'example.py',
      names: ({ component, plan }) => ({ 'my_package.my_component': plan.modules[`${component.name}.source`] ?? '' }),
    },
  ],
  contributes: from => {
    const { component, architecture } = from
    return {
      exports: offered(classes(component.pascal, architecture.errors), functions, from),
      dev_requirements: architecture.testing === 'comprehensive' ? ['hypothesis'] : [],
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

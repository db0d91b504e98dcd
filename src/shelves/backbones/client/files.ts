import type { BackboneFile } from '../../../ports/backbone.ts'
import { aboutOf } from '../shared/about.ts'
import { likeNamed, sourcePath, testPath } from '../shared/component.ts'
import { componentFiles, componentReads, modules } from '../shared/component-files.ts'
import { stub } from './interface.ts'
import { failureNames, outcome } from './names.ts'

/** What the files of a client read of the design. */
export const clientReads = [...componentReads, 'names.distribution', 'names.env_prefix', 'intake.concurrency'] as const

type File = BackboneFile<(typeof clientReads)[number], 'plan.modules'>

/** The path of the rules beside the component's module: `billing.py` → `billing_rules.py`. */
const rules = (path: string): string => path.replace(/\.py$/, '_rules.py')

const names: NonNullable<File['names']> = ({ component, architecture, plan }) => ({
  ...modules({ component, plan }),
  'my_package.my_component_rules': plan.modules[`${component.name}.rules`] ?? '',
  ...failureNames(component.pascal, architecture.errors),
  MyOutcome: outcome(component.pascal, architecture.errors, 'Value'),
})

/** What every client has besides its own module: where it may ask and when again, decided without asking. */
const ruleFiles: readonly File[] = [
  {
    role: 'rules',
    path: from => rules(sourcePath(from)),
    accepts: likeNamed(from => rules(sourcePath(from))),
    purpose: ({ component }) => `Decides where ${component.name} may ask, and when it may ask again.`,
    effort: 'moderate',
    needs: ['package-init'],
    template: 'rules.py',
    names,
  },
  {
    role: 'rules-test',
    when: ({ architecture }) => architecture.testing !== 'none',
    path: from => rules(testPath(from)),
    accepts: likeNamed(from => rules(testPath(from))),
    purpose: ({ component }) => `Tests where ${component.name} may ask, and when it may ask again.`,
    effort: 'simple',
    needs: ['source', 'rules'],
    template: 'test_rules.py',
    names,
  },
]

const own = componentFiles<(typeof clientReads)[number]>({
  id: 'client',
  interface: from => stub(aboutOf(from)),
  tested: 'answer by answer, without a network',
  whole: 'a real server on this machine',
  shown: 'a service that fails at first',
  needs: ['rules'],
  names,
})

export const clientFiles: readonly File[] = [...own, ...ruleFiles]

import type { BackboneFile } from '../../../ports/backbone.ts'
import { aboutOf } from '../shared/about.ts'
import { likeNamed, sourcePath, testPath } from '../shared/component.ts'
import { componentFiles, componentReads, modules } from '../shared/component-files.ts'
import { recordLoops } from '../shared/records.ts'
import { stub } from './interface.ts'
import { failure, handled } from './names.ts'

/** What the files of a worker read of the design. */
export const workerReads = [...componentReads, 'architecture.logging', 'intake.concurrency'] as const

type File = BackboneFile<(typeof workerReads)[number], 'plan.modules'>

/** The path of the queue beside the component's module: `jobs.py` → `jobs_queue.py`. */
export const queue = (path: string): string => path.replace(/\.py$/, '_queue.py')

const names: NonNullable<File['names']> = ({ component, architecture, plan }) => ({
  ...modules({ component, plan }),
  'my_package.my_component_queue': plan.modules[`${component.name}.storage`] ?? '',
  'my_package.my_logging': plan.modules['logging'] ?? '',
  MyComponentFailure: failure(component.pascal, architecture.errors),
  MyHandled: handled(component.pascal, architecture.errors),
})

const own = componentFiles<(typeof workerReads)[number]>({
  id: 'worker',
  interface: from => stub(aboutOf(from)),
  tested: 'job by job, without waiting for a pause',
  whole: 'many jobs at once',
  shown: 'jobs of which one fails and one is in vain',
  names,
}).map(file => (file.role === 'source' || file.role === 'test' ? { ...file, loops: recordLoops } : file))

/** What every worker has besides its own module: a queue in memory. */
const queueFiles: readonly File[] = [
  {
    role: 'storage',
    path: from => queue(sourcePath(from)),
    // Nowhere else: the README says where it is.
    standing: () => ({ template: true, needed: 'The README shows the worker at work on it.' }),
    purpose: ({ component }) => `Keeps the jobs of ${component.name} in memory.`,
    effort: 'moderate',
    needs: ['source'],
    template: 'queue.py',
    names,
  },
  {
    role: 'storage-test',
    when: ({ architecture }) => architecture.testing !== 'none',
    path: from => queue(testPath(from)),
    accepts: likeNamed(from => queue(testPath(from))),
    purpose: ({ component }) => `Tests that no job of ${component.name} is lost or settled twice.`,
    effort: 'simple',
    needs: ['source', 'storage'],
    template: 'test_queue.py',
    names,
  },
]

/** The files of a worker; what works on jobs is shown and tested on the queue in memory. */
export const workerFiles: readonly File[] = [
  ...own.map(file => (file.role === 'source' ? file : { ...file, needs: [...(file.needs ?? []), 'storage'] })),
  ...queueFiles,
]

import { type Ejection, ejection, eject as ejectNow } from '../../../app/use-cases/eject.ts'
import { KnownError } from '../../../base/errors/known-error.ts'
import { counted } from '../../../core/documents/report/words.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { errorData } from '../print-error.ts'
import { twoColumns } from '../table.ts'

/** Single files by name; the many of one folder by its name. */
const grouped = (paths: readonly string[]): string => {
  const folders = new Map<string, number>()
  for (const path of paths) {
    const folder = path.split('/').slice(0, 2).join('/')
    folders.set(folder, (folders.get(folder) ?? 0) + 1)
  }
  return [...folders].map(([folder, number]) => (number === 1 ? folder : `${folder} (${number})`)).join(', ')
}

const lines = (found: Ejection, columns: number): readonly string[] =>
  twoColumns(
    [
      ['Removes', `${counted(found.removes.length, 'file')} of Trysquare’s own: ${grouped(found.removes)}`],
      [
        'Forgets',
        `what this machine remembers of the run (${counted(found.forgets.length, 'file')} outside the repository)`,
      ],
      ['Keeps', `${counted(found.keeps, 'file')} of the project, as they are; none of them needs Trysquare`],
      ...(found.leaves.length === 0
        ? []
        : [['Leaves', `${found.leaves.join(', ')}: not what Trysquare wrote, so a person decides`] as const]),
      ...(found.unmade.length === 0
        ? []
        : [
            [
              'Lost',
              `the plan of ${counted(found.unmade.length, 'file')} that were not accepted yet: ${found.unmade.join(', ')}`,
            ] as const,
          ]),
    ],
    columns,
    '',
  )

/** `trysquare eject`: shows what would go, and does it when it is told to. */
export const eject = async (context: Context, yes: boolean): Promise<number> => {
  const found = yes ? await ejectNow(context.world) : await ejection(context.world)
  const needed = new KnownError('TSQ-NEEDED', {
    path: 'eject',
    question: 'the decisions, the evidence and the history of this run would go for good',
    how: '`trysquare eject --yes` does it. Keep a copy of .trysquare/answers.yaml to make the same project again.',
  })
  if (context.json) {
    // One document, whatever comes of it.
    context.print(JSON.stringify({ ...found, done: yes, ...(!yes && { needed: errorData(needed).error }) }, null, 2))
    return yes ? exitCodes.fine : exitCodes.decisionNeeded
  }
  context.print(...lines(found, context.columns), '')
  if (!yes) throw needed
  context.print('Done. Commit it: git add --all && git commit -m "chore: go on without Trysquare"')
  return exitCodes.fine
}

import { readdirSync } from 'node:fs'
import { isRefusal } from '../src/base/refusal.ts'
import { designOf, earlyOf } from '../src/core/design/answers/complete.ts'
import { undelivered } from '../src/core/design/answers/delivered.ts'
import { readAnswers } from '../src/core/design/answers/read.ts'
import type { Given } from '../src/core/design/answers/schema.ts'
import { type Plan, planOf } from '../src/core/design/plan/plan.ts'
import { treeOf } from '../src/core/design/plan/tree.ts'
import { readAnswersText } from '../src/core/documents/answers-file.ts'
import uv from '../src/shelves/managers/uv/manager.ts'
import { sampleText } from './product/product.ts'
import { artifacts, backbones } from './rendered-project.ts'

/** Every sample design, by its name. */
export const samples: readonly string[] = readdirSync(new URL('designs', import.meta.url))
  .filter(name => name.endsWith('.yaml') && !name.startsWith('published'))
  .map(name => name.replace('.yaml', ''))

/** The plan of a sample design, with its README in these languages too; undefined where this version does not make it. */
export const samplePlan = (name: string, languages: readonly string[] = []): Plan | undefined => {
  const text = readAnswersText(sampleText(name))
  const given = isRefusal(text) ? [text] : readAnswers(text.value)
  if (Array.isArray(given)) throw new Error(JSON.stringify(given))
  const wanted = given as Given
  if (undelivered(wanted).length > 0) return undefined
  const features = { ...wanted.features, ...(languages.length > 0 && { readme_languages: [...languages] }) }
  const design = designOf({ ...wanted, features }, '2026-11-21')
  const structure = treeOf(design, artifacts, backbones)
  if (isRefusal(structure)) throw new Error(JSON.stringify(structure))
  const early = earlyOf(design, structure)
  const plan = planOf(early, artifacts, backbones, locked =>
    uv.facts({ names: early.names, python: early.python, remote: undefined, locked }),
  )
  if (isRefusal(plan)) throw new Error(JSON.stringify(plan))
  return plan
}

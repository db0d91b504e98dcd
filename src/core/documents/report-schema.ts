import { z } from 'zod'
import { dimensions } from '../design/critique.ts'
import { bands } from '../design/review/scale.ts'

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly()
const text = z.string()
const count = z.int().min(0)
const figure = z.strictObject({ label: text, value: text })
const dimension = z.enum(dimensions)

const row = z.strictObject({
  check: text,
  title: text,
  outcome: z.enum(['PASS', 'FAIL', 'PARTIAL', 'SKIPPED']),
  reason: text,
  receipt: text.optional().describe('The receipt it stands on; none when it was skipped.'),
  unable: z.boolean().optional().describe('Skipped because something is missing that the check needs.'),
  waits: z.literal(true).optional().describe('Other files kept its tests from running.'),
  lacking: list(text).optional().describe('Tests that were planned for the file and are not there.'),
})

const concern = z.strictObject({
  rule: text,
  dimension,
  verdict: z.enum(['lose', 'remark']),
  points: count,
  says: text,
  winBack: text.optional(),
  evidence: list(z.strictObject({ path: text, value: z.unknown() })),
})

const review = z.strictObject({
  checkpoint: z.literal([1, 2]),
  scores: list(z.strictObject({ dimension, points: count.max(5), justification: text })),
  total: count.max(25),
  band: z.enum(bands.map(band => band.id)),
  concerns: list(concern),
  risks: list(text),
  missing: list(text),
  recommendations: list(z.strictObject({ rule: text, points: count, text })),
})

const task = z.strictObject({
  id: text,
  path: text,
  purpose: text,
  effort: text,
  status: text,
  doer: text,
  attempts: count,
  rows: list(row),
  decided: text,
})

/** The report's model as a schema, keys in the order in which they are printed: what the JSON format promises. */
export const reportSchema = z.strictObject({
  report: z.literal(1).describe('The version of this shape.'),
  project: z.strictObject({ name: text, repository: text, description: text }),
  run: z.strictObject({
    id: text,
    trysquare: text,
    date: text,
    doer: text,
    embedded: z.boolean(),
    finished: z.boolean(),
  }),
  unverified: list(text).describe('What nobody checked.'),
  denominators: list(figure).describe('What the figures are figures of.'),
  verdict: z.enum(['ready for development', 'ready with open items', 'not ready']),
  reasons: list(text),
  design: list(
    z.strictObject({
      stage: text,
      answers: list(z.strictObject({ question: text, answer: text })),
      confirmed: text.optional().describe('Who confirmed it, through which door.'),
      opened: list(text).optional().describe('Who opened it again, through which door and why, each time.'),
    }),
  ),
  reviews: list(z.strictObject({ review, decided: text })),
  tasks: list(task),
  files: list(z.strictObject({ path: text, bytes: count, lines: count, purpose: text, status: text })),
  gate: list(row).describe('The last run of every check over the whole repository.'),
  metrics: list(figure),
  outstanding: list(z.strictObject({ what: text, why: text, todo: text })),
  next: list(z.strictObject({ does: text, command: text })),
  warnings: list(text),
  prompts: list(z.strictObject({ task: text, path: text, text })),
  log: list(
    z.strictObject({
      at: text.describe('ISO 8601, UTC.'),
      what: text,
      who: text,
      channel: z.enum(['terminal', 'answers-file', 'command', 'mcp', 'dashboard']),
      used_by: text.optional().describe('Whose command used it, where it was given before its question came.'),
      why: text.optional(),
    }),
  ),
})

/** The published JSON Schema of `GENERATION_REPORT.json`. */
export const reportJsonSchema = (): object => ({
  title: 'Trysquare generation report',
  ...z.toJSONSchema(reportSchema),
})

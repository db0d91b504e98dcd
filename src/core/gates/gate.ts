import { z } from 'zod'
import type { Severity } from './finding.ts'

const severities = ['low', 'medium', 'high', 'critical'] as const

/** What a gate bears of one check; nothing where it is left out. */
export const thresholdSchema = z.strictObject({
  /** As many findings may be open. */
  findings: z.int().min(0).default(0),
  /** Findings below this severity do not count. */
  from: z.enum(severities).default('low'),
  /** Bounds of what the check measured: `{tests_passed: {least: 5}}`. */
  measures: z
    .record(z.string(), z.strictObject({ least: z.number().optional(), most: z.number().optional() }))
    .default({}),
})

export type Threshold = z.infer<typeof thresholdSchema>

/** A gate as the settings write it: names of checks, or a check with what the gate bears. */
export const gateSchema = z.strictObject({
  checks: z
    .array(z.union([z.string(), z.record(z.string(), thresholdSchema)]))
    .min(1, 'A gate without a check would pass whatever happens'),
})

/** A named list of checks with thresholds. */
export interface Gate {
  readonly name: string
  readonly checks: readonly { readonly check: string; readonly threshold: Threshold }[]
}

/** A gate bears nothing, unless it says otherwise. */
export const strict: Threshold = { findings: 0, from: 'low', measures: {} }

/** The gate that the settings mean by a name. */
export const gateOf = (name: string, { checks }: z.infer<typeof gateSchema>): Gate => ({
  name,
  checks: checks.flatMap(each =>
    typeof each === 'string'
      ? [{ check: each, threshold: strict }]
      : Object.entries(each).map(([check, threshold]) => ({ check, threshold })),
  ),
})

/** Whether a finding of this severity counts for a gate. */
export const counts = ({ from }: Threshold, severity: Severity): boolean =>
  severities.indexOf(severity) >= severities.indexOf(from)

/** What of the measured figures is out of its bounds, in words; a figure that was not measured is out of any. */
export const outOfBounds = ({ measures }: Threshold, metrics: Readonly<Record<string, number>>): readonly string[] =>
  Object.entries(measures).flatMap(([name, { least, most }]) => {
    const value = metrics[name]
    if (value === undefined) return [`${name} was not measured`]
    if (least !== undefined && value < least) return [`${name} is ${value}, at least ${least} is asked`]
    if (most !== undefined && value > most) return [`${name} is ${value}, at most ${most} is allowed`]
    return []
  })

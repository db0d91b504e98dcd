/** What the process answers to whoever called it. */
export const exitCodes = {
  fine: 0,
  /** Findings, or a gate that failed. */
  findings: 1,
  knownError: 2,
  decisionNeeded: 3,
  bug: 70,
  /** Ctrl-C, as shells count it: 128 and the number of the signal. */
  interrupted: 130,
} as const

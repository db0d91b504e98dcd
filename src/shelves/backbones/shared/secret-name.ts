/**
 * Whether Ruff takes a literal that is given to this name for a password (S105 to S107). Samples of such are written as an expression:
 * nobody should have to silence a rule in code that was made.
 */
export const isSecretName = (name: string): boolean =>
  /(?:^|_)(?:pas+wo?r?d|pass(?:phrase)?|pwd|token|secrete?)(?:$|_)/i.test(name)

/** What secretlint's own rules call the well-known shapes of tokens; here only to keep them off screens and out of reports to paste. */
const shapes =
  /\b(?:ghp_\w{20,}|gho_\w{20,}|github_pat_\w{20,}|xox[abpr]-[\w-]{10,}|AKIA[0-9A-Z]{16}|sk-[\w-]{20,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,})|(?<=:\/\/[^\s:@/]{1,80}:)[^\s@/]{3,}(?=@)/g

/** A text with known secrets covered. */
export const masked = (text: string): string => text.replace(shapes, '***')

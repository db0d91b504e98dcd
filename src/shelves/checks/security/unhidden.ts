// Only a line feed or a return ends a comment for Python; JavaScript’s `.` would stop at other separators too.
const directive = /#[^\n\r]*/g

/**
 * The same text with every comment that would hide a finding from Ruff made powerless; each character keeps its place.
 * Whoever writes the code must not be the one who dismisses what is found in it.
 */
export const unhidden = (source: string): string =>
  source.replaceAll(directive, comment =>
    comment
      .replaceAll(/noqa/gi, 'n_qa')
      .replaceAll(/(ruff|flake8|pylint)(\s*:)/gi, (_, tool: string, colon: string) => '_'.repeat(tool.length) + colon),
  )

/** Kinds of agents that a sub-prompt is put differently to. */
export const agentForms = ['generic', 'copilot'] as const
export type AgentForm = (typeof agentForms)[number]

/** Files in which a number sign begins a comment that reaches to the end of the line. */
const commented = /(?:\.(?:py|pyi|toml|ya?ml|cfg|ini|sh|env|example)|(?:^|\/)(?:Dockerfile|\.[a-z]*ignore))$/

const asComment = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map(line => `# ${line}`.trimEnd())
    .join('\n')

/**
 * Puts a sub-prompt, or a part of one, as an agent works best. Copilot goes on from a comment at the top of the file, and answers
 * a question where a file has no comments; to every other agent the task is what it is.
 */
export const forAgent = (text: string, path: string, form: AgentForm): string => {
  if (form === 'generic') return text
  if (commented.test(path)) return `${asComment(text)}\n`
  return `What is the whole text of the file ${path}, by the task below? Answer with the text alone.\n\n${text}`
}

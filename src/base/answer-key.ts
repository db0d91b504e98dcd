/** The key that a path speaks of, wherever in a list it stands: `components[1].kind` is `components.kind`. */
export const answerKey = (path: string): string => path.replaceAll(/\[\d+\]/g, '')

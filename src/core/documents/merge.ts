import { diffLines } from 'diff'

/** What git writes around the two sides of a conflict, so that editors know it. */
const marks = { begin: '<<<<<<< yours', between: '=======', end: '>>>>>>> planned' } as const

const lined = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`)

/** Two versions of a text as one: where they differ, both sides between the marks that git uses. For a person to settle by hand. */
export const mergeByHand = (theirs: string, ours: string): string => {
  const merged: string[] = []
  let removed = ''
  let added = ''
  const settle = () => {
    if (removed !== '' || added !== '')
      merged.push(`${marks.begin}\n${lined(removed)}${marks.between}\n${lined(added)}${marks.end}\n`)
    removed = added = ''
  }
  for (const part of diffLines(theirs, ours)) {
    if (part.removed) removed += part.value
    else if (part.added) added += part.value
    else {
      settle()
      merged.push(part.value)
    }
  }
  settle()
  return merged.join('')
}

/** The line at which a text still holds a mark of a conflict, from 1; undefined when it holds none. */
export const unmergedLine = (text: string): number | undefined => {
  const index = text.split('\n').findIndex(line => /^(?:<{7} |>{7} )/.test(line))
  return index < 0 ? undefined : index + 1
}

import type { Source } from '../source/source.ts'
import { standardLibrary } from '../stdlib.ts'

const library = standardLibrary('3.15')

/** Whether a dotted name begins with a module that comes with Python, its own tests included. */
export const isOfLibrary = (dotted: string): boolean => {
  const [top = ''] = dotted.split('.')
  return library.has(top) || top === 'test'
}

const imports = /^[ \t]*(?:from[ \t]+([\w.]+)|import[ \t]+([\w., \t]+))/gm

/** Whether a file imports anything that does not come with Python: all that it knows of other code of its project or of packages. */
export const importsOthers = (source: Source): boolean =>
  source.text.matchAll(imports).some(([, from, plain = '']) => {
    if (from !== undefined) return from.startsWith('.') || !isOfLibrary(from)
    return plain.split(',').some(each => !isOfLibrary(each.trim().split(/\s/)[0] ?? ''))
  })

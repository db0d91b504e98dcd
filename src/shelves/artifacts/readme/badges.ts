import { type Escaped, md } from '../../../core/render/escaped.ts'
import { webPage } from '../shared/remote.ts'

/** What stands between the dashes of a static badge of shields.io, where dash and underscore are doubled. */
const part = (text: string): string => encodeURIComponent(text.replaceAll('-', '--').replaceAll('_', '__'))

const staticBadge = (label: string, value: string, colour: string): Escaped =>
  md`![${md.text(`${label}: ${value}`)}](${md.url(`https://img.shields.io/badge/${part(label)}-${part(value)}-${colour}`)})`

/** Licence and Python; continuous integration only where GitHub runs it. */
export const badges = (about: {
  readonly license: string
  readonly python: string
  readonly remote: string | undefined
  readonly workflow: string | undefined
}): readonly Escaped[] => {
  const page = webPage(about.remote)
  const runs = page !== undefined && about.workflow !== undefined && new URL(page).hostname === 'github.com'
  const workflow = `${page}/actions/workflows/${about.workflow?.split('/').at(-1)}`
  return [
    ...(runs ? [md`[![CI](${md.url(`${workflow}/badge.svg`)})](${md.url(workflow)})`] : []),
    staticBadge('licence', about.license, 'blue'),
    staticBadge('python', about.python, 'blue'),
  ]
}

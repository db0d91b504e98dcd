import { plain } from '../../../core/render/escaped.ts'
import { artifact } from '../../../ports/artifact.ts'

/** Texts that carry their notice elsewhere are kept to the letter. */
const verbatim = ['Apache-2.0', 'GPL-3.0-or-later']

export default artifact({
  id: 'license',
  reads: ['date', 'project.license', 'project.authors'],
  path: () => 'LICENSE',
  accepts: path => /^(LICEN[SC]E|COPYING)(\.(md|txt|rst))?$/i.test(path),
  purpose: ({ project }) =>
    project.license === 'proprietary' ? 'Reserves all rights.' : `Grants the rights of the ${project.license} licence.`,
  effort: 'trivial',
  slots: ({ date, project }) =>
    verbatim.includes(project.license)
      ? {}
      : {
          copyright: plain`Copyright (c) ${plain.text(date.slice(0, 4))} ${plain.text(project.authors.map(each => each.name).join(', '))}`,
        },
  template: ({ project }) => `license_${project.license}.txt`,
})

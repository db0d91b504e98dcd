import { md } from '../../../core/render/escaped.ts'
import { translatePage } from '../../../core/render/translate.ts'
import { sentence } from '../../../core/render/words.ts'
import { artifact } from '../../../ports/artifact.ts'
import { pathOf } from '../shared/plan.ts'
import { notes } from './notes.ts'

export default artifact({
  id: 'readme-translated',
  reads: ['features.readme_languages', 'intake.description', 'intake.non_goals'],
  collects: ['plan.files', 'plan.subcommands', 'plan.translations'],
  exists: ({ features }) => features.readme_languages.length > 0,
  each: ({ features }) => features.readme_languages,
  path: () => 'README.md',
  eachPath: language => `README.${language}.md`,
  standing: () => ({ template: true, needed: 'The README was asked for in this language too.' }),
  purpose: (_, language) =>
    language === ''
      ? 'Translates the README.'
      : `The README in the language "${language}", section by section; the English one is primary.`,
  effort: 'moderate',
  needs: ['readme'],
  from: ['readme'],
  maker: language => (language in notes ? undefined : 'mind'),
  derive: ({ intake, plan }, language, [page = '']) =>
    translatePage(page, {
      sentences: plan.translations[language] ?? {},
      own: [
        md.text(sentence(intake.description)),
        ...intake.non_goals.map(each => md.text(each)),
        ...plan.subcommands.flatMap(each => each.parameters.map(({ help }) => md.text(help))),
      ],
      note: notes[language] === undefined ? [] : [notes[language](pathOf(plan.files, 'readme') ?? 'README.md')],
    }).text,
})

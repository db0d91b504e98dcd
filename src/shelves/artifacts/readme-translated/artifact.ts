import { artifact } from '../../../ports/artifact.ts'

export default artifact({
  id: 'readme-translated',
  reads: ['features.readme_languages'],
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
  maker: 'mind',
})

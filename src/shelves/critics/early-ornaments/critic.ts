import { keep, lose } from '../../../core/design/critique.ts'
import { isModest, listed, modestly } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'early-ornaments',
  dimension: 'risk',
  at: [2],
  asks: 'Are the features worth making before it is known whether the thing is?',
  why: 'A documentation site, tutorials, translations and front ends describe a thing that stands still. A trial does not: each change must be told again in all of them, or they tell what is no longer so.',
  example: {
    bad: 'A prototype with a Sphinx site, a React interface and two translations.',
    good: 'The prototype with a README and one example.',
  },
  reads: ['intake.purpose', 'intake.maturity', 'intake.lifespan', 'intake.users', 'features'],
  /** What is built around an unproven thing is wasted when it moves. */
  judge: ({ intake, features }) => {
    if (!isModest(intake)) return keep()
    const early = [
      ...(features.docs === 'sphinx' || features.docs === 'mkdocs' ? ['a documentation site'] : []),
      ...(features.demo === 'tutorial' || features.demo === 'comprehensive'
        ? [`a ${features.demo} demonstration`]
        : []),
      ...(features.ui === 'react' || features.ui === 'vue' ? ['a front end of its own'] : []),
      ...(features.readme_languages.length > 0 ? ['translations'] : []),
    ]
    return early.length === 0
      ? keep()
      : lose(early.length > 1 ? 2 : 1, `${modestly(intake)}, and it already asks for ${listed(early)}.`, {
          winBack: `Leave out ${listed(early)} until it has proved itself.`,
        })
  },
})

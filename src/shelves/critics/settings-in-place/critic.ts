import { keep, lose } from '../../../core/design/critique.ts'
import { reasoned } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'settings-in-place',
  dimension: 'extensibility',
  at: [1, 2],
  asks: 'Can the same build be set up differently in each place?',
  why: 'An image or a cloud release is built once and run in several places: test, staging, production. What differs has to come from outside; a file that is baked in means a build for each place, and secrets inside it.',
  example: {
    bad: 'deployment: container with configuration: files.',
    good: 'deployment: container with configuration: combination.',
  },
  reads: ['intake.purpose', 'intake.deployment', 'architecture.configuration', 'architecture.rationale'],
  /** A library is set up by its host; everything else that travels, or may have to, needs settings that come from outside. */
  judge: ({ intake, architecture }) =>
    intake.purpose !== 'library' &&
    intake.deployment !== 'local' &&
    architecture.configuration === 'files' &&
    !reasoned(architecture.rationale, 'configuration')
      ? lose(
          1,
          `${intake.deployment === 'undecided' ? 'Where it runs is undecided' : `It is deployed away from the machine it is made on (${intake.deployment})`}, but its settings come only from a file, so each place needs a file of its own.`,
          {
            winBack:
              'Choose combination, environment or pydantic-settings, or say under rationale.configuration how the file gets there.',
          },
        )
      : keep(),
})

import { keep, lose } from '../../../core/design/critique.ts'
import { isPersonal, isReliedOn } from '../../../core/design/review/facts.ts'
import { isTest } from '../../../core/design/review/tree.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'tests-in-tree',
  dimension: 'risk',
  at: [2],
  asks: 'Does the tree have a place for the tests that were decided?',
  why: 'The approved tree is what gets made. Tests that have no file in it are decided on paper only.',
  example: {
    bad: 'testing: unit+integration, and a tree without tests/.',
    good: 'A tests/ folder that mirrors the modules.',
  },
  reads: ['intake.maturity', 'intake.users', 'intake.lifespan', 'architecture.testing', 'structure.files'],
  /** Structure and architecture disagree, and the structure wins. Never dearer than having decided against tests. */
  judge: ({ intake, architecture, structure }) =>
    architecture.testing === 'none' || structure.files.some(isTest)
      ? keep()
      : lose(
          isReliedOn(intake) && !isPersonal(intake) ? 2 : 1,
          `Testing is "${architecture.testing}", but the tree holds no test file.`,
          {
            winBack: 'Add test files, such as tests/test_….py, to the tree.',
          },
        ),
})

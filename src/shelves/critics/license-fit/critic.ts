import { keep, remark } from '../../../core/design/critique.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'license-fit',
  dimension: 'risk',
  at: [1],
  asks: 'May those who are to build on a library do so?',
  why: 'A library’s licence decides who can import it. The GPL asks the same freedoms of whatever is distributed with it; "all rights reserved" permits nothing without a contract. Both can be meant, and neither should come as a surprise.',
  example: {
    bad: 'A library for external developers under "proprietary".',
    good: 'MIT or Apache-2.0, where everybody is to build on it.',
  },
  reads: ['intake.purpose', 'intake.users', 'project.license'],
  /** A person’s decision, so it costs nothing. */
  judge: ({ intake, project }) => {
    const outside = intake.users.some(each => each === 'external' || each === 'developers')
    if (intake.purpose !== 'library' || !outside) return keep()
    if (project.license === 'proprietary')
      return remark('All rights are reserved, so others may import this library only with your permission.')
    return project.license === 'GPL-3.0-or-later'
      ? remark(
          'Under the GPL, whoever distributes a program with this library must pass on the same freedoms; some will not be able to.',
        )
      : keep()
  },
})

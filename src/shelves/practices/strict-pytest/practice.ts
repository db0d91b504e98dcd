import { besideThePoint, met, notMet } from '../../../core/project/measured.ts'
import { pytestSettings } from '../../../core/project/pytest-settings.ts'
import { practice } from '../../../ports/practice.ts'

export default practice({
  id: 'strict-pytest',
  title: 'pytest refuses unknown markers and settings.',
  order: 110,
  why: 'A misspelt marker selects nothing, and a misspelt setting sets nothing; both look like a pass.',
  todo: 'Add --strict-markers and --strict-config to addopts (or strict = true).',
  measure: project => {
    const settings = pytestSettings(project)
    if (settings === undefined) return besideThePoint('pytest is not set up')
    return /--strict(?:-markers)?\b|strict_markers|^strict$/m.test(settings.text)
      ? met('markers are strict', settings.place)
      : notMet('unknown markers are let through', settings.place)
  },
})

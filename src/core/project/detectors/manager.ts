import { type Claim, type Contradiction, claim, type Found, placeText } from '../claim.ts'
import { fileOf, type Project } from '../project.ts'
import {
  backendSigns,
  commandSigns,
  fileSigns,
  groupSigns,
  lockSigns,
  pipSigns,
  requirementSigns,
  type Sign,
  tableSigns,
} from './manager-signs.ts'

const asClaim = ({ manager, from, path, line }: Sign): Claim => claim('manager', manager, from, path, line)

/** Two lock files are two answers to one question. */
const twoLocks = (signs: readonly Sign[]): readonly Contradiction[] => {
  const managers = [...new Set(signs.map(each => each.manager))]
  return managers.length < 2
    ? []
    : [
        {
          topic: 'manager',
          said: `lock files of ${managers.join(' and ')} lie beside each other`,
          places: signs.map(({ path, line }) => ({ path, line })),
        },
      ]
}

/** A lock file and a table that do not belong together. */
const otherTable = (chosen: Sign, tabled: readonly Sign[], locked: readonly Sign[]): readonly Contradiction[] => {
  const other = tabled.find(each => each.manager !== chosen.manager)
  return locked.length !== 1 || other === undefined || tabled.some(each => each.manager === chosen.manager)
    ? []
    : [
        {
          topic: 'manager',
          said: `${placeText(chosen)} is a file of ${chosen.manager}, and ${other.from} is written for ${other.manager}`,
          places: [chosen, other].map(({ path, line }) => ({ path, line })),
        },
      ]
}

/**
 * Who installs the dependencies. In the order of trust: a lock file; a table or a file that only one manager reads; lists of
 * requirements; what continuous integration calls; the manager that comes with the build backend; pip, which installs whatever is packaged.
 * Of several lock files the one counts whose manager has a table, or built the package, or is called.
 */
export const detectManager = ({ view, main }: Project): Found => {
  const path = fileOf(main, 'pyproject.toml')
  const top = main.folder === '' ? undefined : view.toml('pyproject.toml')
  const locked = [...lockSigns(view, main), ...(main.folder === '' ? [] : lockSigns(view, { folder: '' }))]
  const tabled = [...tableSigns(path, main.pyproject), ...(top === undefined ? [] : tableSigns('pyproject.toml', top))]
  const backed = backendSigns(path, main.pyproject)
  const called = commandSigns(view)
  const filed = fileSigns(view, main)
  const others = [...tabled, ...filed, ...backed, ...called]
  const lock =
    locked.length > 1
      ? (locked.find(each => others.some(sign => sign.manager === each.manager)) ?? locked[0])
      : locked[0]
  const preferred =
    locked.length > 1
      ? (others.map(sign => locked.find(each => each.manager === sign.manager)).find(each => each !== undefined) ??
        lock)
      : lock
  const chosen =
    preferred ??
    tabled[0] ??
    filed[0] ??
    groupSigns(path, main.pyproject)[0] ??
    requirementSigns(view, main)[0] ??
    // pip installs what every backend builds: that it is called says less than who builds.
    called.find(each => !each.manager.startsWith('pip')) ??
    backed[0] ??
    called[0] ??
    pipSigns(main)[0]
  if (chosen === undefined)
    return {
      claims: [],
      unknown: [
        { topic: 'manager', why: 'no lock file, no table of a manager, no requirements and no packaging was found' },
      ],
    }
  return {
    claims: [
      asClaim(chosen),
      ...locked.map(each => claim('lock', each.path, `the lock file of ${each.manager}`, each.path)),
    ],
    contradictions: [...twoLocks(locked), ...otherTable(chosen, tabled, locked)],
  }
}

import { below, textOf } from '../../python/packaging/located.ts'
import { claim, type Found } from '../claim.ts'
import { fileOf, type Project } from '../project.ts'

/** What a backend is called where people speak of it. */
const names: readonly (readonly [RegExp, string])[] = [
  [/^poetry/, 'poetry-core'],
  [/^pdm/, 'pdm-backend'],
  [/^hatchling/, 'hatchling'],
  [/^flit/, 'flit-core'],
  [/^setuptools/, 'setuptools'],
  [/^uv_build/, 'uv_build'],
  [/^maturin/, 'maturin'],
  [/^mesonpy/, 'meson-python'],
  [/^scikit_build_core/, 'scikit-build-core'],
]

/** What builds the package of each project. */
export const detectBuild = ({ members }: Project): Found => {
  const packaged = members.filter(each => each.packaged)
  return {
    claims: packaged.flatMap(member => {
      const node = below(member.pyproject, 'build-system', 'build-backend')
      const text = textOf(node)
      if (node !== undefined && text !== undefined) {
        const named = names.find(([shape]) => shape.test(text))?.[1] ?? text
        return [claim('build', named, '[build-system] build-backend', fileOf(member, 'pyproject.toml'), node.line)]
      }
      // PEP 517: where nothing is named, pip uses setuptools.
      const at =
        member.setupPy !== undefined
          ? ([fileOf(member, 'setup.py'), member.setupPy.line, 'a setup.py that calls setup()'] as const)
          : below(member.setupCfg, 'metadata') !== undefined
            ? ([fileOf(member, 'setup.cfg'), below(member.setupCfg, 'metadata')?.line ?? 1, '[metadata]'] as const)
            : ([
                fileOf(member, 'pyproject.toml'),
                below(member.pyproject, 'project')?.line ?? 1,
                '[project] without a build-backend, for which setuptools stands in',
              ] as const)
      return [claim('build', 'setuptools', at[2], at[0], at[1])]
    }),
    ...(packaged.length === 0 && {
      unknown: [
        { topic: 'build', why: 'nothing here is packaged: there is no [project], no [build-system] and no setup.py' },
      ],
    }),
  }
}

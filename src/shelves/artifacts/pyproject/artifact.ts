import type { Intake, Project } from '../../../core/design/answers/types.ts'
import { perFileIgnores, ruffIgnores, ruffSettings } from '../../../core/design/plan/ruff-settings.ts'
import { isLongTerm } from '../../../core/design/purpose.ts'
import type { ManagerFacts, Names, PlannedFile, Requirement } from '../../../core/design/world.ts'
import { plain } from '../../../core/render/escaped.ts'
import { artifact } from '../../../ports/artifact.ts'
import { hasFolder, hasTestsBeside, pathOf } from '../shared/plan.ts'
import { webPage } from '../shared/remote.ts'

const status: Readonly<Record<Intake['maturity'], string>> = {
  prototype: 'Development Status :: 2 - Pre-Alpha',
  production: 'Development Status :: 4 - Beta',
  'long-term': 'Development Status :: 4 - Beta',
}

const classifiers = (
  maturity: Intake['maturity'],
  license: Project['license'],
  versions: readonly string[],
): readonly string[] => [
  status[maturity],
  'Operating System :: OS Independent',
  // An index refuses packages with this classifier: what is proprietary cannot be published by accident.
  ...(license === 'proprietary' ? ['Private :: Do Not Upload'] : []),
  'Programming Language :: Python :: 3 :: Only',
  ...versions.map(version => `Programming Language :: Python :: ${version}`),
  'Typing :: Typed',
]

const specifiers = (requirements: readonly Requirement[]): readonly string[] =>
  [...requirements]
    .toSorted((a, b) => (a.distribution < b.distribution ? -1 : 1))
    .map(each => `${each.distribution}${each.specifier}`)

/** uv's own build backend looks for `src/<distribution>`; anything else must be said. */
const buildTables = (manager: ManagerFacts, names: Names, files: readonly PlannedFile[]): object => {
  if (manager.build_system.backend !== 'uv_build') return {}
  const atTop = pathOf(files, 'package-init') === `${names.package}/__init__.py`
  const renamed = names.distribution.replaceAll('-', '_') !== names.package
  const beside = hasTestsBeside(files, names.package)
  if (!atTop && !renamed && !beside) return {}
  return {
    uv: {
      'build-backend': {
        ...(renamed && { 'module-name': names.package }),
        ...(atTop && { 'module-root': '' }),
        // Whoever installs the package has no use for its tests.
        ...(beside && { 'wheel-exclude': ['**/test_*.py'] }),
      },
    },
  }
}

export default artifact({
  id: 'pyproject',
  reads: [
    'architecture.testing',
    'intake.description',
    'intake.maturity',
    'intake.purpose',
    'names',
    'project.license',
    'project.authors',
    'project.remote',
    'python',
  ],
  collects: ['plan.files', 'plan.modules', 'plan.requirements', 'plan.dev_requirements', 'manager'],
  path: () => 'pyproject.toml',
  standing: () => ({ template: true, needed: 'Without it the project can be neither installed nor checked.' }),
  purpose: 'Describes the package, what it depends on, and how the tools check it.',
  effort: 'moderate',
  contributes: ({ architecture }) => ({
    dev_requirements: ['mypy', 'ruff', ...(architecture.testing === 'none' ? [] : ['pytest', 'pytest-cov'])],
  }),
  compose: ({ architecture, intake, names, project, python, plan, manager }) => {
    const readme = pathOf(plan.files, 'readme')
    const license = pathOf(plan.files, 'license')
    const page = webPage(project.remote)
    const entry = plan.modules['cli'] ?? plan.modules['main']
    const tested = architecture.testing !== 'none'
    const flat = pathOf(plan.files, 'package-init') === `${names.package}/__init__.py`
    const beside = hasTestsBeside(plan.files, names.package)
    const ignored = Object.fromEntries(
      Object.entries(perFileIgnores).filter(([pattern]) =>
        pattern === '**/test_*.py' ? beside : hasFolder(plan.files, pattern.replace('/**', '')),
      ),
    )
    const longTerm = isLongTerm({ intake })
    const ruff = ruffSettings({ package: names.package, minimum: python.minimum, longTerm })
    return {
      format: 'toml',
      notes: Object.fromEntries(
        Object.entries(ruffIgnores(python.minimum, longTerm)).map(([code, reason]) => [
          `tool.ruff.lint.ignore.${code}`,
          reason,
        ]),
      ),
      value: {
        project: {
          name: names.distribution,
          version: '0.1.0',
          description: plain.text(intake.description),
          ...(readme !== undefined && { readme }),
          'requires-python': python.range,
          license: project.license === 'proprietary' ? 'LicenseRef-Proprietary' : project.license,
          ...(license !== undefined && { 'license-files': [license] }),
          authors: project.authors.map(each => ({
            name: plain.text(each.name),
            ...(each.email !== '' && { email: plain.text(each.email) }),
          })),
          classifiers: classifiers(intake.maturity, project.license, python.versions),
          dependencies: specifiers(plan.requirements),
          ...(page !== undefined && { urls: { Repository: page } }),
          ...(entry !== undefined && { scripts: { [names.distribution]: `${entry}:main` } }),
        },
        'dependency-groups': { dev: specifiers(plan.dev_requirements) },
        'build-system': {
          requires: manager.build_system.requires,
          'build-backend': manager.build_system.backend,
        },
        tool: {
          ...buildTables(manager, names, plan.files),
          ruff: {
            'line-length': ruff['line-length'],
            lint: {
              ...ruff.lint,
              ...(Object.keys(ignored).length > 0 && { 'per-file-ignores': ignored }),
            },
          },
          mypy: {
            strict: true,
            python_version: python.minimum,
            ...(!flat && { mypy_path: 'src' }),
            explicit_package_bases: true,
          },
          ...(tested && {
            pytest: {
              ini_options: {
                minversion: '9.0',
                testpaths: [
                  ...(beside ? [flat ? names.package : 'src'] : []),
                  ...(hasFolder(plan.files, 'tests') || !beside ? ['tests'] : []),
                ],
                addopts: ['-ra', '--strict-config', '--strict-markers', '--import-mode=importlib', '--cov'],
                xfail_strict: true,
                filterwarnings: ['error'],
                ...(plan.dev_requirements.some(each => each.distribution === 'pytest-asyncio') && {
                  asyncio_mode: 'auto',
                  asyncio_default_fixture_loop_scope: 'function',
                }),
              },
            },
            coverage: {
              run: { branch: true, source_pkgs: [names.package], ...(beside && { omit: ['*/test_*.py'] }) },
              report: { fail_under: 80, show_missing: true, skip_covered: true },
            },
          }),
        },
      },
    }
  },
})

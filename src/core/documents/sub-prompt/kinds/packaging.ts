import type { Requirement } from '../../../design/world.ts'
import { prohibitions } from '../design-rules.ts'
import type { Kind } from '../kind.ts'
import { code, items, listed } from '../lines.ts'

const named = (requirements: readonly Requirement[]): string =>
  requirements.length === 0 ? 'none' : listed(requirements.map(each => code(each.distribution + each.specifier)))

export const packaging: Kind = {
  language: ({ task, early }) =>
    items([
      task.path.endsWith('.toml') ? 'TOML 1.0.' : 'The format that its reader documents for this file name.',
      `The package it serves runs on Python ${code(early.python.range)}.`,
    ]),
  constraints: ({ early, late }) => [
    ...items([
      'Annotations: none; every value has the type that its reader expects.',
      'Length: only what differs from a default or has to be said.',
      `Allowed requirements for users: ${named(late.plan.requirements)}. For development: ${named(late.plan.dev_requirements)}.`,
      'Prohibited: any other requirement, address of an index, or command run on installation.',
      'Style: keys grouped by table, two-space indentation in arrays, a comment only for a reason.',
    ]),
    ...prohibitions(early),
  ],
  api: ({ early }) => [`- Distribution ${code(early.names.distribution)}, imported as ${code(early.names.package)}.`],
  implementation: ({ early, late }) =>
    items([
      `Patterns: the standards first (PEP 621 metadata, PEP 735 dependency groups); ${late.manager.id} is the dependency manager and ${code(late.manager.build_system.backend)} builds.`,
      'Edge cases: it installs from a clean checkout, and from a wheel without the checkout.',
      'Errors: tools are strict: `mypy --strict`, all Ruff rules but the documented ignores, warnings of tests are errors.',
      'Performance: no build step that is not needed.',
      `Security: version ranges allow patches and no breaking change; no secret; the licence is ${code(early.project.license)}.`,
    ]),
  testing: ({ late }) =>
    items([
      `${code(late.manager.install)} succeeds in a clean checkout.`,
      `${code(late.manager.build)} makes a wheel that can be installed.`,
    ]),
  usage: ({ late }) => items([code(late.manager.install), code(late.manager.build)]),
  output: 'one file in its own format',
}

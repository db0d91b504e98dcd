import { afterAll, expect, test } from 'vitest'
import { design, filesBelow, outcomes, scratch, told } from './product.ts'

const place = scratch()
afterAll(place.remove)

/** A service as a person may draw it: other names, other folders, and not everything that it needs. */
const service = `
orders-api/
  pyproject.toml
  README.md
  Dockerfile
  src/orders/
    __init__.py
    main.py
    settings.py
    exceptions.py
    http/
      problem_details.py
      middleware.py
      order_routes.py
    data/
      start_up.py
    domain/order.py
  tests/
    test_order.py
    test_main.py
    test_start_up.py
    test_orders.py
  docs/index.md
  examples/order.py
`

const library = `
src/schema_guard/__init__.py
src/schema_guard/errors.py
src/schema_guard/checks/validator.py
tests/test_validator.py
examples/validator.py
pyproject.toml
`

/** The package at the top, without a folder src/. */
const flat = (tree: string): string => tree.replaceAll('src/', '')

test.each([
  ['a service', 'orders-api', service, 'src/orders'],
  ['a service without src/', 'orders-api', flat(service), 'orders'],
  ['a library', 'schema-guard', library, 'src/schema_guard'],
  ['a library without src/', 'schema-guard', flat(library), 'schema_guard'],
])('%s is made where it was drawn, with what it needs besides [C-40] [C-41]', async (name, sample, tree, root) => {
  const folder = place.path(name.replaceAll(/[ /]/g, '-'))
  const text = design(sample, answers => {
    Object.assign(answers, { structure: { mode: 'tree', tree } })
    Object.assign(answers['approvals'] ?? {}, { additions: 'approve' })
  })
  const answers = place.write('drawn.yaml', text)
  const made = await place.tsq(['new', '--embedded', '--out', folder, '--answers', answers])
  expect(told(made, 0)).toBe('exit 0')
  const gate = outcomes(await place.tsq(['--in', folder, 'gate', 'run', '--json']))
  expect(Object.entries(gate).filter(([, outcome]) => outcome !== 'PASS')).toEqual([
    ['types', 'SKIPPED'],
    ['tests', 'SKIPPED'],
    ['test-proof', 'SKIPPED'],
  ])
  const files = filesBelow(folder)
  expect(files).toContain(`${root}/py.typed`)
  expect(files.filter(each => each.endsWith('/__init__.py')).every(each => each.startsWith(`${root}/`))).toBe(true)
  if (sample === 'orders-api')
    expect(files).toEqual(
      expect.arrayContaining([
        `${root}/main.py`,
        `${root}/http/order_routes.py`,
        `${root}/domain/order_storage.py`,
        `${root}/data/start_up.py`,
        `${root}/data/__init__.py`,
        `${root}/__main__.py`,
        `${root}/api/health.py`,
        'docs/reference.md',
      ]),
    )
})

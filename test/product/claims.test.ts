import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { scratch } from './product.ts'

const place = scratch()
afterAll(place.remove)

const project = place.path('shop')
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(project, path)), { recursive: true })
  writeFileSync(join(project, path), text)
}
const git = (...args: readonly string[]) => place.run('git', args, project)
const claims = async (...args: readonly string[]) => {
  const ended = await place.tsq(['--in', project, '--json', 'verify', '--claims', ...args])
  return { exit: ended.exit, told: ended.stdout === '' ? undefined : JSON.parse(ended.stdout) }
}
const doubts = ({ told }: Awaited<ReturnType<typeof claims>>) =>
  told.judged.map((each: { tick: { text: string }; outcome: string; doubts: { code: string }[] }) => [
    each.tick.text.slice(0, 4),
    each.doubts[0]?.code ?? each.outcome,
  ])

test('what is marked as done is held against files, names, tests, wiring and the change [X-02]', async () => {
  put('pyproject.toml', '[project]\nname = "shop"\nversion = "0"\n[project.scripts]\nshop = "shop.cli:main"\n')
  put('src/shop/__init__.py', '')
  put('src/shop/cli.py', 'from shop.orders import OrderService\n\n\ndef main():\n    OrderService().create()\n')
  put(
    'src/shop/orders.py',
    'class OrderService:\n    def create(self):\n        return 1\n\n    def cancel_order(self):\n        raise NotImplementedError\n',
  )
  put('src/shop/lonely.py', 'def helper():\n    return 2\n')
  put('src/shop/hollow.py', '"""Will hold payments."""\n')
  put(
    'tests/test_orders.py',
    'from shop.orders import OrderService\n\n\ndef test_create():\n    OrderService().create()\n\n\ndef test_good():\n    assert OrderService().create() == 1\n',
  )
  const list = `# Tasks

- [x] T001 Create \`OrderService\` in src/shop/orders.py
- [x] T002 Cancel with \`OrderService.cancel_order()\`
- [x] T003 Payment in src/shop/payment.py
- [x] T004 \`tests/test_orders.py::test_create\`
- [x] T005 \`tests/test_orders.py::test_good\`
- [x] T006 Add src/shop/lonely.py
- [x] T007 Write good code
- [x] T008 Remove \`helper\` from \`src/shop/lonely.py\`
- [x] T009 Remove \`old_helper\` from \`src/shop/lonely.py\`
- [x] T010 \`make_payment\` works
- [x] T011 \`src/shop/hollow.py\`
- [x] T012 \`tests/test_orders.py::test_gone\`
- [ ] T013 src/shop/none.py
`
  put('tasks.md', list)
  await git('init', '--quiet')
  await git('add', '.')
  await git('commit', '--quiet', '--message', 'all')
  const told = await claims()
  expect(told.exit).toBe(1)
  expect(doubts(told)).toEqual([
    ['T001', 'held'],
    ['T002', 'stub'],
    ['T003', 'missing-file'],
    ['T004', 'asserts-nothing'],
    ['T005', 'held'],
    ['T006', 'unwired'],
    ['T007', 'unproved'],
    ['T008', 'still-there'],
    ['T009', 'held'],
    ['T010', 'missing-symbol'],
    ['T011', 'hollow'],
    ['T012', 'missing-test'],
  ])
  put(
    'tasks.md',
    '- [x] T001 Create `OrderService` in src/shop/orders.py\n- [x] T014 Mend `src/shop/cli.py`\n- [x] T015 Mend src/shop/lonely.py: `helper()`\n',
  )
  put(
    'src/shop/cli.py',
    'from shop.orders import OrderService\nfrom shop.lonely import helper\n\n\ndef main():\n    OrderService().create()\n    helper()\n',
  )
  expect(doubts(await claims('--base', 'HEAD'))).toEqual([
    ['T001', 'held'],
    ['T014', 'held'],
    ['T015', 'untouched'],
  ])
}, 60_000)

test('where nothing is marked as done, nothing is proved [K-02b]', async () => {
  put('tasks.md', '- [ ] T001 later\n')
  const { exit, told } = await claims()
  expect([exit, JSON.stringify(told)]).toEqual([2, expect.stringContaining('TSQ-NO-CHECKS')])
  expect(JSON.stringify((await claims('none.md')).told)).toContain('TSQ-CHECK-PATH')
})

import { beforeAll, expect, test } from 'vitest'
import { ownPath } from '../../../base/repo-path.ts'
import type { EmbeddedTools } from '../../../ports/check.ts'
import { loadRuff } from '../../../world/grammar/ruff.ts'
import { loadGrammar } from '../../../world/grammar/tree-sitter.ts'
import { secretScanner } from '../../../world/secrets.ts'
import apiDiff from './check.ts'
import { pages } from './pages.ts'

let tools: EmbeddedTools
beforeAll(async () => {
  tools = { grammar: await loadGrammar(), ruff: await loadRuff(), secrets: secretScanner(), rules: [] }
})

type Files = Readonly<Record<string, string>>

const filesOf = (files: Files) => new Map(Object.entries(files).map(([name, text]) => [ownPath(name), text]))

const inspect = async (now: Files, old: Files | undefined) => {
  const files = filesOf(now)
  const result = await apiDiff.inside?.inspect(
    {
      files,
      tree: [...files.keys()],
      focus: [...files.keys()],
      project: {
        package: 'shop',
        requirements: [],
        dev_requirements: [],
        distributions: {},
        python: '3.11',
        contracts: new Map(),
        coverage: 80,
        untested: false,
      },
      ...(old && { base: { revision: 'abc', files: filesOf(old) } }),
    },
    tools,
  )
  return result!
}

const init = 'src/shop/__init__.py'
const orders = 'src/shop/orders.py'

test('what breaks users is a finding, where the thing is now; the rest is counted [K-21]', async () => {
  const { findings, metrics } = await inspect(
    {
      [init]: 'from .orders import Order, pay\n',
      [orders]:
        'class Order:\n    size: int = 1\n\n\ndef pay(order, currency): ...\ndef refund(): ...\ndef _go(a): ...\n',
    },
    {
      [init]: 'from .orders import Order, pay\n',
      [orders]: 'class Order:\n    size: int = 1\n    def total(self): ...\ndef pay(order): ...\ndef _go(): ...\n',
    },
  )
  expect(
    findings.map(({ rule, path, line, symbol, severity, message }) => ({
      rule,
      path,
      line,
      symbol,
      severity,
      message,
    })),
  ).toEqual(
    [
      {
        rule: 'object-removed',
        path: orders,
        line: 1,
        symbol: 'shop.Order.total',
        severity: 'high',
        message: '`shop.Order.total` is gone.',
      },
      {
        rule: 'parameter-added',
        path: orders,
        line: 5,
        symbol: 'shop.pay',
        severity: 'high',
        message: '`shop.pay` requires the new parameter "currency".',
      },
    ].map(each => expect.objectContaining(each)),
  )
  expect(findings.every(each => each.why !== undefined && each.fix !== undefined)).toBe(true)
  expect(metrics).toEqual({ files: 2, breaking: 2, additive: 1, internal: 1 })
})

test('what moved and is offered as before is nothing [K-21]', async () => {
  const { findings } = await inspect(
    {
      [init]: 'from .basket import pay\n',
      'src/shop/basket.py': 'def pay(order): ...\n',
      [orders]: 'from .basket import pay\n',
    },
    { [init]: 'from .orders import pay\n', [orders]: 'def pay(order): ...\n' },
  )
  expect(findings).toEqual([])
})

test('what is gone with its file is told at the package around it [K-21]', async () => {
  const { findings } = await inspect({ [init]: '' }, { [init]: '', [orders]: 'def pay(order): ...\n' })
  expect(findings.map(({ path, message }) => [path, message])).toEqual([
    ['src/shop/__init__.py', '`shop.orders` is gone (it was in src/shop/orders.py:1).'],
  ])
})

test('what is there on one system alone counts, once [K-21]', async () => {
  const source = (windows: string, always: string) =>
    `import sys\nif sys.platform == "win32":\n    def lock(${windows}): ...\ndef free(${always}): ...\n`
  const { findings } = await inspect({ [orders]: source('', '') }, { [orders]: source('a', 'b') })
  expect(findings.map(each => each.symbol)).toEqual(['shop.orders.lock', 'shop.orders.free'])
})

test('tests and private modules are nobody’s interface, and no findings [K-21]', async () => {
  const { findings } = await inspect(
    { [init]: '', 'tests/test_shop.py': 'def f(: ...\n' },
    { [init]: '', 'tests/test_shop.py': 'def g(): ...\n', 'src/shop/_own.py': 'def f(): ...\n' },
  )
  expect(findings).toEqual([])
})

test('a file that does not parse is a finding, and nothing else is guessed of it [K-16a]', async () => {
  const { findings } = await inspect({ [orders]: 'def pay(: ...\n' }, { [orders]: 'def pay(a): ...\n' })
  expect(findings.map(each => each.rule)).toEqual(['does-not-parse'])
})

test('without a base, or without files, nothing is passed over as fine [K-02b]', async () => {
  expect((await inspect({ [init]: '' }, undefined)).unable?.reason).toContain('nothing to check')
  expect((await inspect({}, {})).unable?.reason).toContain('nothing to check')
})

test('every kind of change has its page [Q-23]', () => {
  expect(apiDiff.explains?.('parameter-moved')).toEqual([
    ['Finds', pages['parameter-moved'].what],
    ['Why', pages['parameter-moved'].why],
  ])
  expect(apiDiff.explains?.('E501')).toBeUndefined()
})

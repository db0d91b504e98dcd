import { expect, test } from 'vitest'
import { inspect } from '../../src/core/gates/rules/inspect.ts'
import { loadAll } from '../../src/ports/registry.ts'
import { rules } from '../../src/shelves/rules/registry.ts'
import { lensFor } from './cases.ts'

const lens = await lensFor(await loadAll(rules))

const long = 60_000

test.each([
  ['blank lines', `from fastapi import APIRouter${'\n'.repeat(long)}x = 1\n`],
  ['spaces', `from pydantic import BaseModel\nx = 1${' '.repeat(long)}\n`],
  ['an address', `import requests\nx = "redis://${'a'.repeat(long)} b"\n`],
  ['a name', `import sqlalchemy\nq.where(A${'a'.repeat(long)}.b is None)\n`],
  ['a test’s name', `def test_${'http1'.repeat(long / 5)}x():\n    f()\n`],
  [
    'a setting',
    `from pydantic import BaseModel\nclass A(BaseModel):\n    model_config = f(${'extra, '.repeat(long / 7)})\n`,
  ],
  ['imports', `import ${'a, '.repeat(long / 3)}b\n`],
])('%s without end take no time without end [K-30]', { timeout: 20_000 }, (_, text) => {
  for (const path of ['src/app/case.py', 'tests/test_case.py'])
    expect(inspect(path, text, lens).lines).toBeGreaterThan(0)
})

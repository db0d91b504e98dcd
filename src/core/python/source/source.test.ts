import { expect, test } from 'vitest'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { loadGrammar } from '../../../world/grammar/tree-sitter.ts'
import { field } from '../nodes.ts'
import { type Source, sourceOf } from './source.ts'

const grammar = await loadGrammar()

const reading = <T>(text: string, use: (source: Source) => T, path = 'src/shop/orders/api.py'): T =>
  grammar.parsing(text, root => use(sourceOf(root, path, text)))

const calls = (source: Source): readonly SyntaxNode[] =>
  source.root.descendantsOfType('call').filter(each => each !== null)

const calleesOf = (text: string, path?: string) => reading(text, source => calls(source).map(source.callee), path)

test.each([
  ['a plain import', 'import os.path\nos.path.join(a)\n', 'os.path.join'],
  ['an alias', 'import numpy as np\nnp.array(a)\n', 'numpy.array'],
  ['a name of a module', 'from fastapi import APIRouter as R\nR()\n', 'fastapi.APIRouter'],
  ['a relative import', 'from ..db import engine\nengine.connect()\n', 'shop.db.engine.connect'],
  ['a relative module', 'from . import models\nmodels.Order()\n', 'shop.orders.models.Order'],
  ['an alias by assignment', 'import os\ngetter = os.getenv\ngetter("X")\n', 'os.getenv'],
  ['a fallback', 'try:\n    import yaml\nexcept ImportError:\n    yaml = None\nyaml.load(x)\n', 'yaml.load'],
  ['a built-in name', 'open("x")\n', 'builtins.open'],
  ['a function of the file', 'def go(): ...\ngo()\n', 'shop.orders.api.go'],
  ['a method of a made object', 'from sqlalchemy.orm import Session\ns = Session(e)\ns.query(x)\n', undefined],
])('%s is followed to its full name', (_, text, name) => {
  const last = calleesOf(text).at(-1)
  expect(last).toBe(name ?? 'sqlalchemy.orm.Session.query')
})

test('a local name hides the module’s, a class’s own names are not seen by its methods, `global` is', () => {
  const text = `
import time
def shadowed(time):
    time.sleep(1)
class Clock:
    time = None
    def tick(self):
        time.sleep(2)
def hidden():
    time = make()
    [time.sleep(3) for _ in x]
def borrowed():
    global time
    time.sleep(4)
`
  expect(calleesOf(text).filter(each => each !== undefined)).toEqual(['time.sleep', 'time.sleep'])
})

test.each([
  ['an annotation', 'def f(s: "AsyncSession | None"): s.get(1)', undefined],
  ['a parameter', 'def f(s: AsyncSession): s.get(1)', 'sqlalchemy.ext.asyncio.AsyncSession.get'],
  ['a union with None', 'def f(s: AsyncSession | None): s.get(1)', 'sqlalchemy.ext.asyncio.AsyncSession.get'],
  ['Annotated', 'def f(s: Annotated[AsyncSession, Depends(x)]): s.get(1)', 'sqlalchemy.ext.asyncio.AsyncSession.get'],
  [
    'a context',
    'async def f():\n  async with AsyncSession(e) as s:\n    s.get(1)',
    'sqlalchemy.ext.asyncio.AsyncSession.get',
  ],
  [
    'self',
    'class R:\n  def __init__(self, s: AsyncSession): self.s = s\n  def f(self): self.s.get(1)',
    'sqlalchemy.ext.asyncio.AsyncSession.get',
  ],
  ['bound twice otherwise', 's = AsyncSession(e)\ns = other()\ns.get(1)', undefined],
])('the class of an object is known by %s', (_, text, name) => {
  const head = 'from typing import Annotated\nfrom sqlalchemy.ext.asyncio import AsyncSession\n'
  expect(calleesOf(`${head}${text}\n`).at(-1)).toBe(name)
})

test('constants are followed through names that are bound once', () => {
  const text = `
HOST = "db"
URL = f"postgres://{HOST}" + "/x"
def f(name):
    a = ("one" "two")
    show(URL, a, name, f"{name}", HOST)
    HOST2 = HOST
    show(HOST2)
CHANGED = "a"
CHANGED += "b"
show(CHANGED)
`
  const values = reading(text, source =>
    calls(source).map(call =>
      (field(call, 'arguments')?.namedChildren ?? []).map(each => source.constant(each ?? undefined)),
    ),
  )
  expect(values).toEqual([['postgres://db/x', 'onetwo', undefined, undefined, 'db'], ['db'], [undefined]])
})

test('what stands around a node', () => {
  const text = 'class A:\n    async def f(self):\n        return [g(lambda: h()) for x in y]\n'
  reading(text, source => {
    const inner = calls(source).at(-1)!
    expect(source.symbolAt(inner)).toBe('A.f')
    expect(field(source.functionAround(inner)!, 'name')?.text).toBe('f')
    expect(field(source.classAround(inner)!, 'name')?.text).toBe('A')
    expect(source.functionAround(source.functionAround(inner)!)).toBeUndefined()
  })
})

test('what is no module has no name of its own, tests are told from sources', () => {
  expect(reading('def go(): ...\ngo()', s => calls(s).map(s.callee), 'bin/run')).toEqual([undefined])
  expect(reading('', s => s.isTest, 'tests/unit/helpers.py')).toBe(true)
  expect(reading('', s => s.isTest, 'src/contest.py')).toBe(false)
})

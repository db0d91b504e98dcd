import { expect, test } from 'vitest'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { loadGrammar } from '../../../world/grammar/tree-sitter.ts'
import { routesOf } from '../frameworks/fastapi.ts'
import { argument, argumentSpan, hidesArguments, keyword, positional } from './calls.ts'
import { basesOf, derivesFrom, nameOfClass } from './classes.ts'
import { coroutineAround, decoratorsOf, isAsync, ownNodes, parametersOf } from './definitions.ts'
import { type Source, sourceOf } from './source.ts'

const grammar = await loadGrammar()

const reading = <T>(text: string, use: (source: Source) => T): T =>
  grammar.parsing(text, root => use(sourceOf(root, 'src/shop/api.py', text)))

const all = (source: Source, type: string): readonly SyntaxNode[] =>
  source.root.descendantsOfType(type).filter(each => each !== null)

const only = (source: Source, type: string): SyntaxNode => all(source, type)[0] as SyntaxNode

test('arguments are found by name and place, and what is spread has no known place', () => {
  reading('f(a, b, key=c, *rest, d, **more)\n', source => {
    const call = only(source, 'call')
    expect(positional(call).map(each => each.text)).toEqual(['a', 'b'])
    expect(argument(call, 'key', 0)?.text).toBe('c')
    expect(argument(call, 'other', 1)?.text).toBe('b')
    expect(argument(call, 'other')).toBeUndefined()
    expect(keyword(call, 'key')?.text).toBe('key=c')
    expect(hidesArguments(call)).toBe(true)
  })
  reading('f(x for x in y)\n', source => {
    expect(positional(only(source, 'call'))).toEqual([])
  })
})

test.each([
  ['f(a, key=c)\n', 'f(a)\n'],
  ['f(key=c, a=b)\n', 'f(a=b)\n'],
  ['f(key=c)\n', 'f()\n'],
  ['f(\n    a,\n    key=c,\n)\n', 'f(\n    a,\n)\n'],
])('an argument goes with its comma: %j', (text, left) => {
  reading(text, source => {
    const call = only(source, 'call')
    const { start, end } = argumentSpan(call, keyword(call, 'key') as SyntaxNode)
    expect(text.slice(0, start) + text.slice(end)).toBe(left)
  })
})

test('what a coroutine runs itself is told apart from what others run', () => {
  const text = `
async def work():
    first()
    [second() for x in y]
    later = lambda: third()
    def inner():
        fourth()
def plain():
    fifth()
`
  reading(text, source => {
    const runs = all(source, 'call').filter(call => coroutineAround(source, call) !== undefined)
    expect(runs.map(each => each.text)).toEqual(['first()', 'second()'])
    const [work, inner] = all(source, 'function_definition') as [SyntaxNode, SyntaxNode]
    expect([isAsync(work), isAsync(inner)]).toEqual([true, false])
    expect(ownNodes(source, work, ['call']).map(each => each.text)).toEqual(['first()', 'second()'])
  })
})

test('decorators and parameters of a function', () => {
  reading('@a.b\n@c(1)\ndef f(x, /, y: int = 1, *args, z: str, **more): ...\n', source => {
    const definition = only(source, 'function_definition')
    expect(decoratorsOf(definition).map(each => each.text)).toEqual(['a.b', 'c(1)'])
    const parameters = parametersOf(definition).map(({ name, annotation, value }) => [
      name,
      annotation?.text,
      value?.text,
    ])
    expect(parameters).toEqual([
      ['x', undefined, undefined],
      ['y', 'int', '1'],
      ['args', undefined, undefined],
      ['z', 'str', undefined],
      ['more', undefined, undefined],
    ])
  })
})

test('bases are followed by name and through the file, and a circle ends', () => {
  const text = `
from pydantic import BaseModel as Model
class Base(Model, extra="forbid"): ...
class User(Base): ...
class Other(Thing[int]): ...
class Round(Round): ...
class A(B): ...
class B(A): ...
`
  reading(text, source => {
    const classes = all(source, 'class_definition')
    expect(classes.map(each => basesOf(source, each))).toEqual([
      ['pydantic.BaseModel'],
      ['shop.api.Base'],
      ['Thing'],
      ['shop.api.Round'],
      ['shop.api.B'],
      ['shop.api.A'],
    ])
    expect(classes.map(each => derivesFrom(source, each, base => base === 'pydantic.BaseModel'))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
    expect(nameOfClass(source, classes[1] as SyntaxNode)).toBe('shop.api.User')
  })
})

test.each([
  [
    'a factory',
    'from sqlalchemy import create_engine\nx = create_engine(u)\nx.connect()\n',
    'sqlalchemy.Engine.connect',
  ],
  [
    'what makes sessions',
    'from sqlalchemy.orm import sessionmaker\nMake = sessionmaker(e)\nwith Make() as s:\n    s.query(A)\n',
    'sqlalchemy.orm.Session.query',
  ],
  [
    'an alias of an annotation',
    'from sqlalchemy.orm import Session\nfrom typing import Annotated\nDep = Annotated[Session, 1]\ndef f(s: Dep):\n    s.query(A)\n',
    'sqlalchemy.orm.Session.query',
  ],
])('an instance is known by %s', (_, text, callee) => {
  reading(text, source => {
    expect(all(source, 'call').map(source.callee)).toContain(callee)
  })
})

test('aliases of annotations that go round end', () => {
  reading('A = Optional[B]\nB = Optional[A]\ndef f(s: A):\n    s.query()\n', source => {
    expect(all(source, 'call').map(source.callee)).toEqual([undefined])
  })
})

test('routes are found on routers, also on ones that another module makes', () => {
  const text = `
from fastapi import APIRouter
from .routing import router as others
mine = APIRouter()
@mine.get("/a")
@others.post("/b", status_code=201)
async def f(): ...
@cache.get("/c")
def g(): ...
`
  reading(text, source => {
    const routes = all(source, 'decorated_definition').flatMap(each => routesOf(source, each))
    expect(routes.map(({ method, path, router }) => [method, path, router])).toEqual([
      ['get', '/a', 'mine'],
      ['post', '/b', 'others'],
    ])
  })
})

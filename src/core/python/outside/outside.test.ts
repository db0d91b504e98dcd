import { beforeAll, expect, test } from 'vitest'
import type { Grammar } from '../../../ports/grammar.ts'
import { loadGrammar } from '../../../world/grammar/tree-sitter.ts'
import { positional } from '../source/arguments.ts'
import { sourceOf } from '../source/source.ts'
import { isFromOutside } from './outside.ts'
import { beginningOf } from './pieces.ts'

let grammar: Grammar
beforeAll(async () => {
  grammar = await loadGrammar()
})

/** What holds of the argument of the last `sink(…)` of a text. */
const atSink = <T>(text: string, use: (...given: Parameters<typeof isFromOutside>) => T): T =>
  grammar.parsing(text, root => {
    const source = sourceOf(root, 'src/app/case.py', text)
    const call = root.descendantsOfType('call').findLast(each => each?.text.startsWith('sink('))
    return use(source, positional(call!)[0])
  })

const flask = (lines: readonly string[], path = '/a/<name>', given = 'name'): string =>
  `from flask import Flask, request\nimport os, base64\nfrom html import escape\napp = Flask(__name__)\nTABLE = {"a": "b"}\n@app.get("${path}")\ndef view(${given}):\n${lines.map(each => `    ${each}\n`).join('')}`

const from = (text: string): boolean => atSink(text, isFromOutside)

test.each([
  [['sink(name)']],
  [['sink(request.args["x"])']],
  [['x = request.form.get("x", "").strip()', 'sink(f"a{x}b")']],
  [['x = request.get_json()', 'y = x["a"]["b"]', 'sink("a" + y)']],
  [['x = os.path.join("a", base64.b64decode(name).decode())', 'sink(x)']],
  [['x = "a"', 'if request.method == "POST":', '    x = name', 'sink(x)']],
  [['x = name', 'x = x.lower()', 'sink("{}".format(x))']],
  [['for each in request.args.getlist("x"):', '    sink(each)']],
  [['if name is None or name == "":', '    return ""', 'sink(name)']],
  [['if os.path.exists(name):', '    sink(name)']],
  [['sink([part for part in name.split("/")] and name)']],
])('what a visitor writes is followed: %j [K-16]', lines => {
  expect(from(flask(lines))).toBe(true)
})

test.each([
  [['sink("a")']],
  [['sink(int(name))']],
  [['sink(escape(name))']],
  [['sink(TABLE[name])']],
  [['sink(name == "a")']],
  [['sink(load(name))']],
  [['x = name', 'x = "a"', 'sink(x)']],
  [['if name not in TABLE:', '    return ""', 'sink(name)']],
  [['x = "a/" + name', 'if not x.startswith("a/b"):', '    return ""', 'sink(x)']],
  [['check_name(name)', 'sink(name)']],
  [['x = x + 1', 'sink(x)']],
])('what is fixed, a number, looked up or judged is not: %j [K-16a]', lines => {
  expect(from(flask(lines))).toBe(false)
})

test('the framework says which parameters a visitor fills, and as what [K-16]', () => {
  expect(from(flask(['sink(name)'], '/a/<int:name>'))).toBe(false)
  expect(from(flask(['sink(user)'], '/a/<name>', 'name, user'))).toBe(false)
  const fastapi = (annotation: string) =>
    from(
      `from fastapi import FastAPI, Depends\napp = FastAPI()\n@app.get("/a")\ndef view(name: ${annotation}):\n    sink(name)\n`,
    )
  expect(fastapi('str')).toBe(true)
  expect(fastapi('str | None = None')).toBe(true)
  expect(fastapi('int')).toBe(false)
  expect(fastapi('str = Depends(current_user)')).toBe(false)
  expect(from('def view(request):\n    sink(request.GET["a"])\n')).toBe(false)
  expect(from('import django\ndef view(request):\n    sink(request.GET["a"])\n')).toBe(true)
  expect(from('import django\ndef view(self, request, pk):\n    sink(pk)\n')).toBe(false)
  expect(from('def handler(event, context):\n    sink(event["a"])\n')).toBe(true)
  expect(from('def handler(event):\n    sink(event["a"])\n')).toBe(false)
})

test('names that go round, and code made to be deep, end', () => {
  expect(from(flask(['x = y', 'y = x', 'sink(x)']))).toBe(false)
  const deep = Array.from({ length: 3000 }, (_, index) => `x${index + 1} = x${index} + "a"`)
  const began = performance.now()
  expect(from(flask([...deep, 'sink(x3000)']))).toBe(false)
  expect(performance.now() - began).toBeLessThan(5000)
})

test('how a text begins tells whether a host is written down', () => {
  const begins = (argument: string): readonly [string, string | undefined] =>
    atSink(flask([`sink(${argument})`]), (source, node) => {
      const { fixed, rest } = beginningOf(source, node!)
      return [fixed, rest?.text]
    })
  expect(begins('"https://a.org/" + name')).toEqual(['https://a.org/', 'name'])
  expect(begins('f"https://{name}.a.org/"')).toEqual(['https://', 'name'])
  expect(begins('"https://%s/%s" % ("a", name)')).toEqual(['https://', '"a"'])
  expect(begins('"https://{}/".format(name)')).toEqual(['https://', 'name'])
  expect(begins('"https://a.org"')).toEqual(['https://a.org', undefined])
})

import { expect, test } from 'vitest'
import { isBuiltinException, kindsOf } from './builtin-exceptions.ts'
import { builtinClasses } from './stdlib.ts'

test('every built-in exception but the root is a kind of it', () => {
  const all = [...builtinClasses].filter(each =>
    /(?:Error|Exception|Warning|Exit|Interrupt|Group|Iteration)$/.test(each),
  )
  expect(all.filter(each => !isBuiltinException(each) && each !== 'WindowsError')).toEqual([])
  expect(
    all.filter(each => each !== 'BaseException' && each !== 'WindowsError' && kindsOf(each).at(-1) !== 'BaseException'),
  ).toEqual([])
})

test('kinds are told nearest first', () => {
  expect(kindsOf('builtins.FileNotFoundError')).toEqual(['OSError', 'Exception', 'BaseException'])
  expect(kindsOf('app.errors.PriceError')).toEqual([])
})

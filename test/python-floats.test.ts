import { execa } from 'execa'
import * as fc from 'fast-check'
import { double } from 'fast-check'
import { expect, test } from 'vitest'
import { floatText } from '../src/shelves/backbones/command/parameters.ts'

test('a number is written as Python itself writes it, so that pages promise what is printed [C-70]', async () => {
  const edges = [0, -0, 1, -1, 0.1, 1e-4, 9.9e-5, 1e-7, 1e15, 1e16, 1.5e16, 1e21, 123_456.789, 5e-324, 1.797e308]
  const numbers = [...edges, ...fc.sample(double({ noNaN: true, noDefaultInfinity: true }), { numRuns: 200, seed: 7 })]
  const given = JSON.stringify(numbers.map(each => Buffer.from(new Float64Array([each]).buffer).toString('hex')))
  const program =
    'import json,struct,sys\nprint(json.dumps([repr(struct.unpack("<d", bytes.fromhex(x))[0]) for x in json.loads(sys.argv[1])]))'
  const written: unknown = JSON.parse((await execa('python3', ['-I', '-c', program, given])).stdout)
  expect(numbers.map(floatText)).toEqual(written)
})

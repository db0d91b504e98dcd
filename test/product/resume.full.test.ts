import { afterAll, beforeAll, expect, test } from 'vitest'
import { scratch } from './product.ts'
import { clean, killedAt, leftBehind, undisturbed } from './resume.ts'

const place = scratch()
let embedded: Awaited<ReturnType<typeof undisturbed>>
beforeAll(async () => {
  embedded = await undisturbed(place, ['--embedded'])
})
afterAll(place.remove)

test('killed at forty moments, spread evenly over the run [Q-02] [C-05]', { timeout: 900_000 }, async () => {
  for (let index = 1; index <= 40; index += 1) {
    const moments = [(embedded.milliseconds * index) / 41]
    const killed = await killedAt(['--embedded'], moments)
    expect(await leftBehind(killed, moments)).toEqual(clean(embedded.files, moments))
    killed.remove()
  }
})

test('killed again and again, every start a little later than the one before [Q-02]', {
  timeout: 300_000,
}, async () => {
  const moments = Array.from({ length: 15 }, (_, index) => embedded.milliseconds * (0.2 + index * 0.05))
  const killed = await killedAt(['--embedded'], moments)
  expect(await leftBehind(killed, moments)).toEqual(clean(embedded.files, moments))
  killed.remove()
})

test('killed while the real tools work, and finished by the same command [Q-02] [Q-24]', {
  timeout: 900_000,
}, async () => {
  const real = scratch()
  const whole = await undisturbed(real, [])
  real.remove()
  for (let index = 1; index <= 8; index += 1) {
    const moments = [(whole.milliseconds * index) / 9]
    const killed = await killedAt([], moments)
    expect(await leftBehind(killed, moments)).toEqual(clean(whole.files, moments))
    killed.remove()
  }
  expect(whole.files.has('uv.lock')).toBe(true)
})

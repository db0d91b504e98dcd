import { describe, expect, test } from 'vitest'
import { canInject, crashAt, faults, sweep, told, wholeRun } from './crash.ts'

// Each run is two whole ones; two of them at a time keep two cores busy.
describe.runIf(canInject)('every write and every flush of a whole run’s history', { timeout: 1_800_000 }, async () => {
  const whole = await wholeRun(['--embedded'])
  test.concurrent.each(faults)('%s at each in turn [Q-07] [Q-02]', async fault => {
    const crashes = await sweep(whole, fault)
    console.log(told(fault, crashes))
    expect(crashes.length).toBeGreaterThan(30)
    expect(crashes.filter(each => each.lost > 0 || each.complaints.length > 0)).toEqual([])
  })

  test('killed at flushes of whatever file, every ninth [Q-02]', async () => {
    const crashes = []
    for (let n = 1; ; n += 9) {
      const crash = await crashAt(whole, 'fsync:signal=KILL', n, 'any file')
      if (!crash.injected) break
      crashes.push(crash)
    }
    console.log(told('fsync:signal=KILL of any file', crashes))
    expect(crashes.length).toBeGreaterThan(10)
    expect(crashes.filter(each => each.lost > 0 || each.complaints.length > 0)).toEqual([])
  })

  test('with the real tools, at some [Q-07] [Q-02]', async () => {
    const real = await wholeRun([])
    const crashes = []
    for (const [index, n] of [3, 11, 19, 27, 35].entries())
      crashes.push(await crashAt(real, faults[index] ?? 'fsync:signal=KILL', n))
    console.log(told('with the real tools', crashes))
    expect(crashes.filter(each => !each.injected || each.lost > 0 || each.complaints.length > 0)).toEqual([])
  })
})

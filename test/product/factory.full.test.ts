import { join } from 'node:path'
import { execa } from 'execa'
import { afterAll, describe, expect, test } from 'vitest'
import { design, notWell, outcomes, scratch, told, wellMade } from './product.ts'
import { freePort, ready } from './served.ts'

const services = ['api-service', 'internal-service'].flatMap(purpose =>
  ['exceptions', 'results', 'mixed'].map(errors => ({ purpose, errors })),
)

describe('the factory of an application, given to a server', () => {
  const place = scratch()
  afterAll(place.remove)

  test.each(services)(
    '$purpose, $errors: it is called without arguments, and a wrong environment ends it with the name of the variable [C-76]',
    { timeout: 300_000 },
    async ({ purpose, errors }) => {
      const text = design('orders-api', answers => {
        Object.assign(answers['intake'] ?? {}, { purpose })
        Object.assign(answers['architecture'] ?? {}, { errors })
        Object.assign(answers['features'] ?? {}, {
          api_audience: purpose === 'api-service' ? 'external' : 'internal',
        })
      })
      const repository = place.path(`${purpose}-${errors}`)
      const made = await place.tsq(['new', '--out', repository, '--answers', place.write('service.yaml', text)])
      expect(told(made, 0)).toBe('exit 0')
      const gate = outcomes(await place.tsq(['--in', repository, 'gate', 'run', '--json']))
      expect(Object.entries(gate).filter(([, outcome]) => outcome !== 'PASS')).toEqual([])
      expect(await notWell(place, repository, wellMade)).toEqual([])

      const port = await freePort()
      const program = join(repository, '.venv/bin/uvicorn')
      const args = ['--factory', 'orders.api.app:create_app', '--port', String(port)]
      const env = { ...place.env, ORDERS_DATABASE: place.path(`${purpose}-${errors}.db`) }
      const service = execa(program, args, { cwd: repository, env, reject: false, stdio: 'ignore' })
      try {
        expect(await ready(`http://127.0.0.1:${port}`)).toBe(true)
      } finally {
        service.kill()
        await service
      }

      const refused = await place.run(program, args, repository, { ...env, ORDERS_LOG_LEVEL: 'loud' })
      expect(refused.exit).toBe(1)
      const last = refused.stderr.trimEnd().split('\n').at(-1)
      const raised = {
        exceptions: 'orders.exceptions.ConfigurationError: ',
        results: 'RuntimeError: ',
        mixed: 'orders.errors.UncheckedFailureError: a failure was opened as a success: ',
      }[errors]
      expect(last).toMatch(`${raised}ORDERS_LOG_LEVEL: `)
    },
  )
})

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Looked, lookAt } from '../src/app/adopt/look.ts'
import { compose } from '../src/app/compose.ts'
import { settled } from '../src/core/project/corrections.ts'
import { talkOverAdoption } from '../src/doors/cli/interactive/adoption.ts'
import { silent } from '../src/doors/cli/reporter.ts'
import { styleFor } from '../src/doors/cli/style.ts'

const folder = mkdtempSync(join(tmpdir(), 'tsq-talk-'))
afterAll(() => rmSync(folder, { recursive: true }))
mkdirSync(join(folder, 'a'))
writeFileSync(join(folder, 'a/__init__.py'), '')
writeFileSync(join(folder, 'pyproject.toml'), '[project]\nname = "a"\n')
writeFileSync(join(folder, 'uv.lock'), '')
const world = compose({ cwd: folder, env: { XDG_STATE_HOME: folder }, home: folder, user: 'ada' }, silent)

const talk = async (...typed: readonly (string | undefined)[]) => {
  const left = [...typed]
  const seen: string[] = []
  const terminal = {
    columns: 80,
    style: styleFor(process.stdout),
    write: () => undefined,
    ask: async () => left.shift(),
  }
  const taken = await talkOverAdoption(world, terminal, await lookAt(world), 'Ada', {
    looked: (looked: Looked) => seen.push(settled('manager', looked.portrait.claims, looked.corrections).join()),
    error: error => seen.push(error.code),
  })
  return { seen, manager: taken && settled('manager', taken.portrait.claims, taken.corrections).join() }
}

test('Enter takes what was found; a line puts one thing right and shows it again; q and Ctrl-C leave [P-20]', async () => {
  expect(await talk('')).toEqual({ seen: ['uv'], manager: 'uv' })
  expect(await talk('manager=poetry', 'y')).toEqual({ seen: ['uv', 'poetry'], manager: 'poetry' })
  expect(await talk('manager=poetry', 'manager=', '')).toEqual({ seen: ['uv', 'poetry', 'uv'], manager: 'uv' })
  expect(await talk('nonsense', 'q')).toEqual({ seen: ['uv', 'TSQ-ADOPT-CORRECTION'], manager: undefined })
  expect(await talk(undefined)).toEqual({ seen: ['uv'], manager: undefined })
})

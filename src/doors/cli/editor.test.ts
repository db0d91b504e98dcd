import { expect, test } from 'vitest'
import { editing } from './editor.ts'

const ended = { exit: 0, missing: false, timedOut: false, stdout: '', stderr: '' }
const opening = (env: Record<string, string>, how: object = {}, left: string | null = 'edited') =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of a world as an editor needs
  editing({
    host: { cwd: '/', env },
    processes: { run: async () => ({ ...ended, ...how }) },
    files: {
      scratch: async () => '/s',
      write: async () => undefined,
      read: async () => left ?? undefined,
      remove: async () => undefined,
    },
  } as never)('text', 'plan.yaml')

test('what an editor leaves is taken; no editor, none that is installed, and one that ends badly are told apart [Q-22]', async () => {
  expect(await opening({ EDITOR: 'vi -n' })).toEqual({ text: 'edited' })
  expect(await opening({})).toEqual({ none: expect.stringContaining('No editor is set') })
  expect(await opening({ VISUAL: 'nowhere' }, { missing: true, exit: undefined })).toEqual({
    none: expect.stringContaining('no program nowhere'),
  })
  expect(await opening({ EDITOR: 'vi' }, { exit: 1 })).toEqual({ none: expect.stringContaining('vi ended with 1') })
  expect(await opening({ EDITOR: 'vi' }, {}, null)).toEqual({ none: expect.stringContaining('left no file') })
})

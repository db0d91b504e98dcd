import { expect, test } from 'vitest'
import { translatePage } from './translate.ts'

const sentences = {
  'Open it.': 'Öffne es.',
  'Open `{1}`.': '`{1}` öffnen.',
  '`{1}`: {2} Lives in `{3}`.': '`{1}`: *{2}* Liegt in `{3}`.',
  '**Part**: {1} And so on.': '**Teil**: {>1} Und so weiter.',
  Name: 'Name',
  Means: 'Bedeutet',
}
const told = (page: string, own: readonly string[] = []) => translatePage(page, { sentences, own, note: [] })

test.each([
  ['a sentence', 'Open it.', 'Öffne es.'],
  ['a heading', '## Means', '## Bedeutet'],
  ['an entry of a list', '- Open `x`.', '- `x` öffnen.'],
  ['what differs within it', '- `a`: Does a thing. Lives in `m.a`.', '- `a`: *Does a thing.* Liegt in `m.a`.'],
  ['a sentence within another', '- **Part**: Open it. And so on.', '- **Teil**: Öffne es. Und so weiter.'],
  [
    'a row',
    '| Name | Means |\n| --- | --- |\n| `A\\|B` | Open it. |',
    '| Name | Bedeutet |\n| --- | --- |\n| `A\\|B` | Öffne es. |',
  ],
  ['code', '```sh\nOpen it.\n```', '```sh\nOpen it.\n```'],
  ['a longer fence', '````text\n```\nOpen it.\n````\nOpen it.', '````text\n```\nOpen it.\n````\nÖffne es.'],
  ['a picture', '![Means](https://example.org/a.svg)', '![Means](https://example.org/a.svg)'],
])('%s is put into the other language, and code is not [C-71]', (_, page, expected) => {
  expect(told(page)).toEqual({ text: expected, missing: [] })
})

test('a sentence without a translation stays in italics, and is told [C-71]', () => {
  expect(told('Close it.\n\n- Shut it.')).toEqual({
    text: '*Close it.*\n\n- *Shut it.*',
    missing: ['Close it.', 'Shut it.'],
  })
})

test('a person’s own words stay as they are, even where they are a sentence of ours [C-71]', () => {
  expect(told('Open it.', ['Open it.']).text).toBe('*Open it.*')
})

test('the note stands below the title alone [C-71]', () => {
  const page = '# Name\n\nOpen it.\n\n```sh\n# Name\n```'
  expect(translatePage(page, { sentences, own: [], note: ['> N.'] }).text).toBe(
    '# Name\n\n> N.\n\nÖffne es.\n\n```sh\n# Name\n```',
  )
})

import { expect, test } from 'vitest'
import type { TextLook } from '../../../ports/rule.ts'
import rule from './rule.ts'

const { find } = rule.look as TextLook

const secret = 'API_KEY = "q9aK3jfL2mX8vT7z"'

test('a long line hides nothing [K-16]', () => {
  for (const line of [
    `${secret}  # ${'x'.repeat(9000)}`,
    `${'x '.repeat(4500)} ${secret}`,
    `${'x'.repeat(3990)} ${secret}`,
  ]) {
    expect(find(line, 'src/a.py')).toEqual([expect.objectContaining({ column: line.indexOf('API_KEY') + 1 })])
  }
  expect(find(`API_KEY=q9aK3jfL2mX8vT7z # token_type: "bearer" ${'x'.repeat(9000)}`, '.env')).toHaveLength(1)
})

test('a line made to be slow is read in time', () => {
  for (const line of [`token: ${' '.repeat(50_000)}`, 'token=a'.repeat(10_000), `token:${'a '.repeat(25_000)}`]) {
    expect(find(line, 'src/a.py')).toEqual([])
  }
  expect(find(`token ${'a'.repeat(100_000)}`, 'README.md')).toEqual([])
  expect(find(`{"token":${'['.repeat(190_000)}`, 'deep.json')).toEqual([])
}, 5000)

const key = 'q9aK3jfL2mX8vT7z'
const foundIn = (path: string, text: string) => find(text, path).map(each => each.line)

test.each([
  ['a dollar in front', 'cfg.yaml', `password: "$${key}"`, [1]],
  ['a slash in front', 'cfg.yaml', `api_key: "/${key}PPqq"`, [1]],
  ['braces around it', 'cfg.yaml', `password: "{${key}}"\ntoken: "$\{${key}}"`, [1, 2]],
  ['a folded value', 'cfg.yaml', `name: x\nsecret_key: >-\n  ${key}\n`, [2]],
  ['a value below its key', 'cfg.yaml', `secret_key:\n  ${key}\n`, [2]],
  ['a list below its key', 'cfg.yaml', `tokens:\n  - ${key}\n  - changeme\n`, [2]],
  ['a word behind the value', 'cfg.yaml', `client_secret: ${key}  extra`, [1]],
  ['a header', 'cfg.yaml', `Authorization: Bearer ${key}PPqqRR`, [1]],
  ['a second document', 'cfg.yml', `a: 1\n---\ntoken: >-\n  ${key}\n`, [3]],
  ['the line after the key', 'cfg.json', `{\n  "api_key":\n    "${key}"\n}`, [3]],
  ['beside the key', 'cfg.json', `{\n  "api_key": "${key}"\n}`, [2]],
  ['a default of a variable', '.env', `API_KEY=\${API_KEY:-${key}}`, [1]],
  ['a command in a page', 'README.md', `Run \`API_KEY=${key} make\` once.`, [1]],
  ['a header in a page', 'docs/use.md', `    Authorization: Bearer ${key}PPqqRR`, [1]],
  ['a command in a block', 'README.md', `\`\`\`sh\nexport API_KEY=${key}\n\`\`\``, [2]],
])('%s hides no secret [K-16]', (_, path, text, lines) => {
  expect(foundIn(path, text)).toEqual(lines)
})

test.each([
  ['variables', 'cfg.yaml', 'password: "${DB_PASSWORD}"\ntoken: $API_TOKEN\nauth: "$USER_NAME:$USER_PASS"\n'],
  ['a variable with a number', 'cfg.yaml', 'token: $AWS_S3_TOKEN'],
  ['a variable of a script', 'cfg.ini', 'password=$db_password'],
  ['templates', 'cfg.yaml', 'password: "{{ vault_db_password }}"\ntoken: ${{ secrets.API_TOKEN_V2 }}\n'],
  ['a default that is a word', 'cfg.yaml', 'password: "${DB_PASSWORD:-postgres}"'],
  ['a demand', 'cfg.yaml', 'password: "${DB_PASSWORD:?it must be set}"'],
  [
    'what is encrypted',
    'cfg.yaml',
    'password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  66386439653236336462626566653063\n',
  ],
  [
    'paths',
    'cfg.yaml',
    'secret: /run/secrets/db_password_v2\ncredentials: ./keys/google.json\ntoken: ~/.config/tool/token\n',
  ],
  ['a sentence', 'cfg.yaml', 'token: >-\n  The token that a user of version 2 gets at 2026-11-21T10:00:00Z\n'],
  ['words in a page', 'README.md', 'The token: see `api_key=settings.api_key`, or `API_KEY=your-key-here`.'],
  ['a call in a page', 'README.md', 'client = Client(api_key=load_key("prod"), token=token_v2)'],
  ['a format', 'src/a.py', 'password = "%(password)s"\ntoken = "{token}"\n'],
])('%s: nothing is taken for a secret [K-16a]', (_, path, text) => {
  expect(foundIn(path, text)).toEqual([])
})

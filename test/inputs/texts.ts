import { added, type Row, sample, valued, whole } from './rows.ts'

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')

/** Encodings and sizes. */
const bytes: readonly Row[] = [
  whole('UTF-16, little end first', 'TSQ-FILE-ENCODING', Buffer.from(`\ufeff${sample}`, 'utf16le')),
  whole('UTF-16, big end first', 'TSQ-FILE-ENCODING', Buffer.from(`\ufeff${sample}`, 'utf16le').swap16()),
  whole('Latin-1', 'TSQ-FILE-ENCODING', Buffer.from(sample.replace('Sample', 'Zoë'), 'latin1')),
  whole('half a surrogate pair in UTF-8', 'TSQ-FILE-ENCODING', Buffer.from([0x61, 0x3a, 0xed, 0xa0, 0x80])),
  whole('an overlong form of a slash', 'TSQ-FILE-ENCODING', Buffer.from([0xc0, 0xaf])),
  whole('ten megabytes', 'TSQ-FILE-TOO-LARGE', '#'.repeat(10_000_000)),
  whole(
    'forty thousand unknown keys',
    'TSQ-ANSWERS-KEY',
    many(40_000, index => `k${index}: a`),
    1,
  ),
  whole(
    'forty thousand times one key',
    'TSQ-ANSWERS-SYNTAX',
    many(40_000, () => 'a: b'),
    2,
  ),
  whole(
    'thirty thousand decisions',
    'TSQ-ANSWERS-SHAPE',
    `decisions:\n${many(30_000, () => '- {topic: a, decision: b}')}`,
    1,
  ),
  whole('a byte order mark in the middle', 'TSQ-ANSWERS-KEY', sample.replace('project:', '\ufeffproject:'), 14),
]

const lettered = (index: number): string => String.fromCodePoint(97 + index)
const bomb = many(9, index =>
  index === 0
    ? 'a: &a [x, x, x]'
    : `${lettered(index)}: &${lettered(index)} [${`*${lettered(index - 1)}, `.repeat(9)}x]`,
)

/** What YAML can do, and an answers file has no use for. */
const yaml: readonly Row[] = [
  whole('aliases that grow to a billion values', 'TSQ-ANSWERS-SYNTAX', bomb, 2),
  whole('an alias to what it stands in', 'TSQ-ANSWERS-SYNTAX', 'intake: &a {users: [*a]}', 1),
  valued('an alias to nothing', 'TSQ-ANSWERS-SYNTAX', 'maturity', '*nobody'),
  whole('a hundred thousand open brackets', 'TSQ-ANSWERS-SYNTAX', `git: ${'['.repeat(100_000)}`, 1),
  whole('five thousand nested lists', 'TSQ-ANSWERS-SYNTAX', `git: ${'['.repeat(5000)}${']'.repeat(5000)}`, 1),
  whole('three thousand nested sections', 'TSQ-ANSWERS-SYNTAX', `${'{a: '.repeat(3000)}x${'}'.repeat(3000)}`, 1),
  whole('a section twice', 'TSQ-ANSWERS-SYNTAX', `${sample}intake: {}\n`, sample.split('\n').length),
  whole('a key twice', 'TSQ-ANSWERS-SYNTAX', 'intake:\n  maturity: production\n  maturity: prototype\n', 3),
  added('a merge key', 'TSQ-ANSWERS-KEY', 'intake', '<<: {maturity: production}'),
  valued('a tag of another program', 'TSQ-ANSWERS-SYNTAX', 'maturity', '!python/object:os.system production'),
  valued('a tag of YAML’s core', 'TSQ-ANSWERS-SYNTAX', 'maturity', '!!int 3'),
  valued('bytes', 'TSQ-ANSWERS-SHAPE', 'maturity', '!!binary cHJvZHVjdGlvbg=='),
  whole('a directive that nobody knows', 'TSQ-ANSWERS-SYNTAX', `%FOO bar\n---\n${sample}`, 1),
  whole('two documents', 'TSQ-ANSWERS-SYNTAX', `${sample}---\n${sample}`, sample.split('\n').length),
  whole('a number as key', 'TSQ-ANSWERS-KEY', '1: x', 1),
  whole('a list as key', 'TSQ-ANSWERS-SYNTAX', 'git: true\n? [a, b]\n: x', 2),
  whole('a template that was not filled in', 'TSQ-ANSWERS-SYNTAX', 'git: true\n{{ answers }}: x', 2),
  whole('nothing as key', 'TSQ-ANSWERS-KEY', '? \n: x', 1),
  whole('__proto__', 'TSQ-ANSWERS-SYNTAX', `__proto__: {git: true}\n${sample}`, 1),
  added('__proto__ in a section', 'TSQ-ANSWERS-SYNTAX', 'intake', '__proto__: {maturity: production}'),
  added('__proto__ as a path', 'TSQ-ANSWERS-SYNTAX', 'approvals', 'task_decisions: {__proto__: defer}'),
  added('constructor', 'TSQ-ANSWERS-KEY', 'intake', 'constructor: x'),
  whole('one word', 'TSQ-ANSWERS-SHAPE', 'hello', 1),
  whole('null', 'TSQ-ANSWERS-SHAPE', 'null', 1),
  whole('a list', 'TSQ-ANSWERS-SHAPE', '- a\n- b', 1),
  whole('a web page', 'TSQ-ANSWERS-SHAPE', '<!DOCTYPE html><html></html>', 1),
  whole('tabs as indentation', 'TSQ-ANSWERS-SYNTAX', 'intake:\n\tmaturity: production', 2),
  whole('a conflict of git', 'TSQ-ANSWERS-SYNTAX', `<<<<<<< HEAD\n${sample}`),
  whole('a fence around it', 'TSQ-ANSWERS-SYNTAX', `\`\`\`yaml\n${sample}\`\`\`\n`, 1),
]

export const texts: readonly Row[] = [...bytes, ...yaml]

import { added, type Row, sample, valued, whole } from './rows.ts'

const invalid = 'TSQ-ANSWERS-INVALID'
const shape = 'TSQ-ANSWERS-SHAPE'

const names: readonly Row[] = [
  valued('a keyword', invalid, 'package_name', 'class'),
  valued('a soft keyword', invalid, 'package_name', 'match'),
  valued('a module of the standard library', invalid, 'package_name', 'json'),
  valued('a device of Windows', invalid, 'package_name', 'con'),
  valued('a package with capitals', invalid, 'package_name', 'Schema'),
  valued('a package with a hyphen', invalid, 'package_name', 'schema-guard'),
  valued('a package that begins with a digit', invalid, 'package_name', '3d'),
  valued('a Cyrillic letter that looks like a Latin one', invalid, 'package_name', '"\u0441lasses"'),
  valued('a package of 300 letters', invalid, 'package_name', 'a'.repeat(300)),
  valued('an empty package', invalid, 'package_name', '""'),
  valued('a package that no index takes', invalid, 'package_name', '__init__'),
  valued('the tests’ own folder', invalid, 'package_name', 'tests'),
  valued('a tool that every project installs', invalid, 'package_name', 'pytest'),
  valued('an installer', invalid, 'package_name', 'pip'),
  valued('the folder itself', invalid, 'repository_name', '.'),
  valued('the folder above', invalid, 'repository_name', '..'),
  valued('a path', invalid, 'repository_name', 'a/b'),
  valued('a path of Windows', invalid, 'repository_name', 'a\\b'),
  valued('an absolute path', invalid, 'repository_name', '/etc'),
  valued('git’s own folder', invalid, 'repository_name', '.git'),
  valued('an option', invalid, 'repository_name', '"-rf"'),
  valued('a variable', invalid, 'repository_name', '$HOME'),
  valued('two lines', invalid, 'repository_name', '"a\\nb"'),
  valued('letters that are read from right to left', invalid, 'repository_name', '"a\\u202Eb"'),
  valued('a device with an ending', invalid, 'repository_name', 'NUL.txt'),
  valued('a dot at the end', invalid, 'repository_name', 'a.'),
]

const words: readonly Row[] = [
  valued('white space for a sentence', invalid, 'description', '"   "'),
  valued('a sentence of 301 letters', invalid, 'description', 'a'.repeat(301)),
  valued('a sentence that colours the terminal', invalid, 'description', '"a\\e[31mb"'),
  valued('a sentence that is turned around', invalid, 'description', '"a\\u202Eb"'),
  valued('a sentence with a zero', invalid, 'description', '"a\\0b"'),
  valued('half a surrogate pair', invalid, 'description', '"a \\uD800 b"'),
  valued('a sentence spelt in invisible tags', invalid, 'description', '"a \\U000E0061\\U000E0062"'),
  valued('a space of no width', invalid, 'description', '"a\\u200Bb"'),
]

const ranges: readonly Row[] = [
  valued('no version', invalid, 'python', 'latest'),
  valued('every version', invalid, 'python', '"*"'),
  valued('a range with a program', invalid, 'python', '">=3.11; import os"'),
  valued('five thousand ranges', invalid, 'python', `"${'>=3.11,'.repeat(5000)}"`),
  valued('Python 2', 'TSQ-UNDELIVERED', 'python', '">=2.7"'),
  valued('a range that nothing meets', 'TSQ-UNDELIVERED', 'python', '">=3.14,<3.12"'),
  valued('a version with twenty digits', 'TSQ-UNDELIVERED', 'python', '">=99999999999999999999.1"'),
]

const lists: readonly Row[] = [
  valued('a sentence instead of a list', shape, 'non_goals', 'nothing'),
  valued('an empty list', shape, 'non_goals', '[]'),
  valued('a list of nothing', invalid, 'non_goals', '[""]'),
  valued('no value', shape, 'non_goals', ''),
  valued('a letter that is none', 'TSQ-ANSWERS-VALUE', 'users', '[Z]'),
  valued('the same twice', shape, 'users', '[developers, developers]'),
  valued('a section instead of a list', shape, 'users', '{a: b}'),
  valued('no author', shape, 'authors', '[]'),
  valued('no address', invalid, 'authors', '[{name: A, email: nobody}]'),
  valued('two addresses in one', invalid, 'authors', '[{name: A, email: "a@b.co>, <x@y.zz"}]'),
  valued('an author with a telephone', 'TSQ-ANSWERS-KEY', 'authors', '[{name: A, email: a@b.co, phone: 1}]'),
  valued('a language twice', shape, 'readme_languages', '[zh, zh]'),
  valued('a language that is none', invalid, 'readme_languages', '[xx]'),
]

const facts: readonly Row[] = [
  added('a remote that runs a script', invalid, 'project', 'remote: "javascript:alert(1)"'),
  added('a remote on this disk', invalid, 'project', 'remote: "file:///etc/passwd"'),
  added('a remote that runs a program', invalid, 'project', 'remote: "ext::sh -c touch"'),
  added('a remote with a password', invalid, 'project', 'remote: "https://me:secret@example.org/x"'),
  added('a remote on two lines', invalid, 'project', 'remote: "https://example.org/a\\nb"'),
  added('nobody to maintain it', invalid, 'project', 'team_size: 0'),
  added('less than nobody', invalid, 'project', 'team_size: -1'),
  added('half a person', invalid, 'project', 'team_size: 2.5'),
  added('more people than digits', invalid, 'project', 'team_size: 99999999999999999999'),
  added('people in octal', invalid, 'project', 'team_size: 0o17'),
  whole('a day that February has not', invalid, `date: 2026-02-30\n${sample}`, 1),
  whole('a time of day', invalid, `date: 2026-01-01T00:00:00Z\n${sample}`, 1),
  whole('the year zero', invalid, `date: 0000-01-01\n${sample}`, 1),
  whole('yes and no', 'TSQ-ANSWERS-VALUE', `git: maybe\n${sample}`, 1),
  whole('a format that is none', 'TSQ-ANSWERS-VALUE', `report: {formats: [pdf]}\n${sample}`, 1),
  whole(
    'a score that is none',
    invalid,
    sample.replace('critic_1: proceed', 'critic_1: {decision: proceed, min_score: high}'),
    38,
  ),
]

export const values: readonly Row[] = [...names, ...words, ...ranges, ...lists, ...facts]

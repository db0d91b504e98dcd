import type { Told } from './words.ts'

const told = (check: string, finds: string, fix: string): { readonly check: string; readonly lines: Told } => ({
  check,
  lines: [
    ['Finds', finds],
    ['Fix', fix],
  ],
})

/** The names that the checks themselves give to what they find, beside those of the tools that they run. */
const rules: Readonly<Record<string, ReturnType<typeof told>>> = {
  'does-not-parse': told('syntax', 'A file is not Python, so no check can look further into it.', 'Mend the line.'),
  'not-text': told(
    'rules',
    'A Python file cannot be read as source: another encoding than it declares, a NUL byte, a link, or more than 5 MB.',
    'Save it as UTF-8 text in an ordinary file.',
  ),
  'invalid-syntax': told('syntax', 'A line is not Python of the versions that the project names.', 'Mend the line.'),
  encoding: told('syntax', 'The interpreter cannot read the text of a file.', 'Save it in UTF-8.'),
  'not-checked': told(
    'syntax',
    'A link, or a file that is not text in UTF-8: nobody can read it, so nobody has checked it.',
    'Save it in UTF-8 under an ordinary name, or take it out of the repository.',
  ),
  'changed-while-checked': told(
    'syntax',
    'The repository changed while it was checked: the results are about another tree.',
    'Let nothing write there meanwhile, and run the gate again.',
  ),
  missing: told(
    'contract',
    'The agreed interface names a function, class or value that the file does not have.',
    'Write it; `trysquare task prompt ID` shows the whole interface.',
  ),
  different: told(
    'contract',
    'A function, class or value has other parameters or another type than agreed; other files are written against it.',
    'Make it as agreed, or have the interface changed in the design.',
  ),
  gone: told('contract', 'A file that was accepted is gone.', 'Bring it back: git checkout HEAD -- PATH.'),
  strayed: told(
    'contract',
    'A doer was asked for one file and wrote elsewhere too; that was undone.',
    'Have the file made again: `trysquare task regenerate ID`.',
  ),
  unresolved: told(
    'imports',
    'An import names a module, or a name in one, that this project does not have.',
    'Name what is there, or make the missing one first.',
  ),
  undeclared: told(
    'imports',
    'A module comes from neither the standard library, this project nor a declared requirement.',
    'Declare it in pyproject.toml, or do without it.',
  ),
  'development-only': told(
    'imports',
    'Code for users imports what only development installs.',
    'Move it to the requirements of the project, or do without it there.',
  ),
  prohibited: told(
    'imports',
    'A hard constraint of the design forbids this module.',
    'Do without it, or have the constraint changed.',
  ),
  'unused-requirement': told(
    'imports',
    'A requirement is declared that no file imports.',
    'Remove it from pyproject.toml, or use it.',
  ),
  unformatted: told('style', 'Ruff would format the file otherwise.', '`uv run ruff format`.'),
  'blanket-noqa': told(
    'style',
    'A `noqa` without codes hides everything of its line.',
    'Name the rule that is meant: `# noqa: E501`.',
  ),
  loosened: told(
    'the check that is loosened',
    'A setting or a comment tells a tool to look away: what it is told not to look at shows nothing.',
    'Take it out, and mend what it hid.',
  ),
  error: told('types', 'mypy refuses something without giving it a code.', 'Its message says what.'),
  'test-failed': told('tests', 'A test failed.', 'Mend the code, or the test where it is wrong.'),
  'test-error': told(
    'tests',
    'A test could not run: what it needs failed before or after it.',
    'Mend its fixture or its set-up; the message says which line.',
  ),
  'collection-error': told(
    'tests',
    'pytest could not load a file, so none of its tests ran.',
    'Mend what fails while it is imported; the message names it.',
  ),
  'ends-the-run': told(
    'tests',
    'A file or a test ends the interpreter, so nothing behind it was tested.',
    'Let what is tested return or raise; only a program’s own main ends it.',
  ),
  'no-test-executed': told(
    'tests',
    'No test of a file ran: there is none, or each is skipped or expected to fail.',
    'Write a test that runs and can fail.',
  ),
  'not-run': told(
    'tests',
    'Tests were found and did not run, although others of their file did.',
    'Remove the option or the hook in conftest.py that takes them out.',
  ),
  'not-measured': told(
    'tests',
    'Coverage did not measure a file of the package.',
    'Give each folder its __init__.py, and import the package as it is installed.',
  ),
  coverage: told(
    'tests',
    'The tests reach fewer lines than the design asks for.',
    'Test the lines that no test reaches.',
  ),
  S: told('security', 'Ruff found a weakness and gave it no code.', 'Its message says what.'),
}

/** What a finding under a name of ours means; undefined when the name is none. */
export const ownRule = (name: string): { readonly check: string; readonly lines: Told } | undefined => {
  if (Object.hasOwn(rules, name)) return rules[name]
  const [, secret] = /^secret-(.+)$/.exec(name) ?? []
  return secret === undefined
    ? undefined
    : told(
        'security',
        `A text that looks like a secret of the kind ${secret}: a key, a token or a password.`,
        'Revoke it where it was issued, take it out, and read it from the environment.',
      )
}

/** The names of all of them. */
export const ownRules: readonly string[] = Object.keys(rules)

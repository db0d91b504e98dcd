import { isTestFile } from './test-file.ts'

/** Folders and files of tests, by the names that pytest, unittest and Django look for. */
const tests =
  /(?:^|\/)(?:t|tests?|testing|testsuite|e2e|integration[-_]tests|load[-_]test(?:s|ing))\/|(?:^|\/)(?:conftest|tests|test[-_][^/]*|[^/]*_tests?)\.py$/

/** What shows how to use a program, and is no part of it. */
const samples = /(?:^|\/)(?:docs?|docs_src|examples?|samples?|tutorials?|demos?|notebooks?|playground)\//

/** What somebody runs by hand, or once. */
const errands =
  /(?:^|\/)(?:scripts?|tools?|bench(?:es|marks?)?|build_helpers|management\/commands|alembic|migrations|revisions|versions)\/|(?:^|\/)(?:setup|hatch_build|noxfile|tasks|fabfile|manage)\.py$/

/** Whether a file is a test, or helps tests. */
export const isOfTests = (path: string): boolean => tests.test(path)

/** Whether a file only shows how something is used. */
export const isSample = (path: string): boolean => samples.test(path)

/** Whether a file belongs to the program that runs in earnest: no test, sample, migration or script. */
export const isOfProgram = (path: string): boolean => !tests.test(path) && !samples.test(path) && !errands.test(path)

/** Whether a file is neither a test nor a sample. */
export const isInEarnest = (path: string): boolean => !tests.test(path) && !samples.test(path)

/** Where a project reads its surroundings on purpose. */
const settings =
  /(?:^|\/)(?:settings|config|configuration|conf|env|environment|constants|defaults)(?:\.py$|\/)|(?:^|\/)(?:_?settings|_?config)\w*\.py$|(?:^|\/)\w+_(?:settings|config)\.py$|(?:^|\/)(?:wsgi|asgi|__main__|gunicorn\.conf|logging_config)\.py$/

/** Whether a file is where a project sets what differs from one place to another. */
export const isSettings = (path: string): boolean => settings.test(path)

const beside =
  /(?:^|\/)(?:tests?|testing|test_?utils?|docs?|docs_src|doc|examples?|samples?|demos?|tutorials?|benchmarks?|bench|notebooks?|fixtures)\/|(?:^|\/)(?:conftest|setup|noxfile|tasks|fabfile|versioneer|_version)\.py$/

/** Whether a file is no part of the program itself: a test, an example, documentation, packaging. */
export const isBesideProgram = (path: string): boolean => beside.test(path) || isTestFile(path)

const commandLine =
  /(?:^|\/)(?:cli|commands?|console|scripts?|bin|tools?|management|hack|ci|\.github|utils?\/scripts)\/|(?:^|\/)(?:__main__|main|cli|_cli|manage|run|app|cmd|cmdline|console|command_?line|commands?|wsgi|asgi|[^/]*_cli|cli_[^/]*|[^/]*_cmd|[^/]*_?script)\.py$/

/** Whether a file is a program's own door to the terminal, or a script that a person starts: it may print and exit. */
export const isCommandLineFile = (path: string): boolean => commandLine.test(path)

/** Whether a file does something when it is run by itself. */
export const runsItself = (text: string): boolean =>
  text.startsWith('#!') || /^if __name__ == ["']__main__["']/m.test(text)

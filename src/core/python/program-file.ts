import { isTestFile } from './test-file.ts'

const beside =
  /(?:^|\/)(?:t|tests?|testing|test_?utils?|docs?|docs_src|doc|examples?|samples?|demos?|tutorials?|benchmarks?|bench|notebooks?|fixtures)\/|(?:^|\/)(?:conftest|setup|noxfile|tasks|fabfile|versioneer|_version)\.py$/

/** Whether a file is no part of the program itself: a test, an example, documentation, packaging. */
export const isBesideProgram = (path: string): boolean => beside.test(path) || isTestFile(path)

const commandLine =
  /(?:^|\/)(?:cli|commands?|console|scripts?|bin|tools?|management|hack|ci|\.github|utils?\/scripts)\/|(?:^|\/)(?:__main__|main|cli|_cli|manage|run|app|cmd|cmdline|console|command_?line|commands?|wsgi|asgi|[^/]*_cli|cli_[^/]*|[^/]*_cmd|[^/]*_?script)\.py$/

/** Whether a file is a program's own door to the terminal, or a script that a person starts: it may print and exit. */
export const isCommandLineFile = (path: string): boolean => commandLine.test(path)

/** Whether a file does something when it is run by itself. */
export const runsItself = (text: string): boolean =>
  text.startsWith('#!') || /^if __name__ == ["']__main__["']/m.test(text)

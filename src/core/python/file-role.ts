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

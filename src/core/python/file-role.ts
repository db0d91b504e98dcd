/** Folders and files of tests, by the names that pytest, unittest and Django look for. */
const tests =
  /(?:^|\/)(?:tests?|testing|testsuite|e2e|integration_tests|load_tests)\/|(?:^|\/)(?:conftest|tests|test_[^/]*|[^/]*_tests?)\.py$/

/** What shows how to use a program, and is no part of it. */
const samples = /(?:^|\/)(?:docs?|docs_src|examples?|samples?|tutorials?|demos?|notebooks?|playground)\//

/** What somebody runs by hand, or once. */
const errands =
  /(?:^|\/)(?:scripts?|tools?|bench(?:marks?)?|alembic|migrations|revisions|versions)\/|(?:^|\/)(?:setup|noxfile|tasks|fabfile|manage)\.py$/

/** Whether a file is a test, or helps tests. */
export const isOfTests = (path: string): boolean => tests.test(path)

/** Whether a file only shows how something is used. */
export const isSample = (path: string): boolean => samples.test(path)

/** Whether a file belongs to the program that runs in earnest: no test, sample, migration or script. */
export const isOfProgram = (path: string): boolean => !tests.test(path) && !samples.test(path) && !errands.test(path)

/** Whether a file is neither a test nor a sample. */
export const isInEarnest = (path: string): boolean => !tests.test(path) && !samples.test(path)

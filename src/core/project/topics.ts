/** Everything that is told of a repository, with its words. A person corrects a claim by the topic’s name. */
export const topics = {
  manager: 'who installs and locks the dependencies',
  build: 'what builds the package',
  lock: 'the lock file',
  python: 'the Python versions it runs on',
  layout: 'where the packages lie',
  package: 'a package or module of the project',
  member: 'a project of its own inside the repository',
  tests: 'where the tests lie',
  tool: 'a tool that is set up',
  ci: 'what runs for each change',
  docs: 'what makes the documentation',
  container: 'how an image is made',
  version: 'where the version number stands',
  license: 'the licence',
  size: 'how much there is',
} as const

/** The name of something that is told of a repository. */
export type Topic = keyof typeof topics

/** Whether a word names a topic. */
export const isTopic = (word: string): word is Topic => Object.hasOwn(topics, word)

/** Topics of which a repository has one each: two claims on one of them contradict each other. */
export const single: ReadonlySet<Topic> = new Set(['manager', 'build', 'python', 'layout', 'tests', 'license'])

/** One choice of a question: what is written, what it means for the project. */
export interface Option {
  readonly letter: string
  readonly id: string
  /** The consequence of choosing it, in one sentence. */
  readonly means: string
}

/** A question with a closed list of answers. The order of the options is the order of their letters. */
export interface Choice {
  readonly question: string
  readonly options: readonly Option[]
}

/** Keeps the id as a literal type, so that {@link ChoiceId} is the list of ids. */
const option = <const Id extends string>(letter: string, id: Id, means: string): Option & { readonly id: Id } => ({
  letter,
  id,
  means,
})

/** Every question with a closed list, by the path of its answer. Letters, ids and order come from spec/answers.md. */
export const choices = {
  'intake.purpose': {
    question: 'What is it?',
    options: [
      option('A', 'api-service', 'A service that others call over HTTP.'),
      option('B', 'internal-service', 'A service for other systems of the same house.'),
      option('C', 'library', 'Code that others import.'),
      option('D', 'prototype', 'A trial: to learn from, and perhaps to throw away.'),
      option('E', 'cli', 'A program for the terminal.'),
    ],
  },
  'intake.users': {
    question: 'Who uses it? (one or several)',
    options: [
      option('A', 'external', 'People outside, whom you cannot ask to change their code.'),
      option('B', 'internal-team', 'Your own team or house.'),
      option('C', 'developers', 'Programmers who build on it.'),
      option('D', 'automated-systems', 'Programs and agents.'),
      option('E', 'personal', 'You alone.'),
    ],
  },
  'intake.maturity': {
    question: 'How mature must it be?',
    options: [
      option('A', 'prototype', 'It may break; learning comes first.'),
      option('B', 'production', 'Others depend on it.'),
      option('C', 'long-term', 'Others depend on it for years.'),
    ],
  },
  'intake.lifespan': {
    question: 'How long will it live?',
    options: [
      option('A', 'short-term', 'Weeks or months.'),
      option('B', 'medium-term', 'A year or two.'),
      option('C', 'long-term', 'Years, with changing people.'),
    ],
  },
  'intake.deployment': {
    question: 'Where does it run?',
    options: [
      option('A', 'local', 'On the machine of whoever installs it.'),
      option('B', 'container', 'In a container image.'),
      option('C', 'cloud', 'On a cloud platform.'),
      option('D', 'multiple', 'In several of these places.'),
      option('E', 'undecided', 'Not known yet; nothing is made for any place.'),
    ],
  },
  'intake.concurrency': {
    question: 'How does it do several things at once?',
    options: [
      option('A', 'sync', 'One thing after the other: the simplest to read and to test.'),
      option('B', 'async', 'Many waits at once in one thread, with async and await.'),
      option('C', 'mixed', 'An asynchronous shell around synchronous code.'),
      option('D', 'recommend', 'Trysquare suggests one with its reason, at the architecture stage.'),
    ],
  },
  'project.license': {
    question: 'Under which licence?',
    options: [
      option('A', 'MIT', 'Anyone may do almost anything with it, keeping your notice.'),
      option('B', 'Apache-2.0', 'Like MIT, with a grant of patents.'),
      option('C', 'BSD-3-Clause', 'Like MIT, and your name may not advertise derivatives.'),
      option('D', 'GPL-3.0-or-later', 'Whoever distributes it or a derivative passes on the same freedoms.'),
      option('E', 'proprietary', 'All rights reserved.'),
    ],
  },
  'architecture.dependencies': {
    question: 'What manages dependencies?',
    options: [
      option('A', 'uv', 'One fast tool for interpreter, environment, lock and build.'),
      option('B', 'poetry', 'A lock and environment manager with its own conventions.'),
      option('C', 'pdm', 'A lock and environment manager close to the standards.'),
      option('D', 'pip-requirements', 'pip with requirements files, pinned and hashed.'),
      option('E', 'pip-pyproject', 'pip alone, reading pyproject.toml.'),
    ],
  },
  'architecture.configuration': {
    question: 'Where do settings come from?',
    options: [
      option('A', 'environment', 'Environment variables, read by a small typed loader; no dependency.'),
      option('B', 'files', 'A TOML file, read into a typed object; no dependency.'),
      option('C', 'pydantic-settings', 'Environment variables validated by Pydantic; one dependency.'),
      option('D', 'combination', 'A TOML file that environment variables override; no dependency.'),
    ],
  },
  'architecture.errors': {
    question: 'How do errors reach the caller?',
    options: [
      option('A', 'exceptions', 'A hierarchy with one base class, as Python people expect.'),
      option('B', 'results', 'A Result value that the caller must open; nothing is raised for expected failures.'),
      option('C', 'mixed', 'Results for expected failures, exceptions for misuse.'),
    ],
  },
  'architecture.logging': {
    question: 'How does it log?',
    options: [
      option('A', 'stdlib', 'The logging module; the application that imports it decides what is shown.'),
      option('B', 'structlog', 'Structured events with bound context; one dependency.'),
      option('C', 'minimal', 'A named logger and nothing else.'),
    ],
  },
  'architecture.testing': {
    question: 'How is it tested?',
    options: [
      option('A', 'none', 'No tests are made.'),
      option('B', 'unit', 'Each module by itself.'),
      option('C', 'unit+integration', 'Each module, and the modules together as a user would.'),
      option('D', 'comprehensive', 'Both, and properties that must hold for every input.'),
    ],
  },
  'structure.mode': {
    question: 'Where does the directory tree come from?',
    options: [
      option('A', 'tree', 'You paste one: a drawing or a plain list.'),
      option('B', 'guided', 'Six questions build it.'),
      option('C', 'template', 'The template of the purpose.'),
    ],
  },
  'structure.guided.components': {
    question: 'Where do the components lie?',
    options: [
      option('A', 'separate', 'Each is a module of the package itself.'),
      option(
        'B',
        'together',
        'All of them lie in one package of their own, `core`, apart from settings, logging and errors.',
      ),
    ],
  },
  'structure.guided.exposure': {
    question: 'How is it reached from outside, besides being imported? (none, one or both)',
    options: [
      option('A', 'api', 'Over HTTP: the tree holds the application and its routes.'),
      option('B', 'cli', 'From a terminal: the tree holds the program and its commands.'),
    ],
  },
  'structure.guided.directories': {
    question: 'Which directories besides? (none, one or several)',
    options: [
      option('A', 'config', 'The samples of the settings lie in config/.'),
      option('B', 'data', 'Data lies in data/.'),
      option('C', 'schema', 'Schemas lie in schema/.'),
    ],
  },
  'structure.guided.tests': {
    question: 'Where do the tests lie?',
    options: [
      option('A', 'separate', 'In tests/, apart from what is shipped.'),
      option(
        'B',
        'beside',
        'Each beside the module that it tests, and left out of what is shipped; tests of the whole in tests/.',
      ),
    ],
  },
  'structure.guided.docs': {
    question: 'In which format is the documentation?',
    options: [
      option('A', 'markdown', 'Markdown files: the README, the guide for contributors, the record of decisions.'),
      option('B', 'mkdocs', 'These, and a site in docs/ that MkDocs builds.'),
      option('C', 'sphinx', 'These, and a site in docs/ that Sphinx builds.'),
    ],
  },
  'features.api': {
    question: 'An HTTP API?',
    options: [
      option('N', 'none', 'No API.'),
      option('A', 'fastapi', 'FastAPI.'),
      option('B', 'flask', 'Flask.'),
      option('C', 'strawberry', 'GraphQL with Strawberry.'),
      option('C', 'graphene', 'GraphQL with Graphene.'),
      option('D', 'other', 'Another framework.'),
    ],
  },
  'features.api_audience': {
    question: 'Whom does the API serve?',
    options: [
      option('A', 'external', 'People outside.'),
      option('B', 'internal', 'The same house.'),
      option('C', 'development', 'Developers while they build.'),
    ],
  },
  'features.ui': {
    question: 'A user interface? (libraries, services and programs for the terminal usually need none)',
    options: [
      option('N', 'none', 'No user interface.'),
      option('A', 'jinja', 'Pages rendered on the server.'),
      option('B', 'react', 'A React application.'),
      option('B', 'vue', 'A Vue application.'),
      option('C', 'forms', 'Plain forms.'),
      option('D', 'flask-admin', 'Flask-Admin.'),
      option('D', 'sqladmin', 'SQLAdmin.'),
      option('D', 'django-admin', 'Django’s admin.'),
    ],
  },
  'features.demo': {
    question: 'A demonstration under examples/?',
    options: [
      option('N', 'none', 'No examples.'),
      option('A', 'minimal', 'One script that runs.'),
      option('B', 'tutorial', 'A step-by-step tutorial.'),
      option('C', 'comprehensive', 'One script for each thing it can do.'),
    ],
  },
  'features.docs': {
    question: 'A documentation site?',
    options: [
      option('N', 'none', 'The README is the documentation.'),
      option('A', 'sphinx', 'Sphinx.'),
      option('B', 'mkdocs', 'MkDocs.'),
      option('C', 'markdown', 'Plain Markdown pages under docs/.'),
    ],
  },
} as const satisfies Record<string, Choice>

/** The path of a question with a closed list. */
export type ChoicePath = keyof typeof choices
/** What a question with a closed list may be answered with. */
export type ChoiceId<P extends ChoicePath> = (typeof choices)[P]['options'][number]['id']

/** The ids of a question, in the order of their letters. */
export const idsOf = <P extends ChoicePath>(path: P): readonly ChoiceId<P>[] =>
  (choices[path].options as readonly Option[]).map(each => each.id as ChoiceId<P>)

/** What a typed letter or id stands for: one id, several (a letter that two share), or none. */
export const meant = <P extends ChoicePath>(path: P, typed: string): readonly ChoiceId<P>[] => {
  const options = choices[path].options as readonly Option[]
  const wanted = typed.trim().toLowerCase()
  const byId = options.filter(each => each.id.toLowerCase() === wanted)
  const found = byId.length > 0 ? byId : options.filter(each => each.letter.toLowerCase() === wanted)
  return found.map(each => each.id as ChoiceId<P>)
}

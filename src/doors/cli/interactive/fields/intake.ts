import { isDelivered } from '../../../../core/design/answers/delivered.ts'
import { distributionName } from '../../../../core/design/answers/names.ts'
import { independent } from '../../../../core/design/suggest/independent.ts'
import { suggestedFor } from '../../../../core/design/suggest/intake.ts'
import type { Context, Field } from '../context.ts'
import { oneOf, sentences, several, typed } from './typed.ts'

const joined = (value: unknown): string => (Array.isArray(value) ? value.map(String).join('; ') : String(value))

const authorsOf = (text: string): unknown =>
  sentences(text).map(each => {
    const found = /^(.*?)\s*<([^<>]*)>$/.exec(each)
    return { name: found?.[1] ?? each, email: found?.[2] ?? '' }
  })

const authorsProblem = (text: string): string | undefined => {
  const bad = sentences(text).find(each => !/^\S.*\s<[^<>\s]+@[^<>\s]+>$/.test(each))
  return bad === undefined ? undefined : `"${bad}" lacks a part: write it as Ada Lovelace <ada@example.org>.`
}

const authorsShown = (value: unknown): string =>
  (value as readonly { readonly name: string; readonly email: string }[])
    .map(each => `${each.name} <${each.email}>`)
    .join('; ')

const gitAuthor = async ({ world }: Context) => {
  const { name, email } = await world.git.person()
  return name === undefined || email === undefined
    ? undefined
    : { value: `${name} <${email}>`, why: 'the person of your git configuration' }
}

const followsFrom =
  (path: Parameters<typeof suggestedFor>[0]) =>
  ({ state }: Context) =>
    suggestedFor(path, state.given.intake?.purpose)

const eleven = (onName: (context: Context, name: string) => void): readonly Field[] => [
  typed({
    path: 'intake.package_name',
    title: 'Package name',
    mark: '1',
    question: 'What is imported: lower case with underscores, such as json_validator.',
    suggestion: ({ ideas }) => ideas.package_name,
    after: onName,
  }),
  typed({
    path: 'intake.repository_name',
    title: 'Repository name',
    mark: '2',
    question: 'The folder, such as json-validator.',
    suggestion: ({ state, ideas }) => {
      const name = state.given.intake?.package_name
      return name === undefined
        ? ideas.repository_name
        : { value: distributionName(name), why: 'the package’s name, with hyphens' }
    },
  }),
  typed({
    path: 'intake.description',
    title: 'Description',
    mark: '3',
    question: 'What is it, in one sentence?',
    suggestion: ({ ideas }) => ideas.description,
  }),
  typed({
    path: 'intake.purpose',
    title: 'Purpose',
    mark: '4',
    question: 'What is it?',
    raw: oneOf,
    suggestion: ({ ideas }) =>
      ideas.purpose !== undefined && isDelivered('intake.purpose', ideas.purpose.value)
        ? ideas.purpose
        : { value: 'library', why: 'nothing in your sentence says otherwise' },
  }),
  typed({
    path: 'intake.users',
    title: 'Users',
    mark: '5',
    question: 'Who uses it? One or several, such as C, D.',
    raw: several,
    suggestion: followsFrom('intake.users'),
  }),
  typed({
    path: 'intake.maturity',
    title: 'Maturity',
    mark: '6',
    question: 'How mature must it be?',
    raw: oneOf,
    suggestion: followsFrom('intake.maturity'),
  }),
  typed({
    path: 'intake.lifespan',
    title: 'Lifespan',
    mark: '7',
    question: 'How long will it live?',
    raw: oneOf,
    suggestion: followsFrom('intake.lifespan'),
  }),
  typed({
    path: 'intake.python',
    title: 'Python',
    mark: '8',
    question: 'Which versions? A PEP 440 specifier, or 3.12 for that one alone.',
    suggestion: () => independent['intake.python'],
  }),
  typed({
    path: 'intake.deployment',
    title: 'Deployment',
    mark: '9',
    question: 'Where does it run?',
    raw: oneOf,
    suggestion: followsFrom('intake.deployment'),
  }),
  typed({
    path: 'intake.concurrency',
    title: 'Concurrency',
    mark: '10',
    question: 'How does it do several things at once?',
    raw: oneOf,
    suggestion: () => independent['intake.concurrency'],
  }),
  typed({
    path: 'intake.non_goals',
    title: 'Non-goals',
    mark: '11',
    question: 'What will it not do? At least one; several are set apart by semicolons.',
    explains: ['A boundary that is written down keeps the project small, and tells its users what not to wait for.'],
    raw: sentences,
    shown: joined,
    suggestion: ({ ideas }) => ideas.non_goals,
  }),
]

const facts: readonly Field[] = [
  typed({
    path: 'project.license',
    title: 'Licence',
    mark: '12',
    question: 'Under which licence?',
    raw: oneOf,
    suggestion: () => independent['project.license'],
  }),
  typed({
    path: 'project.authors',
    title: 'Authors',
    mark: '13',
    question: 'Who writes it? Name <e-mail>; several are set apart by semicolons.',
    explains: ['The authors stand in pyproject.toml, in the licence and in the first commit.'],
    raw: authorsOf,
    problem: authorsProblem,
    shown: authorsShown,
    suggestion: gitAuthor,
  }),
  typed({
    path: 'project.remote',
    title: 'Remote',
    mark: '14',
    question: 'Where will the repository live (https://…)?',
    explains: ['Badges and links are made only from this.'],
    optional: true,
  }),
  typed({
    path: 'project.team_size',
    title: 'Team size',
    mark: '15',
    question: 'How many people will maintain it?',
    explains: ['The critic weighs the burden of maintenance against it.'],
    optional: true,
  }),
]

/** How many of the questions are shown as one block. */
export const inBlock = 11

/** Stage 0: eleven questions, then facts that nobody may invent. */
export const intakeFields = (onName: (context: Context, name: string) => void): readonly Field[] => [
  ...eleven(onName),
  ...facts,
]

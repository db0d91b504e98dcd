import type { ChoicePath } from '../../../../core/design/answers/choices.ts'
import { recommended } from '../../../../core/design/suggest/architecture.ts'
import type { Context, Field, Reply } from '../context.ts'
import { readAt, refusedIn } from '../values.ts'
import { oneOf, typed } from './typed.ts'

const recommend =
  (path: string) =>
  ({ state }: Context) =>
    state.given.intake === undefined ? undefined : recommended(path, state.given.intake)

const decision = (path: ChoicePath, title: string, question: string, mark: string): readonly Field[] => [
  typed({ path, title, mark, question, raw: oneOf, suggestion: recommend(path) }),
  typed({
    path: path.replace('.', '.rationale.'),
    title: `Why ${title.toLowerCase()}`,
    mark: `${mark}a`,
    question: 'One sentence; the critic reads it.',
    optional: true,
  }),
]

/** What was handed back is handed over here; handing it back again would only ask it again. */
const except = { recommend: 'The recommendation is made here: choose it with Enter, or another one.' }

const plainly = typed({
  path: 'intake.concurrency',
  title: 'Concurrency',
  question: 'How does it do several things at once?',
  raw: oneOf,
  except: { recommend: 'The recommendation was made: the answer stays with Enter, or choose another one.' },
})

/** Where the intake said "recommend", the recommendation is put here; it counts when it is chosen. */
const concurrency: Field = {
  path: 'intake.concurrency',
  title: 'Concurrency',
  mark: '7',
  main: true,
  open: given => given.intake?.concurrency === 'recommend',
  ask: async context => {
    const { state } = context
    if (state.given.intake?.concurrency !== 'recommend') return plainly.ask(context)
    const recommendation = typed({
      path: 'intake.concurrency',
      title: 'Concurrency',
      question: 'How does it do several things at once? You asked for a recommendation.',
      raw: oneOf,
      except,
      suggestion: () => recommend('intake.concurrency')(context),
    })
    // Without it there is no answer yet, and Enter chooses what is suggested.
    const { concurrency: _, ...intake } = state.given.intake
    return recommendation.ask({ ...context, state: { ...state, given: { ...state.given, intake } } })
  },
}

const topics = 'versioning, compatibility, extension, observability, data, security, deployment, support'

/** Further decisions, one after the other, until none is added. */
const further: Field = {
  path: 'decisions',
  title: 'Further decisions',
  mark: '6',
  main: false,
  ask: async ({ talk, state }): Promise<Reply> => {
    let decisions = state.given.decisions ?? []
    talk.say(
      '',
      `${talk.style.bold('Further decisions')}  Topic: decision. The critic knows ${topics}.`,
      talk.style.dim('  such as  versioning: semantic versions from tags   · optional: Enter goes on'),
    )
    for (;;) {
      if (decisions.length > 0)
        talk.say(
          ...decisions.map(each => `  · ${each.topic}: ${each.decision}`),
          talk.style.dim('  Enter goes on · - takes the last one out'),
        )
      const text = await talk.ask('Decision')
      if (text === '<') return { kind: 'back' }
      if (text === '?') {
        talk.say(
          '  What else is decided: a topic, a colon, what was decided. Each can win back points that the reviews take.',
          `  Topics that they know: ${topics}. Any other word is one too.`,
          '  Enter goes on, and none is an answer; < goes to the question before.',
        )
        continue
      }
      if (text === '')
        return {
          kind: 'values',
          values: decisions.length === 0 && state.given.decisions === undefined ? {} : { decisions: [...decisions] },
        }
      if (text === '-') {
        decisions = decisions.slice(0, -1)
        continue
      }
      const [, topic, what] = /^([^:]+):\s*(.+)$/.exec(text) ?? []
      if (topic === undefined || what === undefined) {
        talk.refuse('Write the topic, a colon, and the decision.')
        continue
      }
      const why = await talk.ask('Why (Enter: none)')
      if (why === '?' || why === '<') {
        talk.say('  A reason in one sentence, or Enter for none; the critic reads it. Give the decision again.')
        continue
      }
      const read = readAt({}, 'decisions', [{ topic: topic.trim(), decision: what, ...(why !== '' && { why }) }])
      if (refusedIn(read)) talk.refuse(...read)
      else decisions = [...decisions, ...(read.decisions ?? [])]
    }
  },
}

/** Stage 1: the five decisions, each with its reason, and what else was decided. */
export const architectureFields: readonly Field[] = [
  concurrency,
  ...decision('architecture.dependencies', 'Dependencies', 'What manages dependencies?', '1'),
  ...decision('architecture.configuration', 'Configuration', 'Where do settings come from?', '2'),
  ...decision('architecture.errors', 'Errors', 'How do errors reach the caller?', '3'),
  ...decision('architecture.logging', 'Logging', 'How does it log?', '4'),
  ...decision('architecture.testing', 'Testing', 'How is it tested?', '5'),
  further,
]

import * as fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { idsOf } from '../src/core/design/answers/choices.ts'
import type { Plan } from '../src/core/design/plan/plan.ts'
import { md } from '../src/core/render/escaped.ts'
import { translatePage } from '../src/core/render/translate.ts'
import { sentence } from '../src/core/render/words.ts'
import { notes } from '../src/shelves/artifacts/readme-translated/notes.ts'
import { asService, everyField, planFor, rendered, type Wanted } from './rendered-project.ts'
import { samplePlan, samples } from './sample-plans.ts'

const languages = Object.keys(notes)
const markdown = new MarkdownIt()

/** Every sample design that this version makes, with the README in a language. */
const sampled = (name: string): Plan | undefined => samplePlan(name, languages)

const component = (name: string, kind: string) => ({ name, kind, does: `The ${name}.`, options: {} })

/** Answers that the README speaks of, each with each where they meet. */
const libraries: readonly Wanted[] = idsOf('architecture.configuration').flatMap(configuration =>
  idsOf('architecture.errors').flatMap(errors =>
    idsOf('architecture.logging').map(
      (logging): Wanted => ({
        architecture: { configuration, errors, logging },
        components: [
          component('orders', 'validator'),
          component('customers', 'validator'),
          component('rows', 'pipeline'),
        ],
      }),
    ),
  ),
)
const others: readonly Wanted[] = [
  ...idsOf('project.license').map((license): Wanted => ({ project: { license } })),
  ...idsOf('architecture.testing').map((testing): Wanted => ({ architecture: { testing } })),
  { project: { remote: 'https://github.com/sample/schema-guard' } },
  { components: [component('orders', 'custom')] },
  { tree: ['src/schema_guard/__init__.py', 'pyproject.toml', 'README.md'] },
  { tree: ['src/schema_guard/__init__.py', 'src/schema_guard/config.py', 'pyproject.toml', 'README.md', 'LICENSE'] },
]
const services: readonly Wanted[] = (['environment', 'pydantic-settings'] as const).flatMap(configuration =>
  (['sqlite', 'memory'] as const).flatMap(storage =>
    (['container', 'local'] as const).map((deployment): Wanted => {
      const service = asService({ ...everyField, storage })
      return { ...service, intake: { ...service.intake, deployment }, architecture: { configuration } }
    }),
  ),
)
/** What opens results for those outside says so on the page. */
const opening: readonly Wanted[] = (['results', 'mixed'] as const).flatMap(errors => [
  { ...asService(), architecture: { errors } },
  { intake: { purpose: 'cli' }, architecture: { errors } },
])

const plans: readonly (readonly [string, Plan])[] = [
  ...samples.flatMap(name => {
    const plan = sampled(name)
    return plan === undefined ? [] : [[name, plan] as const]
  }),
  ...[...libraries, ...others, ...services, ...opening].map(
    (wanted, index) =>
      [
        `design ${index}`,
        planFor({ ...wanted, features: { ...wanted.features, readme_languages: languages } }),
      ] as const,
  ),
]

const english = (plan: Plan): string => {
  const task = plan.tasks.find(each => each.role === 'readme')
  const text = task && rendered(plan, task)
  if (typeof text !== 'string') throw new Error('no README is made')
  return text
}

/** What the shelf makes of the English page. */
const translated = (plan: Plan, language: string): string => {
  const task = plan.tasks.find(each => each.role === `readme-translated:${language}`)
  if (task === undefined) throw new Error(`no README.${language}.md is planned`)
  expect(task.maker).toBe('template')
  const { file, item, reading } = task.placed
  type Derive = (from: unknown, item: string, texts: readonly string[]) => string
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- units are stored without the type of what they read
  return (file.derive as unknown as Derive)(reading(plan.late), item, [english(plan)])
}

/** A page without what only a translation has. */
const body = (page: string, language: string): string => {
  const note = notes[language]?.('README.md') ?? ''
  expect(page.split(note)).toHaveLength(2)
  return page.replace(`${note}\n\n`, '')
}

const tokensOf = (page: string) => markdown.parse(page, {})
const inlineOf = (page: string) => tokensOf(page).flatMap(token => token.children ?? [])

/** What must be the same in every language, in its order. */
const shapeOf = (page: string) => ({
  headings: tokensOf(page).flatMap(each => (each.type === 'heading_open' ? [each.tag] : [])),
  blocks: tokensOf(page).flatMap(each => (each.type === 'fence' ? [[each.info, each.content]] : [])),
  tables: tokensOf(page).flatMap(each => (/^t[rdh]_open$/.test(each.type) ? [each.type] : [])),
  items: tokensOf(page).filter(each => each.type === 'list_item_open').length,
  links: inlineOf(page).flatMap(each => [each.attrGet('href') ?? [], each.attrGet('src') ?? []].flat()),
  // Words may stand in another order in another language; code is the same.
  code: inlineOf(page)
    .flatMap(each => (each.type === 'code_inline' ? [each.content] : []))
    .toSorted(),
})

/** The sentences of a person, as pages have them. */
const ownOf = ({ early: { intake }, late: { plan } }: Plan): readonly string[] => [
  md.text(sentence(intake.description)),
  ...intake.non_goals.map(each => md.text(each)),
  ...plan.subcommands.flatMap(each => each.parameters.map(({ help }) => md.text(help))),
]

describe.each(languages)('the README in "%s"', language => {
  test('every sample design that is made has one', () => {
    expect(plans.map(([name]) => name)).toEqual(expect.arrayContaining(['schema-guard', 'dataforge', 'orders-api']))
  })

  test('no sentence of any delivered design lacks its translation [C-71]', () => {
    const missing = plans.flatMap(([, plan]) => {
      const sentences = plan.late.plan.translations[language] ?? {}
      return translatePage(english(plan), { sentences, own: ownOf(plan), note: [] }).missing
    })
    expect([...new Set(missing)]).toEqual([])
  })

  test.each(plans)('%s: headings, links, code and tables are those of the English one [C-71]', (_, plan) => {
    const page = translated(plan, language)
    expect(shapeOf(body(page, language))).toEqual(shapeOf(english(plan)))
    expect(body(page, language)).not.toBe(english(plan))
  })

  test('its note leads to the English page, and comes right below the title [C-71]', () => {
    const [, plan] = plans[0] ?? []
    const lines = plan === undefined ? [] : translated(plan, language).split('\n')
    expect(lines[0]).toMatch(/^# /)
    expect(lines[2]).toMatch(/^> .*\[README\.md\]\(README\.md\)/)
  })

  test('what a person wrote stays, in italics, whatever it is [C-71]', () => {
    const words = fc.stringMatching(/^[A-Za-z*_#|>`-][^\n\r]{0,60}$/u).filter(each => each.trim() !== '')
    fc.assert(
      fc.property(words, fc.array(words, { minLength: 1, maxLength: 3 }), (description, non_goals) => {
        const plan = planFor({ intake: { description, non_goals }, features: { readme_languages: [language] } })
        const page = translated(plan, language)
        for (const own of ownOf(plan)) expect(page).toContain(`*${own}*`)
        expect(shapeOf(body(page, language)).headings).toEqual(shapeOf(english(plan)).headings)
        expect(shapeOf(body(page, language)).blocks).toEqual(shapeOf(english(plan)).blocks)
      }),
      { numRuns: 60 },
    )
  })
})

test('a language that nobody translates here waits for a doer that can write it [C-71] [N-03]', () => {
  const plan = planFor({ features: { readme_languages: ['zh', ...languages] } })
  const makers = plan.tasks.flatMap(each =>
    each.role.startsWith('readme-translated') ? [`${each.path}: ${each.maker}`] : [],
  )
  expect(makers.toSorted()).toEqual(
    ['README.zh.md: mind', ...languages.map(each => `README.${each}.md: template`)].toSorted(),
  )
})

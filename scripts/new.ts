// `npm run new <shelf> <name>`: writes a new unit where its shelf will find it, and brings the registry up to date.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Shelf, shelves } from './shelves.ts'

const [shelfName, name] = process.argv.slice(2)
const shelf = shelves.find(each => each.name === shelfName)
if (shelf === undefined || name === undefined || !/^[a-z][a-z0-9-]*$/.test(name)) {
  console.error(
    `Usage: npm run new <shelf> <name>\n  shelves: ${shelves.map(each => each.name).join(', ')}\n  name: lower case with hyphens`,
  )
  process.exit(2)
}

/** The smallest unit of each shelf that compiles and says what is still to be said. */
const bodies: Readonly<Record<Shelf['name'], (id: string) => Readonly<Record<string, string>>>> = {
  artifacts: id => ({
    'artifact.ts': `import { artifact } from '../../../ports/artifact.ts'\n\nexport default artifact({\n  id: '${id}',\n  reads: ['names.package'],\n  path: ({ names }) => \`src/\${names.package}/${id.replaceAll('-', '_')}.py\`,\n  purpose: 'Says in one sentence what the file is for.',\n  effort: 'simple',\n  needs: ['package-init'],\n  template: '${id.replaceAll('-', '_')}.py',\n})\n`,
    [`template/${id.replaceAll('-', '_')}.py`]: '"""What this module of my_package is for."""\n',
  }),
  backbones: id => ({
    'backbone.ts': `import { z } from 'zod'\nimport { backbone } from '../../../ports/backbone.ts'\n\nexport default backbone({\n  id: '${id}',\n  title: 'Says in one sentence what it is.',\n  options: z.strictObject({}),\n  reads: ['names.package', 'component'],\n  files: [\n    {\n      role: 'source',\n      path: ({ names, component }) => \`src/\${names.package}/\${component.name}.py\`,\n      purpose: ({ component }) => component.does,\n      effort: 'moderate',\n      template: 'source.py',\n    },\n  ],\n})\n`,
    'template/source.py': '"""What my_component of my_package does."""\n',
  }),
  critics: id => ({
    'critic.ts': `import { keep, remark } from '../../../core/design/critique.ts'\nimport { critic } from '../../../ports/critic.ts'\n\nexport default critic({\n  id: '${id}',\n  dimension: 'clarity',\n  at: [1, 2],\n  asks: 'What does a reviewer ask here?',\n  why: 'Why a good reviewer asks it.',\n  example: { bad: 'A design that loses by it.', good: 'One that does not.' },\n  reads: ['intake.non_goals'],\n  /** The reason, for the next reader. */\n  judge: ({ intake }) => (intake.non_goals.length > 0 ? keep() : remark('What is wrong.')),\n})\n`,
    'critic.test.ts': `import { expect, test } from 'vitest'\nimport critic from './critic.ts'\n\ntest('a bad design loses and a good one keeps [C-31]', () => {\n  expect(critic.id).toBe('${id}')\n  expect.fail('show a design that loses, and one that keeps')\n})\n`,
  }),
  checks: id => ({
    'check.ts': `import { check } from '../../../ports/check.ts'\n\nexport default check({\n  id: '${id}',\n  title: '${id}',\n  what: 'Says in one sentence what a pass proves.',\n  order: 100,\n  faults: ({ package: name, planted }) => [{ is: 'what it must catch', files: { [\`src/\${name}/\${planted}.py\`]: 'bad = 1\\n' } }],\n  inputs: path => path.endsWith('.py'),\n  appliesTo: path => (path.endsWith('.py') ? true : 'not a Python file'),\n  inside: { when: 'always', inspect: () => ({ findings: [], metrics: {}, unable: { how: 'crashed', reason: 'it looks at nothing yet' } }) },\n})\n`,
  }),
  rules: id => ({
    'rule.ts': `import { at, rule } from '../../../ports/rule.ts'\n\nexport default rule({\n  id: '${id}',\n  pack: 'errors',\n  allows: 'allow X',\n  what: 'What it finds.',\n  why: 'Why that is bad.',\n  fix: 'What to do instead.',\n  bad: 'bad = 1\\n',\n  good: 'good = 1\\n',\n  severity: 'medium',\n  confidence: 'medium',\n  since: '0.1.0',\n  look: {\n    by: 'source',\n    mentions: ['bad'],\n    visit: { assignment: node => (node.childForFieldName('left')?.text === 'bad' ? at(node, 'It is bad.') : undefined) },\n  },\n})\n`,
    'cases.md': `# ${id}\n\nEach block is one file. A line that must be found carries \`# finding: ${id}\`; no other line may be found.\n\n## Bad\n\n\`\`\`python\nbad = 1  # finding: ${id}\n\`\`\`\n\n## Good\n\n\`\`\`python\ngood = 1\n\`\`\`\n`,
  }),
  managers: id => ({
    'manager.ts': `import { manager } from '../../../ports/manager.ts'\nimport uv from '../uv/manager.ts'\n\n// A start that compiles: replace every command by this manager's own.\nexport default manager({ ...uv, id: '${id}', title: '${id}', program: '${id}' })\n`,
  }),
  doers: id => ({
    'doer.ts': `import { doer } from '../../../ports/doer.ts'\n\nexport default doer({\n  id: '${id}',\n  title: 'Says in one sentence who makes the files.',\n  make: async ({ path }) => ({ kind: 'refused', reason: \`\${path}: not made yet.\` }),\n})\n`,
  }),
  practices: id => ({
    'practice.ts': `import { untold } from '../../../core/project/measured.ts'\nimport { practice } from '../../../ports/practice.ts'\n\nexport default practice({\n  id: '${id}',\n  title: 'Says in one sentence what is so where it is met.',\n  order: 1000,\n  why: 'What goes wrong without it.',\n  todo: 'What to do where it is not met.',\n  measure: () => untold('nothing is measured yet'),\n})\n`,
  }),
  tools: id => ({
    'tool.ts': `import { unable } from '../../../core/gates/tool-end.ts'\nimport { ownTool } from '../../../ports/own-tool.ts'\n\nexport default ownTool({\n  id: '${id}',\n  title: 'Says in one sentence what a green run shows.',\n  order: 1000,\n  set: () => undefined,\n  command: () => ({ program: '${id}', args: [], timeoutSeconds: 600 }),\n  read: () => unable('crashed', 'nothing is read yet'),\n})\n`,
  }),
  reports: id => ({
    'report.ts': `import { reportFormat } from '../../../ports/report.ts'\n\nexport default reportFormat({\n  id: '${id}',\n  title: '${id}',\n  file: 'GENERATION_REPORT.${id}',\n  print: model => \`\${model.project.repository}\\n\`,\n})\n`,
  }),
}

const root = join(import.meta.dirname, '..')
const folder = join(root, 'src', 'shelves', shelf.name, name)
if (existsSync(folder)) {
  console.error(`${folder} is there already`)
  process.exit(2)
}
for (const [file, text] of Object.entries(bodies[shelf.name](name))) {
  mkdirSync(join(folder, file, '..'), { recursive: true })
  writeFileSync(join(folder, file), text)
  console.log(`wrote  src/shelves/${shelf.name}/${name}/${file}`)
}
const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'build-registry.ts')], { stdio: 'inherit' })
console.log('Next   fill it in; the contract suite test/contracts runs it from now on')
process.exit(status ?? 1)

import { at, rule } from '../../../ports/rule.ts'

const readers: ReadonlySet<string> = new Set(['os.getenv', 'os.environ.get', 'os.environ.setdefault', 'os.environ.pop'])

/** Where a project reads its surroundings on purpose, and what is no part of the running program. */
const allowed =
  /(?:^|\/)(?:settings|config|configuration|conf|env|environment|constants)(?:\.py$|\/)|(?:^|\/)(?:_?settings|_?config)\w*\.py$|(?:^|\/)(?:tests?|testing|docs?|scripts?|tools?|examples?|benchmarks?|bench|alembic|migrations)\/|(?:^|\/)(?:conftest|setup|noxfile|tasks|manage|fabfile|wsgi|asgi|__main__|gunicorn\.conf|test_[^/]*|[^/]*_test)\.py$/

export default rule({
  id: 'environment-read',
  pack: 'settings',
  allows: 'allow the environment to be read outside the settings',
  what: 'A module other than the settings reads an environment variable.',
  why: 'What can be set is then written nowhere in one place, is read at a moment that nobody chose, and a misspelt variable is silently its default.',
  fix: 'Read it once, in the settings module, with its type and default, and hand the value on.',
  bad: 'import os\n\nTIMEOUT = int(os.environ["APP_TIMEOUT"])\n',
  good: 'from app.settings import settings\n\nTIMEOUT = settings.timeout\n',
  severity: 'medium',
  confidence: 'medium',
  since: '0.2.0',
  zen: { line: 'explicit', costs: 2 },
  files: path => !allowed.test(path),
  look: {
    by: 'source',
    mentions: ['environ', 'getenv'],
    visit: {
      call: (node, source) => {
        const called = source.callee(node)
        return called !== undefined && readers.has(called)
          ? at(node, `\`${called}\` reads the environment here, not in the settings.`)
          : undefined
      },
      subscript: (node, source) =>
        source.nameOf(node.childForFieldName('value') ?? undefined) === 'os.environ' &&
        node.parent?.childForFieldName('left')?.id !== node.id
          ? at(node, '`os.environ` is read here, not in the settings.')
          : undefined,
    },
  },
})

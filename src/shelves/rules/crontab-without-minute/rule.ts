import { isInEarnest } from '../../../core/python/file-role.ts'
import { field } from '../../../core/python/nodes.ts'
import { argument, hidesArguments, positional } from '../../../core/python/source/calls.ts'
import { at, rule } from '../../../ports/rule.ts'

const schedules: ReadonlySet<string> = new Set(['celery.schedules.crontab', 'celery.crontab'])
const larger = ['hour', 'day_of_week', 'day_of_month', 'month_of_year'] as const

export default rule({
  id: 'crontab-without-minute',
  pack: 'celery',
  allows: 'allow a `crontab` that names an hour and no minute',
  what: 'A `crontab` says the hour or the day, and no minute.',
  why: 'The minute is then every minute: what was meant for three in the morning runs sixty times.',
  fix: 'Say the minute: `crontab(minute=0, hour=3)`.',
  bad: 'from celery.schedules import crontab\n\nnightly = crontab(hour=3)\n',
  good: 'from celery.schedules import crontab\n\nnightly = crontab(minute=0, hour=3)\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  files: isInEarnest,
  look: {
    by: 'source',
    mentions: ['crontab'],
    visit: {
      call: (node, source) => {
        if (
          field(node, 'function')?.text.endsWith('crontab') !== true ||
          !schedules.has(source.nameOf(field(node, 'function')) ?? '')
        )
          return undefined
        if (positional(node).length > 0 || hidesArguments(node) || argument(node, 'minute') !== undefined)
          return undefined
        const said = larger.find(each => {
          const text = argument(node, each)?.text
          return text !== undefined && !/^["']\*["']$/.test(text)
        })
        return said === undefined
          ? undefined
          : at(node, `Only \`${said}\` is said, so that it runs every minute of it.`)
      },
    },
  },
})

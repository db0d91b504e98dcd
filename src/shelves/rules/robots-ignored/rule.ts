import { isInEarnest } from '../../../core/python/file-role.ts'
import { field } from '../../../core/python/nodes.ts'
import { at, rule } from '../../../ports/rule.ts'

export default rule({
  id: 'robots-ignored',
  pack: 'scraping',
  allows: 'allow Scrapy to pass over robots.txt',
  what: 'Scrapy is told not to ask robots.txt: `ROBOTSTXT_OBEY = False`.',
  why: 'The file says what the owner of a site allows. Who passes over it is blocked, and may have to answer for it.',
  fix: 'Set it to `True`; where somebody gave permission for a site, say so beside the setting of that spider.',
  bad: 'ROBOTSTXT_OBEY = False\n',
  good: 'ROBOTSTXT_OBEY = True\n',
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  files: isInEarnest,
  look: {
    by: 'source',
    mentions: ['ROBOTSTXT_OBEY'],
    visit: {
      assignment: node =>
        field(node, 'left')?.text === 'ROBOTSTXT_OBEY' && field(node, 'right')?.type === 'false'
          ? at(node, 'No page is asked whether it may be fetched.')
          : undefined,
      pair: (node, source) =>
        source.constant(field(node, 'key')) === 'ROBOTSTXT_OBEY' && field(node, 'value')?.type === 'false'
          ? at(node, 'No page is asked whether it may be fetched.')
          : undefined,
    },
  },
})

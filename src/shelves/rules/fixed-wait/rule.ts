import { field } from '../../../core/python/nodes.ts'
import { at, rule } from '../../../ports/rule.ts'

export default rule({
  id: 'fixed-wait',
  pack: 'scraping',
  allows: 'allow a browser to wait for a fixed time',
  what: 'A program that steers a browser waits for a fixed time with `wait_for_timeout`.',
  why: 'On a slow day it is too short, on every other day too long. Playwright’s own page says that it is for debugging only.',
  fix: 'Wait for what is needed: `locator.wait_for()`, `expect(…).to_be_visible()`, `page.wait_for_url(…)`.',
  bad: 'from playwright.sync_api import Page\n\n\ndef price(page: Page) -> str:\n    page.wait_for_timeout(3000)\n    return page.inner_text("b")\n',
  good: 'from playwright.sync_api import Page\n\n\ndef price(page: Page) -> str:\n    page.locator("b").wait_for(timeout=3000)\n    return page.inner_text("b")\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['wait_for_timeout'],
    visit: {
      call: (node, source) => {
        const called = field(node, 'function')
        if (called?.type !== 'attribute' || field(called, 'attribute')?.text !== 'wait_for_timeout') return undefined
        return source.text.includes('playwright')
          ? at(node, 'A fixed time is too short on a slow day, and too long on every other.')
          : undefined
      },
    },
  },
})

import { field } from '../../../core/python/nodes.ts'
import { argument, keyword, positional } from '../../../core/python/source/calls.ts'
import { at, rule } from '../../../ports/rule.ts'

const setters = /^set_default_(?:navigation_)?timeout$/
const waiters =
  /^(?:goto|wait_for\w*|expect_\w+|click|fill|reload|go_back|go_forward|inner_text|text_content|press|check|select_option|hover|launch|connect_over_cdp)$/

export default rule({
  id: 'endless-wait',
  pack: 'scraping',
  allows: 'allow a browser to wait for ever',
  what: 'A program that steers a browser switches a time limit off: `timeout=0`.',
  why: 'In Playwright nought means for ever. One page that never finishes stops the whole run, without a message.',
  fix: 'Give a limit that is long enough, and handle the TimeoutError.',
  bad: 'from playwright.sync_api import Page\n\n\ndef open_shop(page: Page) -> None:\n    page.goto("https://example.org", timeout=0)\n',
  good: 'from playwright.sync_api import Page\n\n\ndef open_shop(page: Page) -> None:\n    page.goto("https://example.org", timeout=60_000)\n',
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['playwright'],
    visit: {
      call: (node, source) => {
        const called = field(node, 'function')
        const name = called?.type === 'attribute' ? (field(called, 'attribute')?.text ?? '') : ''
        if (!setters.test(name) && !waiters.test(name)) return undefined
        if (!/^[ \t]*(?:from|import) playwright\b/m.test(source.text)) return undefined
        if (setters.test(name) && (positional(node)[0] ?? argument(node, 'timeout'))?.text === '0')
          return at(node, 'Every wait from here on may last for ever.')
        const given = waiters.test(name) ? keyword(node, 'timeout') : undefined
        return given !== undefined && field(given, 'value')?.text === '0'
          ? at(given, 'Nought means for ever.')
          : undefined
      },
    },
  },
})

import { isOfProgram } from '../../../core/python/file-role.ts'
import { fetchesInLoops, mentionsOfFetching, parsesPages } from '../../../core/python/frameworks/scraping.ts'
import { at, rule } from '../../../ports/rule.ts'

/** What keeps a pace, by the names that libraries and people give it. */
const paces =
  /sleep|delay|limiter|throttl|ratelimit|rate_limit|semaphore|backoff|tenacity|wait_for|interval|crawl_delay/i

export default rule({
  id: 'unpaced-fetch',
  pack: 'scraping',
  allows: 'allow pages to be fetched as quickly as they come',
  what: 'A module fetches page after page of others in a loop, and nothing in it keeps a pace.',
  why: 'To the site it is an attack: the address is blocked, and the next run finds nothing.',
  fix: 'Wait between two requests to a host, or use a limiter (aiolimiter, pyrate-limiter).',
  bad: 'import httpx\nfrom bs4 import BeautifulSoup\n\n\ndef titles(addresses: list[str]) -> list[str]:\n    return [BeautifulSoup(httpx.get(each).text).title.text for each in addresses]\n',
  good: 'import time\n\nimport httpx\nfrom bs4 import BeautifulSoup\n\n\ndef titles(addresses: list[str]) -> list[str]:\n    found = []\n    for each in addresses:\n        found.append(BeautifulSoup(httpx.get(each).text).title.text)\n        time.sleep(1)\n    return found\n',
  severity: 'medium',
  confidence: 'medium',
  since: '0.2.0',
  files: isOfProgram,
  look: {
    by: 'source',
    mentions: mentionsOfFetching,
    visit: {
      module: (_, source) => {
        if (!parsesPages(source) || paces.test(source.text)) return undefined
        const [first] = fetchesInLoops(source)
        return first === undefined
          ? undefined
          : at(first, 'Page after page is fetched, and nothing keeps a pace.', { symbol: source.symbolAt(first) ?? '' })
      },
    },
  },
})

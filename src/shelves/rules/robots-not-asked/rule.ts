import { isOfProgram } from '../../../core/python/file-role.ts'
import { fetchesInLoops, mentionsOfFetching, parsesPages } from '../../../core/python/frameworks/scraping.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { at, type RuleHit, rule } from '../../../ports/rule.ts'

interface Collected {
  readonly asks: boolean
  readonly hits: readonly RuleHit[]
}

const collect = (source: Source): Collected | undefined => {
  const asks = /robots?\.txt|robotparser|ROBOTSTXT_OBEY|RobotsParser|\bprotego\b/i.test(source.text)
  const fetches =
    mentionsOfFetching.some(word => source.text.includes(word)) && parsesPages(source) ? fetchesInLoops(source) : []
  return asks || fetches.length > 0
    ? {
        asks,
        hits: fetches.slice(0, 1).map(call =>
          at(call, 'Page after page is fetched, and nothing in the project asks robots.txt.', {
            symbol: source.symbolAt(call) ?? '',
          }),
        ),
      }
    : undefined
}

export default rule({
  id: 'robots-not-asked',
  pack: 'scraping',
  allows: 'allow pages to be fetched without asking robots.txt',
  what: 'A module fetches page after page and takes them apart, and nothing in the project asks robots.txt.',
  why: 'The file says what the owner of a site allows, and how quickly. Who passes over it is blocked, and may have to answer for it.',
  fix: 'Ask `urllib.robotparser` (or Protego) before each page, and keep what it says for each host.',
  bad: 'import httpx\nfrom bs4 import BeautifulSoup\n\n\ndef titles(addresses: list[str]) -> list[str]:\n    return [BeautifulSoup(httpx.get(each).text).title.text for each in addresses]\n',
  good: 'from urllib.robotparser import RobotFileParser\n\nimport httpx\nfrom bs4 import BeautifulSoup\n\n\ndef titles(robots: RobotFileParser, addresses: list[str]) -> list[str]:\n    allowed = [each for each in addresses if robots.can_fetch("shop-bot", each)]\n    return [BeautifulSoup(httpx.get(each).text).title.text for each in allowed]\n',
  severity: 'medium',
  confidence: 'medium',
  since: '0.2.0',
  files: isOfProgram,
  look: {
    by: 'project',
    collect,
    judge: files => {
      const read = files.flatMap(({ path, collected }) =>
        collected === undefined ? [] : [{ path, ...(collected as Collected) }],
      )
      return read.some(each => each.asks) ? [] : read.flatMap(({ path, hits }) => hits.map(hit => ({ ...hit, path })))
    },
  },
})

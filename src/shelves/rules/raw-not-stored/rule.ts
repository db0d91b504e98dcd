import { isOfProgram } from '../../../core/python/file-role.ts'
import { fetchesInLoops, mentionsOfFetching, parsesPages } from '../../../core/python/frameworks/scraping.ts'
import { at, rule } from '../../../ports/rule.ts'

const stores =
  /write_text|write_bytes|\.write\(|put_object|upload|sqlite3|\.execute\(|save_raw|store_raw|archive|cache|warc/i

export default rule({
  id: 'raw-not-stored',
  pack: 'scraping',
  allows: 'allow pages to be taken apart without being kept',
  what: 'A module fetches page after page and takes them apart, and keeps none of them as it came.',
  why: 'When the parser turns out to be wrong the pages must be fetched again, if they are still there. A design’s choice: the rule is only looked for by its name.',
  fix: 'Write each page to a file or a store with its address and time, and parse from there.',
  bad: 'import httpx\nfrom bs4 import BeautifulSoup\n\n\ndef titles(addresses: list[str]) -> list[str]:\n    return [BeautifulSoup(httpx.get(each).text).title.text for each in addresses]\n',
  good: 'from pathlib import Path\n\nimport httpx\nfrom bs4 import BeautifulSoup\n\n\ndef keep(addresses: list[str], folder: Path) -> None:\n    for number, each in enumerate(addresses):\n        (folder / f"{number}.html").write_text(httpx.get(each).text)\n\n\ndef title(file: Path) -> str:\n    return BeautifulSoup(file.read_text()).title.text\n',
  severity: 'low',
  confidence: 'low',
  since: '0.2.0',
  optIn: true,
  files: isOfProgram,
  look: {
    by: 'source',
    mentions: mentionsOfFetching,
    visit: {
      module: (_, source) => {
        if (!parsesPages(source) || stores.test(source.text)) return undefined
        const [first] = fetchesInLoops(source)
        return first === undefined
          ? undefined
          : at(first, 'No page is kept as it came.', { symbol: source.symbolAt(first) ?? '' })
      },
    },
  },
})

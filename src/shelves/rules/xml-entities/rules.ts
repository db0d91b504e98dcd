import { isFedByConstants } from '../../../core/python/source/fed.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { RuleHit } from '../../../ports/rule.ts'
import { ofRuff } from '../../../ports/rule-family.ts'

/** XML that the program wrote itself, or a file that it names itself. */
const isOwnText = (hit: RuleHit, source: Source): boolean => source.isTest || isFedByConstants(source, hit)

const parser = (code: string, id: string, module: string, bad: string, good: string) => ({
  code,
  id,
  allows: `allow XML to be parsed with \`${module}\``,
  what: `XML is parsed with \`${module}\`.`,
  bad,
  good,
  except: isOwnText,
})

export default ofRuff(
  {
    pack: 'security',
    cwe: 'CWE-611',
    severity: 'medium',
    confidence: 'low',
    why: 'Hostile XML can read local files or fill the memory through entities, depending on the parser that Python was built with.',
    fix: 'Parse it with `defusedxml`.',
    since: '0.2.0',
  },
  [
    parser(
      'S313',
      'suspicious-xmlc-element-tree-usage',
      'xml.etree.cElementTree',
      'import xml.etree.cElementTree as ET\n\n\ndef load(text: str) -> object:\n    return ET.fromstring(text)\n',
      'import defusedxml.ElementTree as ET\n\n\ndef load(text: str) -> object:\n    return ET.fromstring(text)\n',
    ),
    parser(
      'S314',
      'suspicious-xml-element-tree-usage',
      'xml.etree.ElementTree',
      'import xml.etree.ElementTree as ET\n\n\ndef load(text: str) -> object:\n    return ET.fromstring(text)\n',
      'import defusedxml.ElementTree as ET\n\n\ndef load(text: str) -> object:\n    return ET.fromstring(text)\n',
    ),
    parser(
      'S315',
      'suspicious-xml-expat-reader-usage',
      'xml.sax.expatreader',
      'import xml.sax.expatreader\n\nreader = xml.sax.expatreader.create_parser()\n',
      'import defusedxml.expatreader\n\nreader = defusedxml.expatreader.create_parser()\n',
    ),
    parser(
      'S316',
      'suspicious-xml-expat-builder-usage',
      'xml.dom.expatbuilder',
      'import xml.dom.expatbuilder\n\n\ndef load(path: str) -> object:\n    return xml.dom.expatbuilder.parse(path)\n',
      'import defusedxml.expatbuilder\n\n\ndef load(path: str) -> object:\n    return defusedxml.expatbuilder.parse(path)\n',
    ),
    parser(
      'S317',
      'suspicious-xml-sax-usage',
      'xml.sax',
      'import xml.sax\n\n\ndef load(path: str, handler: object) -> None:\n    xml.sax.parse(path, handler)\n',
      'import defusedxml.sax\n\n\ndef load(path: str, handler: object) -> None:\n    defusedxml.sax.parse(path, handler)\n',
    ),
    parser(
      'S318',
      'suspicious-xml-mini-dom-usage',
      'xml.dom.minidom',
      'from xml.dom import minidom\n\n\ndef load(text: str) -> object:\n    return minidom.parseString(text)\n',
      'from defusedxml import minidom\n\n\ndef load(text: str) -> object:\n    return minidom.parseString(text)\n',
    ),
    parser(
      'S319',
      'suspicious-xml-pull-dom-usage',
      'xml.dom.pulldom',
      'from xml.dom import pulldom\n\n\ndef load(text: str) -> object:\n    return pulldom.parseString(text)\n',
      'from defusedxml import pulldom\n\n\ndef load(text: str) -> object:\n    return pulldom.parseString(text)\n',
    ),
  ],
)

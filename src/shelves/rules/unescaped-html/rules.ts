import { argument, keyword } from '../../../core/python/source/arguments.ts'
import { isFedByConstants } from '../../../core/python/source/fed.ts'
import { callAt } from '../../../core/python/source/place.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { RuleHit } from '../../../ports/rule.ts'
import { ofRuff } from '../../../ports/rule-family.ts'

/** Escaped first: what is put around it afterwards is the program's own. */
const escaped = /^(?:[\w.]{0,60}\.)?(?:conditional_)?escape\(/

const isOwnText = (hit: RuleHit, source: Source): boolean => {
  const call = callAt(source, hit)
  return isFedByConstants(source, hit) || escaped.test((call && argument(call, 0)?.text) ?? '')
}

export default ofRuff(
  {
    pack: 'security',
    cwe: 'CWE-79',
    severity: 'high',
    confidence: 'medium',
    why: 'Text that is not escaped can carry a script into someone else’s browser.',
    fix: 'Escape by default, and mark as safe only text that you wrote yourself.',
    since: '0.2.0',
  },
  [
    {
      code: 'S308',
      id: 'suspicious-mark-safe-usage',
      allows: 'allow text to be marked as safe in Django',
      what: 'Django’s `mark_safe` says of a text that it needs no escaping.',
      bad: 'from django.utils.safestring import mark_safe\n\n\ndef badge(name: str) -> str:\n    return mark_safe(f"<b>{name}</b>")\n',
      good: 'from django.utils.html import format_html\n\n\ndef badge(name: str) -> str:\n    return format_html("<b>{}</b>", name)\n',
      except: isOwnText,
    },
    {
      code: 'S701',
      id: 'jinja2-autoescape-false',
      allows: 'allow Jinja templates that do not escape',
      what: 'A Jinja environment is made without automatic escaping.',
      bad: 'from jinja2 import Environment\n\npages = Environment(autoescape=False)\n',
      good: 'from jinja2 import Environment\n\npages = Environment(autoescape=True)\n',
      // What decides at run time may well decide rightly.
      except: (hit, source) => {
        const call = callAt(source, hit)
        const given = call && keyword(call, 'autoescape')
        return given !== undefined && given.type !== 'false' && given.type !== 'none'
      },
    },
    {
      code: 'S702',
      id: 'mako-templates',
      allows: 'allow Mako templates',
      what: 'A Mako template is made; it does not escape by itself.',
      fix: 'Pass `default_filters=["h"]`, or use a language that escapes by default.',
      bad: 'from mako.template import Template\n\npage = Template("Hello ${name}")\n',
      good: 'from jinja2 import Environment\n\npage = Environment(autoescape=True).from_string("Hello {{ name }}")\n',
      except: (hit, source) => /default_filters\s*=/.test(callAt(source, hit)?.text ?? ''),
    },
    {
      code: 'S704',
      id: 'unsafe-markup-use',
      allows: 'allow text to be marked as safe with Markup',
      what: '`Markup` says of a text that is put together that it needs no escaping.',
      bad: 'from markupsafe import Markup\n\n\ndef badge(name: str) -> Markup:\n    return Markup(f"<b>{name}</b>")\n',
      good: 'from markupsafe import Markup\n\n\ndef badge(name: str) -> Markup:\n    return Markup("<b>{}</b>").format(name)\n',
      except: isOwnText,
    },
  ],
)

import { parts } from '../../../core/python/nodes.ts'
import { argument, isSplatted, positional } from '../../../core/python/source/arguments.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import { at, rule } from '../../../ports/rule.ts'

/** Flask escapes in these (flask.palletsprojects.com, “Jinja Setup”); a text, a letter or a table needs none. */
const settled =
  /\.(?:html?|xml|xhtml|svg|txt|text|md|rst|csv|tsv|json|js|css|eml|ya?ml|toml|ini|cfg|conf|sh|sql|tex|ics|vcf|plain)$/i

export default rule({
  id: 'unescaped-template-name',
  pack: 'security',
  allows: 'allow Flask templates whose name turns escaping off',
  what: 'A Flask template has a name for which Flask does not escape: `page.j2`, `page.html.jinja2`, `page.template`, or none of the known endings.',
  why: 'Whatever is put into such a template stands in the page as it is, scripts too; nothing in the template shows it.',
  fix: 'Call it `page.html`, or wrap the template in `{% autoescape true %}`.',
  bad: 'from flask import render_template\n\n\ndef show(name: str) -> str:\n    return render_template("page.html.j2", name=name)\n',
  good: 'from flask import render_template\n\n\ndef show(name: str) -> str:\n    return render_template("page.html", name=name)\n',
  cwe: 'CWE-79',
  severity: 'medium',
  confidence: 'medium',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: ['render_template'],
    visit: {
      call: (node, source) => {
        if (source.callee(node) !== 'flask.render_template') return undefined
        const name = source.constant(argument(node, 0, 'template_name_or_list'))
        if (name === undefined || settled.test(name) || source.text.includes('select_jinja_autoescape'))
          return undefined
        const list = node.childForFieldName('arguments')
        const fills = list !== null && (parts(list).length > positional(node).length || isSplatted(node))
        return fills ? at(node, `Flask escapes nothing in \`${name}\`.`) : undefined
      },
    },
  },
})

import { harmfulArguments, sinks } from '../../../core/python/outside/sinks.ts'
import { bindingsAt } from '../../../core/python/source/meaning.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

const rendering = sinks(
  ['django.shortcuts.render django.template.loader.render_to_string', [2, 'context']],
  ['django.shortcuts.render_to_response', [1, 'context']],
  ['django.template.Template.render django.template.Context django.template.RequestContext', 'all'],
)

const isNamespace = (source: Source, node: SyntaxNode): boolean => {
  if (node.type === 'identifier') {
    const found = bindingsAt(source, node.text, node.startIndex)?.bindings ?? []
    return found.some(({ value }) => value !== undefined && value.type === 'call' && isNamespace(source, value))
  }
  return node.type === 'call' && /^builtins\.(?:globals|locals)$/.test(source.callee(node) ?? '')
}

export default rule({
  id: 'whole-namespace',
  pack: 'security',
  allows: 'allow every variable to reach a template',
  what: '`locals()` or `globals()` is given to a template as its context.',
  why: 'The template, and whoever may write one, can then read what was never meant for a page: settings, keys, other records.',
  fix: 'Name what the template needs: `{"form": form}`.',
  bad: 'from django.shortcuts import render\n\n\ndef show(request, order):\n    return render(request, "order.html", locals())\n',
  good: 'from django.shortcuts import render\n\n\ndef show(request, order):\n    return render(request, "order.html", {"order": order})\n',
  cwe: 'CWE-200',
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: ['locals()', 'globals()'],
    visit: {
      call: (node, source) =>
        harmfulArguments(source, node, rendering).some(each => isNamespace(source, each))
          ? at(node, 'Every variable here can be read by the template.')
          : undefined,
    },
  },
})

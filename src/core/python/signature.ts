import type { Member, Parameter } from './interface.ts'

const parameterText = ({ name, kind, annotation, hasDefault }: Parameter): string => {
  const stars = kind === 'variable positional' ? '*' : kind === 'variable keyword' ? '**' : ''
  return `${stars}${name}${annotation ? `: ${annotation}` : ''}${hasDefault ? ' = ...' : ''}`
}

const parametersText = (parameters: readonly Parameter[]): string => {
  const texts: string[] = []
  parameters.forEach((each, at) => {
    const before = parameters[at - 1]
    if (each.kind === 'keyword-only' && before?.kind !== 'keyword-only' && before?.kind !== 'variable positional')
      texts.push('*')
    texts.push(parameterText(each))
    if (each.kind === 'positional-only' && parameters[at + 1]?.kind !== 'positional-only') texts.push('/')
  })
  return texts.join(', ')
}

/** A member on one line, as one would write it in a stub. */
export const signatureOf = (member: Member): string => {
  if (member.kind === 'function') {
    const head = `${member.async ? 'async def' : 'def'} ${member.name}(${parametersText(member.parameters)})`
    return member.returns === undefined ? head : `${head} -> ${member.returns}`
  }
  if (member.kind === 'class')
    return `class ${member.name}${member.bases.length > 0 ? `(${member.bases.join(', ')})` : ''}`
  if (member.kind === 'import') return `${member.name} (exported)`
  return member.annotation === undefined ? member.name : `${member.name}: ${member.annotation}`
}

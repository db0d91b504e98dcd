import type { Found } from '../../gates/rules/found.ts'

const commands = { critical: 'error', high: 'error', medium: 'warning', low: 'notice' } as const

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/**
 * The findings as the workflow commands by which GitHub marks lines of a change. Source: docs.github.com, "Workflow commands for GitHub
 * Actions"; the escapes as `@actions/core` writes them.
 */
export const githubAnnotations = (found: readonly Found[]): string =>
  found
    .map(({ severity, path, line, column, end, rule, message, fix }) => {
      const properties = {
        file: path,
        ...(line !== undefined && { line: String(line) }),
        ...(end !== undefined && { endLine: String(end.line) }),
        // Columns are only read where the finding ends on its own line.
        ...(column !== undefined && (end === undefined || end.line === line) && { col: String(column) }),
        ...(end !== undefined && end.line === line && { endColumn: String(end.column) }),
        title: `Trysquare (${rule})`,
      }
      const shown = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`)
      return `::${commands[severity]} ${shown.join(',')}::${data(fix === undefined ? message : `${message} ${fix}`)}`
    })
    .join('\n')

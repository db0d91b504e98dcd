import { lintSource } from '@secretlint/core'
import { secretLintProfiler } from '@secretlint/profiler'
import { creator } from '@secretlint/secretlint-rule-preset-recommend'
import type { SecretHit, SecretScanner } from '../ports/secrets.ts'

const config = {
  rules: [
    {
      id: '@secretlint/secretlint-rule-preset-recommend',
      rule: creator,
      options: {},
      rules: [{ id: '@secretlint/secretlint-rule-aws', options: { enableIDScanRule: true } }],
    },
  ],
}

/** `AWSAccessKeyID` → `an AWS access key ID`: made from the message's name alone, because the message itself quotes the secret. */
const named = (messageId: string): string =>
  messageId
    .replaceAll('_', ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')

const extensionOf = (path: string): string => /\.[^./]+$/.exec(path)?.[0] ?? ''

/** Secretlint lets a comment switch it off; whoever wrote the file must not be able to. Each character keeps its place. */
const unhidden = (text: string): string => text.replaceAll(/secretlint-(?=disable|enable)/gi, 'secretlint_')

const scanner: SecretScanner = {
  scan: async (path, text): Promise<readonly SecretHit[]> => {
    const result = await lintSource({
      source: { filePath: path, content: unhidden(text), contentType: 'text', ext: extensionOf(path) },
      options: { noPhysicFilePath: true, maskSecrets: true, config },
    })
    return result.messages.map(found => ({
      rule: found.ruleId.replace('@secretlint/secretlint-rule-', ''),
      line: found.loc.start.line,
      column: found.loc.start.column + 1,
      message: `looks like a real secret (${named(found.messageId)})`,
    }))
  },
}

// It would mark each rule of each file for a reader that there is none of, and the system keeps every mark.
secretLintProfiler.setEnabled(false)

/** Secretlint’s recommended rules, in this process. Only the rule and the place of a hit leave it. */
export const secretScanner = (): SecretScanner => scanner

/** `chot explain`: the table of finding codes, one row or whole. */
import { checks } from '../../shared/domain/verdict.ts'
import { findingCodes, isFindingCode } from '../../shared/domain/finding-codes.ts'
import type { Locale } from '../../shared/language/locale.ts'
import type { Command } from './command.ts'
import { chosenLocale } from './options.ts'
import { UsageError } from './usage.ts'

/**
 * What a finding code means, in one language or both. Values that a real finding quotes stay as their names in braces.
 * @throws UsageError
 */
export function explain(code: string, locale: Locale | null): string {
  if (!isFindingCode(code)) throw new UsageError(`"${code}" is not a finding code; "chot explain" lists them`)
  const { check, status, vi, en } = findingCodes[code]
  const sentences = locale ? [{ vi, en }[locale]] : [vi, en]
  return `${code} (${check}: ${status})\n${sentences.map((sentence) => `  ${sentence}\n`).join('')}`
}

/** The whole table as Markdown: docs/finding-codes.md is this text. */
export function explainAll(): string {
  const sections = checks.map((check) => {
    const rows = Object.entries(findingCodes).filter(([, entry]) => entry.check === check)
    const lines = rows.map(([code, { status, vi, en }]) => `| \`${code}\` | ${status} | ${vi} | ${en} |\n`)
    return `## ${check}\n\n| code | status | tiếng Việt | English |\n|---|---|---|---|\n${lines.join('')}`
  })
  return `# Finding codes

Every verdict lists one finding a check, in the order of the sections below. Any \`fail\` rejects, else any \`warn\` asks
for a check, else the certificate is accepted. Codes are stable. Names in braces are values that the finding quotes.
This page is what \`npx chot explain\` prints.

${sections.join('\n')}`
}

export const explainCommand: Command = {
  takes: ['lang'],
  run([code, ...more], values, { output }) {
    if (more.length > 0) throw new UsageError('explain takes one CODE')
    output.write(code === undefined ? explainAll() : explain(code, chosenLocale(values)))
    return 0
  },
}

/** `chot explain`: the table of finding codes, one row or whole. */
import { checks } from '../../../shared/domain/finding/verdict.ts'
import { findingCodes, isFindingCode } from '../../../shared/domain/finding/finding-codes.ts'
import { locales, type Locale } from '../../../shared/language/locale.ts'
import { defineCommand, UsageError } from '../../terminal/index.ts'

/**
 * What a finding code means, in one language or both. Values that a real finding quotes stay as their names in braces.
 * @throws UsageError
 */
export function explain(code: string, locale: Locale | null): string {
  if (!isFindingCode(code)) {
    throw new UsageError(
      {
        vi: '"{code}" không phải mã kết quả kiểm tra; "npx chot explain" liệt kê tất cả',
        en: '"{code}" is not a finding code; "npx chot explain" lists them',
      },
      { code },
    )
  }
  const { check, status, short, ...whole } = findingCodes[code]
  const said = (locale ? [locale] : locales).flatMap((one) => [short[one], whole[one]])
  return `${code} (${check}: ${status})\n${said.map((line) => `  ${line}\n`).join('')}`
}

const head =
  '| code | status | tiếng Việt, từ xa | English, from afar | tiếng Việt | English |\n|---|---|---|---|---|---|\n'

/** The whole table as Markdown: docs/finding-codes.md is this text. */
export function explainAll(): string {
  const sections = checks.map((check) => {
    const rows = Object.entries(findingCodes).filter(([, entry]) => entry.check === check)
    const lines = rows.map(
      ([code, { status, short, vi, en }]) => `| ${[`\`${code}\``, status, short.vi, short.en, vi, en].join(' | ')} |\n`,
    )
    return `## ${check}\n\n${head}${lines.join('')}`
  })
  return `# Finding codes

Every verdict lists one finding a check, in the order of the sections below. Any \`fail\` rejects, else any \`warn\` asks
for a check, else the certificate is accepted. Codes are stable. Names in braces are values that the finding quotes.
What is read from afar is the reason alone, in one line; the sentence says it whole, and what to do. This page is
what \`npx chot explain\` prints.

${sections.join('\n')}`
}

export const explainCommand = defineCommand({
  summary: { vi: 'một mã kết quả kiểm tra nghĩa là gì, phải làm gì', en: 'what a finding code means and what to do' },
  about: {
    vi: 'Nói một mã nghĩa là gì và phải làm gì, bằng hai thứ tiếng hoặc bằng ngôn ngữ đã chọn. Không nêu mã thì in cả bảng.',
    en: 'Says what a code means and what to do, in both languages or in the one asked for. Without CODE prints the whole table.',
  },
  words: { says: { vi: '[MÃ]', en: '[CODE]' }, least: 0, most: 1 },
  options: {},
  statuses: { 0: { vi: 'đã in', en: 'printed' } },
  async run([code], _values, { chosen, print }) {
    print(code === undefined ? explainAll() : explain(code, chosen))
    return 0
  },
})

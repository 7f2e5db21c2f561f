/** One verdict as a person reads it. */
import type { Certificate } from '../../../shared/certificate/certificate.ts'
import type { Mode } from '../../../shared/domain/mode.ts'
import type { Verdict } from '../../../shared/domain/finding/verdict.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import { outcomeWords, sayFinding } from '../../../shared/language/say.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import { practiceMark } from '../../../shared/language/practice-mark.ts'

const marks = { pass: '✔', warn: '!', fail: '✘', skipped: '·' } as const

const words = {
  vi: {
    until: 'còn hạn đến',
    sampled: 'lấy mẫu lúc',
    'rapid-antigen': 'xét nghiệm nhanh kháng nguyên',
    naat: 'xét nghiệm RT-PCR',
    unknown: 'không rõ',
    negative: 'âm tính',
    positive: 'dương tính',
    vaccination: 'tiêm chủng',
    recovery: 'khỏi bệnh',
    pass: 'thẻ thông hành y tế',
  },
  en: {
    until: 'valid until',
    sampled: 'sample taken',
    'rapid-antigen': 'rapid antigen test',
    naat: 'RT-PCR test',
    unknown: 'unknown',
    negative: 'negative',
    positive: 'positive',
    vaccination: 'vaccination',
    recovery: 'recovery',
    pass: 'health pass',
  },
} as const

function sampleTime({ statement }: Certificate): string | null {
  if (statement.kind !== 'test' || !statement.sampled) return null
  const { sampled } = statement
  return sampled.zoned ? formatInstant(sampled.earliest) : sampled.text
}

/** Parts of one line; what a stranger wrote in them stays on it. */
function line(parts: readonly (string | null | false)[]): string {
  return `  ${parts
    .filter((part) => typeof part === 'string')
    .map((part) => shownText(part))
    .filter((part) => part !== '')
    .join(' · ')}\n`
}

function describe(certificate: Certificate, validUntil: number | null, locale: Locale): string {
  const say = words[locale]
  const { holder, statement } = certificate
  const sampled = sampleTime(certificate)
  return line([
    holder.birthDate ? `${shownText(holder.name)} (${holder.birthDate})` : holder.name,
    statement.kind === 'test' ? `${say[statement.method]}: ${say[statement.result]}` : say[statement.kind],
    sampled && `${say.sampled} ${sampled}`,
    validUntil !== null && `${say.until} ${formatInstant(validUntil)}`,
  ])
}

/** The word and the sentence. @param mode what the keys are for */
export function verdictHead(verdict: Verdict, locale: Locale, mode: Mode): string {
  return `${practiceMark(mode, locale)}${outcomeWords[locale][verdict.outcome]}: ${sayFinding(locale, verdict.reason)}\n`
}

/** The word, the sentence, who and what, then every finding with its mark. */
export function verdictText(verdict: Verdict, locale: Locale, mode: Mode): string {
  const { certificate, document, validUntil } = verdict
  const who = certificate
    ? describe(certificate, validUntil, locale)
    : document
      ? line([document.name, document.birthDate, document.number])
      : ''
  const findings = verdict.findings.map(
    (finding) =>
      `  ${marks[finding.status]} ${finding.check.padEnd(10)} ${finding.code.padEnd(26)} ${sayFinding(locale, finding)}\n`,
  )
  return verdictHead(verdict, locale, mode) + who + findings.join('')
}

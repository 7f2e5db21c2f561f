/** What the verdict panel says about the certificate, in few words: who, which test, how old, valid until when. */
import type { Holder, Moment, Statement, TestStatement } from '../../../../shared/certificate/certificate.ts'
import { shownText } from '../../../../shared/language/shown-text.ts'
import { formatInstant } from '../../../../shared/language/time.ts'
import { sayDate } from '../../../i18n/said-date.ts'
import type { Speak } from '../../../i18n/catalogue.ts'

const hour = 3_600_000

/** From here on the age of a sample is told in days. Rules are in hours up to 72. */
const mostHours = 100

/** `NGUYỄN VĂN AN · 1999`. The name as printed; the year alone, as on the officer's own list. */
export function sayHolder({ name, birthDate }: Holder): string {
  const shown = shownText(name)
  return birthDate ? `${shown}\u00a0·\u00a0${shownText(birthDate.slice(0, 4))}` : shown
}

/** The number of the identity document that the certificate names; nothing where it names none. */
export function sayNumber(speak: Speak, { number }: Holder): string[] {
  return number === null ? [] : [speak('holder.number', { number })]
}

/** How old the sample is, when its result was reported, and until when the certificate holds, as of `at`. Instants in epoch milliseconds. */
export function sayAges(speak: Speak, statement: Statement, validUntil: number | null, at: number): string[] {
  const test = statement.kind === 'test' ? statement : null
  const sample = test && saySample(speak, test, at)
  const reported = test?.reported ? speak('sample.reported', { text: sayMoment(test.reported) }) : null
  const key = validUntil !== null && validUntil > at ? 'period.until' : 'period.ended'
  const period = validUntil === null ? null : speak(key, { untilAt: validUntil })
  return [sample, reported, period].filter((age) => age !== null)
}

/** What is stated: `xét nghiệm RT-PCR âm tính`. */
export function sayStatement(speak: Speak, statement: Statement): string {
  switch (statement.kind) {
    case 'test': {
      const result = statement.result === 'unknown' ? 'statement.unclear' : (`statement.${statement.result}` as const)
      return `${speak(`statement.${statement.method}`)} ${speak(result)}`
    }
    case 'vaccination': {
      const { dose, doses, date } = statement
      const parts = [speak('statement.vaccination')]
      if (dose !== null && doses !== null) parts.push(speak('statement.doses', { dose, doses }))
      if (date !== null) parts.push(speak('statement.on', { date: sayDate(date) }))
      return parts.join(' ')
    }
    case 'recovery': {
      const { firstPositive } = statement
      const recovery = speak('statement.recovery')
      return firstPositive === null
        ? recovery
        : `${recovery}, ${speak('statement.positiveOn', { date: sayDate(firstPositive) })}`
    }
    case 'pass':
      return speak('statement.pass')
  }
}

function saySample(speak: Speak, { sampled }: TestStatement, at: number): string | null {
  if (!sampled) return null
  if (!sampled.zoned) return speak('sample.unzoned', { text: sampled.text })
  const hours = Math.floor((at - sampled.latest) / hour)
  if (hours < 0) return speak('sample.ahead', { sampledAt: sampled.latest })
  if (hours === 0) return speak('sample.underHour')
  if (hours < mostHours) return speak('sample.hours', { hours })
  return speak('sample.days', { days: Math.floor(hours / 24) })
}

/** A moment in Viet Nam's time; as it is written where it has no zone. */
export function sayMoment({ text, latest, zoned }: Moment): string {
  return zoned ? formatInstant(latest) : shownText(text)
}

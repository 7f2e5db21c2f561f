/** What the screen says about the kiosk itself: how old what it believes is, and whether its clock can be right. */
import type { Standing } from '../../shared/contract/schemas.ts'
import { worstAge, type ArtefactAge, type Freshness } from '../../shared/domain/freshness.ts'
import type { Locale } from '../../shared/language/locale.ts'
import type { Speak } from '../i18n/catalogue.ts'
import type { ClockConfirmation } from './kiosk-state.ts'

/** From here on an age is told in days. */
const mostHours = 48

/** How badly off the keys, rules or revocations are, whichever is worst; null where none has a date. */
export function worstFreshness({ ages }: Pick<Standing['trust'], 'ages'>): Freshness | null {
  return worstAge(ages)?.freshness ?? null
}

/** The status line: `12 khóa · quy định 9 ngày`, the age being that of whatever is worst off. */
export function sayTrust(speak: Speak, { keys, ages }: Pick<Standing['trust'], 'keys' | 'ages'>): string {
  const worst = worstAge(ages)
  const age = worst ? speak(`header.${worst.artefact}Age`, { age: sayAge(speak, worst) }) : speak('header.undated')
  return `${speak('header.keys', { keys })} · ${age}`
}

/** One sentence for each step of the ladder that something has come down to, the worst first: what, how old, what to do. */
export function sayTrustNotices(locale: Locale, speak: Speak, ages: readonly ArtefactAge[]): string[] {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return (['unusable', 'old', 'ageing'] as const).flatMap((step) => {
    const fallen = ages.filter(({ freshness }) => freshness === step)
    if (fallen.length === 0) return []
    const what = list.format(fallen.map((one) => speak(`artefact.${one.artefact}`, { age: sayAge(speak, one) })))
    return [speak(`trust.${step}`, { what })]
  })
}

/** That what is believed did not hold when it was opened, in whole or in part; null where it did. */
export function sayTrustDamage(speak: Speak, { damaged, keys }: Standing['trust']): string | null {
  if (!damaged) return null
  return speak(keys === 0 ? 'trust.nothing' : 'trust.damaged')
}

/** What to do about a doubted clock, or that it has been done; null where there is nothing to say. @param now epoch milliseconds */
export function sayClockNotice(
  speak: Speak,
  { doubt, knownAt }: Standing['clock'],
  confirmation: ClockConfirmation,
  now: number,
): string | null {
  if (doubt === null) return confirmation === 'done' ? speak('clock.done') : null
  if (doubt === 'other-zone') return speak('clock.other-zone')
  if (confirmation === 'failed') return speak('clock.failed')
  if (confirmation === 'asked') return speak('clock.asked', { clockAt: now })
  return speak(`clock.${doubt}`, { clockAt: now, ...(knownAt === null ? {} : { knownAt }) })
}

export function sayAge(speak: Speak, { hours }: ArtefactAge): string {
  if (hours === 0) return speak('age.underHour')
  return hours < mostHours ? speak('age.hours', { hours }) : speak('age.days', { days: Math.floor(hours / 24) })
}

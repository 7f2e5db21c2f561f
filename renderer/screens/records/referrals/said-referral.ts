/** An open referral in words: how long ago, and why. */
import type { ReferralLine } from '../../../../shared/contract/referral-schemas.ts'
import { findingCodes } from '../../../../shared/domain/finding/finding-codes.ts'
import type { Locale } from '../../../../shared/language/locale.ts'
import type { Speak } from '../../../i18n/catalogue.ts'
import { sayReasonCode } from '../crossing/said-crossing.ts'
import { sayReason } from '../crossing/said-history.ts'

const minute = 60_000

/** From here on it is told in whole hours. */
const mostMinutes = 90

/** `25 phút trước`, `3 giờ trước`. @param now epoch milliseconds */
export function sayAgo(speak: Speak, at: number, now: number): string {
  const minutes = Math.max(0, Math.floor((now - at) / minute))
  if (minutes < mostMinutes) return speak('referrals.minutes', { minutes })
  return speak('referrals.hours', { hours: Math.floor(minutes / 60) })
}

/** What the officer said, else what the verdict on the person said, without what was to be done. */
export function sayReferred(locale: Locale, speak: Speak, { why, reason }: ReferralLine): string {
  if (why) return sayReason(locale, why)
  const short = findingCodes[reason].short[locale]
  // What it quotes is not kept.
  return short.includes('{') ? sayReasonCode(locale, speak, reason) : short
}

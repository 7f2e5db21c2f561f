/**
 * Crossings that were given up with somebody in them who must not pass: the next scan of that person, or of that vehicle,
 * says that they were here, or whoever is positive would come again as if they never had been.
 */
import { vehicleValue } from '../../language/plate-words.ts'
import { findingCodes, type FindingCode } from '../finding/finding-codes.ts'
import { finding } from '../finding/finding.ts'
import type { Finding } from '../finding/verdict.ts'
import type { Traveller, Undecided } from './crossing.ts'

/** A crossing of the last hours that was given up. `at`: when, epoch milliseconds. */
export interface AbandonedCrossing {
  at: number
  crossing: Undecided
}

/** Who in it was positive, forged, revoked or else not to pass. */
export function rejectedIn({ travellers }: Pick<Undecided, 'travellers'>): Traveller[] {
  return travellers.filter(({ outcome }) => outcome === 'rejected')
}

/** As long it is said, as of whoever was turned away. Milliseconds. */
const saidFor = 24 * 3_600_000

/**
 * What is said of it; null: nothing any more.
 * @param code said of the person, or of the vehicle that they sat in
 * @param decidedAt when the last crossing of the same was decided: who was decided about since was looked at then
 */
export function findAbandoned(
  code: 'person-abandoned' | 'vehicle-abandoned',
  abandoned: AbandonedCrossing | null,
  decidedAt: number | null,
  { now, place }: { now: number; place: string },
): Finding | null {
  if (!abandoned || abandoned.at < now - saidFor || (decidedAt !== null && decidedAt >= abandoned.at)) return null
  const { at, crossing } = abandoned
  const [wrong] = rejectedIn(crossing)
  if (!wrong) return null
  const values = { seenAt: at, place, vehicle: vehicleValue(crossing.vehicle) }
  return finding(code, { ...values, vi: wordsOf(wrong.reason, 'vi'), en: wordsOf(wrong.reason, 'en') })
}

const wordless = { vi: 'có người không được qua', en: 'somebody who must not pass' } as const

/** What was wrong, without what its words would quote: that is not kept. */
function wordsOf(reason: FindingCode, locale: 'vi' | 'en'): string {
  const short = findingCodes[reason].short[locale]
  return short.includes('{') ? wordless[locale] : short
}

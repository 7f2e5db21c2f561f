/**
 * Open referrals: who was sent to the medical post, and has neither been let pass since nor shown what they were sent
 * for. Who has been admitted since was looked at then, as with whoever was turned away (repeats.ts).
 */
import type { FindingCode } from '../finding/finding-codes.ts'
import type { Traveller } from './crossing.ts'
import { personKeys, type EarlierCrossing } from './repeats.ts'

/** A person of a crossing that was referred. */
export interface OpenReferral {
  by: EarlierCrossing
  traveller: Traveller
}

/** How long somebody is waited for, in milliseconds: as long as a result is commonly good. */
export const referralsKept = 72 * 3_600_000

/**
 * The referrals that are open.
 * @param earlier crossings, newest first
 * @param ofPerson crossings with a traveller who is certainly this one, newest first
 */
export function openReferrals(
  earlier: readonly EarlierCrossing[],
  ofPerson: (traveller: Traveller) => readonly EarlierCrossing[],
): OpenReferral[] {
  return earlier
    .filter(({ crossing }) => crossing.decision === 'referred')
    .flatMap((by) => by.crossing.travellers.map((traveller) => ({ by, traveller })))
    .filter((referral) => isOpen(referral, ofPerson(referral.traveller)))
}

function isOpen({ by, traveller }: OpenReferral, ofPerson: readonly EarlierCrossing[]): boolean {
  const known = ofPerson.findIndex(({ seq }) => seq === by.seq)
  const later = known < 0 ? ofPerson : ofPerson.slice(0, known)
  // Being admitted closes it, a later referral stands in its place, and a refusal changes nothing.
  return !later.some((each) => each.crossing.decision !== 'refused' || hasNewResult(each, traveller))
}

/** Nothing else stood against them then: what earlier crossings say is asked last. */
const ofEarlier: readonly FindingCode[] = ['person-referred', 'person-refused', 'person-abandoned', 'person-again']

/** Whether a person then showed an accepted result that the referral was not about. */
function hasNewResult({ crossing }: EarlierCrossing, referred: Traveller): boolean {
  const keys = personKeys(referred)
  return crossing.travellers.some(
    (each) =>
      each.certificate !== null &&
      each.certificate.id !== referred.certificate?.id &&
      (each.outcome === 'accepted' || ofEarlier.includes(each.reason)) &&
      personKeys(each).some((key) => keys.includes(key)),
  )
}

/**
 * What earlier crossings say against a traveller or a vehicle: that they were turned away, the same result with somebody
 * else, or the same person again too soon.
 */
import { vehicleValue } from '../../language/plate-words.ts'
import { finding } from '../finding/finding.ts'
import { compareNames } from '../person/name-comparison.ts'
import { comparableParts } from '../person/names.ts'
import { readPlate } from '../plate/plate.ts'
import type { Finding } from '../finding/verdict.ts'
import type { Crossing, Direction, Traveller } from './crossing.ts'
import { findAbandoned, type AbandonedCrossing } from './abandoned.ts'
import type { Person } from './person.ts'

/** A crossing of the last hours. */
export interface EarlierCrossing {
  /** Number of the entry that recorded it. */
  seq: number
  /** Epoch milliseconds. */
  at: number
  crossing: Crossing
}

/** Who stands there now, with what, and on what. */
export interface Presence {
  person: Person
  /** The digest of the result; null where there is none. */
  digest: string | null
  /** The vehicle's plates, as keys (see shared/domain/plate/plate.ts). */
  plates: readonly string[]
  direction: Direction
}

/** Earlier crossings that may speak against a traveller, newest first. */
export interface EarlierOfTraveller {
  /** With the same result, whoever showed it. */
  ofCertificate: readonly EarlierCrossing[]
  /** With a traveller who has a key of this person (see `personKeys`). */
  ofPerson: readonly EarlierCrossing[]
  /** The last that was given up with them or their result in it, rejected; null: none was. */
  abandoned: AbandonedCrossing | null
}

/** The policy's window, and how this place is called. */
export interface RepeatCircumstances {
  /** When they stand there, epoch milliseconds; of what is entered later, from paper, when that was. */
  now: number
  /** It is entered later: what came after it is known, and says nothing against it. */
  enteredLater: boolean
  /** Null: the policy asks nothing about coming again. */
  withinMinutes: number | null
  place: string
}

/** The keys of a crossing's plates. */
export function plateKeys({ vehicle }: Pick<Crossing, 'vehicle'>): string[] {
  const keys = [vehicle?.plate, vehicle?.trailerPlate].map((text) => (text ? readPlate(text)?.key : undefined))
  return keys.filter((key) => key !== undefined)
}

/** Texts of which two people share one only if they are the same: whole numbers, else name with whole birth date. */
export function personKeys({ name, birthDate, numbers }: Person): string[] {
  const whole = numbers.filter((number) => !number.includes('*')).map((number) => `number ${number}`)
  const dated = name !== null && birthDate !== null && /^\d{4}-\d{2}-\d{2}$/.test(birthDate)
  return dated ? [...whole, `name ${nameKey(name)} ${birthDate}`] : whole
}

/** As people are told apart; what cannot be compared so is one name only with itself. */
function nameKey(name: string): string {
  const parts = comparableParts(name, 'plain') ?? []
  return parts.length > 0 ? parts.join(' ') : name
}

/** Findings of the check `repeat`; none where nothing stands against the traveller. */
export function findRepeats(
  presence: Presence,
  { ofCertificate, ofPerson, abandoned }: EarlierOfTraveller,
  circumstances: RepeatCircumstances,
): Finding[] {
  const found = [
    findAbandoned(
      'person-abandoned',
      beforeIt(abandoned, circumstances),
      before(ofPerson, circumstances)[0]?.at ?? null,
      circumstances,
    ),
    againstPerson(presence, ofPerson, circumstances),
    againstCertificate(presence, ofCertificate, circumstances.place),
  ]
  return found.filter((each) => each !== null)
}

function values({ at, crossing }: EarlierCrossing, place: string) {
  return { seenAt: at, place, vehicle: vehicleValue(crossing.vehicle) }
}

function againstCertificate(presence: Presence, earlier: readonly EarlierCrossing[], place: string): Finding | null {
  const { digest, person, plates } = presence
  if (digest === null) return null
  for (const each of earlier) {
    const holder = each.crossing.travellers.find(({ certificate }) => certificate?.digest === digest)
    if (!holder) continue
    if (isAnother(holder, person)) {
      return finding('certificate-of-another', { ...values(each, place), name: holder.name ?? '—' })
    }
    const other = plateKeys(each.crossing)
    const elsewhere = plates.length > 0 && other.length > 0 && !other.some((key) => plates.includes(key))
    if (elsewhere) return finding('certificate-on-another-plate', values(each, place))
  }
  return null
}

/** Twelve digits, unmasked. */
const forLife = (numbers: readonly string[]): string[] => numbers.filter((number) => /^\d{12}$/.test(number))

/** Two different numbers given for life, or two names of two people: then and now it was not one person who showed it. */
function isAnother(then: Traveller, now: Person): boolean {
  const [before, today] = [forLife(then.numbers), forLife(now.numbers)]
  if (before.length > 0 && today.length > 0) return !before.some((number) => today.includes(number))
  if (then.name === null || now.name === null || then.name === now.name) return false
  return ['partial', 'unrelated', 'too-long'].includes(compareNames([then.name], [now.name]))
}

function againstPerson(
  { direction }: Presence,
  earlier: readonly EarlierCrossing[],
  circumstances: RepeatCircumstances,
): Finding | null {
  const { now, place } = circumstances
  const turned = turnedAway(before(earlier, circumstances), now)
  if (turned) return finding(`person-${turned.decision}`, values(turned.by, place))
  const last = earlier.find(({ at, crossing }) => isTooSoon(at, circumstances) && crossing.direction === direction)
  return last ? finding('person-again', values(last, place)) : null
}

/** Whether another crossing is so close that it is the same one again. One sheet entered twice is, whichever minute came first. */
export const isTooSoon = (
  at: number,
  { now, enteredLater, withinMinutes }: Omit<RepeatCircumstances, 'place'>,
): boolean => {
  if (withinMinutes === null) return false
  const within = withinMinutes * 60_000
  return at >= now - within && (!enteredLater || at <= now + within)
}

/**
 * What is known against a vehicle, whoever sits in it now: that it was refused, referred, or given up here.
 * @param earlier crossings with one of its plates, newest first
 * @param abandoned the last with one of its plates that was given up with somebody rejected in it
 */
export function findVehicleRepeats(
  earlier: readonly EarlierCrossing[],
  abandoned: AbandonedCrossing | null,
  circumstances: Omit<RepeatCircumstances, 'withinMinutes'>,
): Finding[] {
  const { now, place } = circumstances
  const known = before(earlier, circumstances)
  const turned = turnedAway(known, now)
  const gaveUp = findAbandoned(
    'vehicle-abandoned',
    beforeIt(abandoned, circumstances),
    known[0]?.at ?? null,
    circumstances,
  )
  return [
    ...(gaveUp ? [gaveUp] : []),
    ...(turned ? [finding(`vehicle-${turned.decision}`, values(turned.by, place))] : []),
  ]
}

/** Said whatever else there is to say; first what was decided, which a crossing that was given up later does not undo. */
const ofTurnedAway: readonly Finding['code'][] = ['person-refused', 'person-referred', 'person-abandoned']

/** What of a traveller's findings is to be said whatever else there is to say; null: they were not turned away, nor given up. */
export function turnedAwayBefore(findings: readonly Finding[]): Finding | null {
  const said = ofTurnedAway.map((code) => findings.find((each) => each.code === code))
  return said.find((each) => each !== undefined) ?? null
}

/** As long it is said, whichever way they come: a night must not make it forgotten. Milliseconds. */
const turnedAwayFor = 24 * 3_600_000

type Standing = Pick<RepeatCircumstances, 'now' | 'enteredLater'>

const beforeIt = <T extends { at: number }>(one: T | null, { now, enteredLater }: Standing): T | null =>
  one !== null && enteredLater && one.at > now ? null : one

/** What had happened when they stood there. Of what happens now that is all of it, whatever a clock that was set back says. */
const before = (earlier: readonly EarlierCrossing[], standing: Standing): readonly EarlierCrossing[] =>
  earlier.filter((each) => beforeIt(each, standing) !== null)

/** The last that was decided, where that was not to let them pass: who has been admitted since, was looked at then. */
function turnedAway(
  [last]: readonly EarlierCrossing[],
  now: number,
): { decision: 'refused' | 'referred'; by: EarlierCrossing } | null {
  if (!last || last.at < now - turnedAwayFor) return null
  const { decision } = last.crossing
  return decision === 'admitted' ? null : { decision, by: last }
}

/**
 * Where something newly scanned goes in the open crossing: to a traveller who is there already, or to a new one. Scans
 * come in any order and from several people at once, so whom it names decides, not who stood there last.
 */
import { identityReasons, type IdentityReason } from '../person/identity-reasons.ts'
import type { IdentityComparison } from '../person/identity.ts'
import type { Evidence, OpenCrossing, OpenTraveller } from './open-crossing.ts'
import { compareWithTraveller } from './traveller-identity.ts'
import type { CertificateEvidence } from './traveller-verdict.ts'

/** See `placedSchema` of the contract. */
export type Placing = 'new' | 'same' | 'look' | 'again' | 'apart'

/** The crossing with the evidence in it. */
export interface Placed {
  crossing: OpenCrossing
  traveller: number
  how: Placing
}

/** Puts evidence where it belongs; whether there is room for it is asked afterwards (room.ts). Its `id` is the crossing's `nextId`. */
export function placeEvidence(crossing: OpenCrossing, evidence: Evidence): Placed {
  const again = crossing.travellers.find((traveller) =>
    traveller.evidence.some((other) => isSameThing(other, evidence)),
  )
  if (again) return into(crossing, again, evidence, 'again')
  if (crossing.awaitingNext) return begin(crossing, evidence, 'new')
  const current = crossing.travellers.find(({ id }) => id === crossing.current) ?? null
  // The one at the desk first: of two who fit, it is the one.
  const inTurn = [...(current ? [current] : []), ...crossing.travellers.filter((traveller) => traveller !== current)]
  const same = inTurn.find((traveller) => compareWithTraveller(evidence, traveller)?.outcome === 'same')
  if (same) return into(crossing, same, evidence, 'same')
  const [asked, ...others] = askedAbout(crossing, current, evidence)
  if (asked && others.length === 0) return into(crossing, asked, evidence, 'look')
  if (asked) return begin(crossing, evidence, 'apart')
  const other = current && isAwaited(current, evidence) ? compareWithTraveller(evidence, current) : null
  return begin(crossing, evidence, other?.outcome === 'different' ? 'apart' : 'new')
}

/**
 * Who may be the one that it names, for the officer to be asked: put beside theirs, it accepts nobody until that is
 * answered, and does not pass for one more person.
 */
function askedAbout(crossing: OpenCrossing, current: OpenTraveller | null, evidence: Evidence): OpenTraveller[] {
  const waiting = crossing.travellers.filter((traveller) => isAwaited(traveller, evidence))
  const atDesk = waiting.find((traveller) => traveller === current) ?? null
  const comparison = atDesk && compareWithTraveller(evidence, atDesk)
  if (atDesk && comparison && isLikely(comparison)) return [atDesk]
  // Whom the officer takes over from an earlier crossing, nobody asks about.
  if (evidence.kind === 'earlier') return []
  return waiting.filter((traveller) => isClose(compareWithTraveller(evidence, traveller)))
}

/** Is it of one whole birth date, with a name that agrees at least in part? */
function isClose(comparison: IdentityComparison | null): boolean {
  if (comparison?.outcome !== 'look' || !comparison.reasons.includes('birth-date-equal')) return false
  return !comparison.reasons.includes('name-too-long')
}

const isResult = ({ kind }: Evidence): boolean => kind === 'certificate'

/** Is this the half that the traveller still lacks: papers beside a result, or a result beside papers? */
function isAwaited({ evidence }: OpenTraveller, next: Evidence): boolean {
  const hasResult = evidence.some(isResult)
  const hasPapers = evidence.some((each) => !isResult(each) && each.kind !== 'paper')
  return isResult(next) ? !hasResult : !hasPapers
}

/** Agreements that make it likely that an unclear comparison is of one person, for the officer to look at. */
const likely: readonly IdentityReason[] = ['name-part-missing', 'number-equal', 'number-compatible']

function isLikely({ outcome, reasons }: IdentityComparison): boolean {
  if (outcome !== 'look') return false
  const [name] = reasons
  const nameAgrees = name !== undefined && identityReasons[name].standing === 'agrees'
  // A name in another script cannot be compared: there the birth date speaks.
  const unwritten = name === 'name-unknown' && reasons.includes('birth-date-equal')
  return nameAgrees || unwritten || reasons.some((reason) => likely.includes(reason))
}

/**
 * Is it one certificate that its issuer signed twice, for a correction? Whoever signs may write any identifier, and some
 * give one to two people: it counts only under keys that we hold, and for one holder.
 */
function isIssuedAnew(one: CertificateEvidence, other: CertificateEvidence): boolean {
  const [a, b] = [one.certificate, other.certificate]
  const sameHolder = a.holder.name === b.holder.name && a.holder.birthDate === b.holder.birthDate
  const sameIdentifier = a.statement.identifier !== null && one.certificateId === other.certificateId
  const samePaper = sameIdentifier && sameHolder && a.issuer === b.issuer
  return samePaper && saysTheSame(one, other) && isVouched(one) && isVouched(other)
}

/** A correction never turns a positive result into another one without anybody seeing both. */
function saysTheSame({ certificate: { statement: one } }: CertificateEvidence, other: CertificateEvidence): boolean {
  const { statement } = other.certificate
  return one.kind !== 'test' || statement.kind !== 'test' || one.result === statement.result
}

function isVouched({ findings }: CertificateEvidence): boolean {
  return findings.some(({ code }) => code === 'signature-valid')
}

function isSameThing(one: Evidence, other: Evidence): boolean {
  if (one.kind === 'certificate' && other.kind === 'certificate') {
    return one.digest === other.digest || isIssuedAnew(one, other)
  }
  if (one.kind !== 'document' || other.kind !== 'document') return false
  const [a, b] = [one.document, other.document]
  return a.kind === b.kind && a.number === b.number && a.name === b.name && a.birthDate === b.birthDate
}

function into(crossing: OpenCrossing, traveller: OpenTraveller, evidence: Evidence, how: Placing): Placed {
  const kept = traveller.evidence.filter((other) => !isSameThing(other, evidence))
  // What an officer compared was another set of papers.
  const confirmed = traveller.confirmed && how === 'again'
  const changed: OpenTraveller = { ...traveller, evidence: [...kept, evidence], confirmed }
  const travellers = crossing.travellers.map((each) => (each === traveller ? changed : each))
  return { crossing: after(crossing, travellers, traveller.id, 1), traveller: traveller.id, how }
}

function begin(crossing: OpenCrossing, evidence: Evidence, how: Placing): Placed {
  const id = crossing.nextId + 1
  const travellers = [...crossing.travellers, { id, evidence: [evidence], confirmed: false }]
  return { crossing: after(crossing, travellers, id, 2), traveller: id, how }
}

function after(crossing: OpenCrossing, travellers: OpenTraveller[], current: number, ids: number): OpenCrossing {
  return { ...crossing, travellers, current, awaitingNext: false, nextId: crossing.nextId + ids }
}

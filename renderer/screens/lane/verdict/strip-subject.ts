/**
 * Whom the strip in the panel is about: the person just scanned, a row that is selected, or a code that is nobody's.
 * One shape for all, so that a row that is pressed looks as its scan did.
 */
import type { ShownCrossing, ShownTraveller } from '../../../../shared/contract/crossing-schemas.ts'
import type { ScanAnswer } from '../../../../shared/contract/schemas.ts'
import type { IdentityStanding } from '../../../../shared/domain/crossing/crossing.ts'
import type { Finding, Outcome, Verdict } from '../../../../shared/domain/finding/verdict.ts'
import type { Speak } from '../../../i18n/catalogue.ts'
import type { VerdictView } from '../../../frame/scans/scan-state.ts'
import { sayDocument, sayPerson } from './document-words.ts'
import { sayAges, sayNumber, sayStatement } from './holder-facts.ts'
import { sayPaper } from '../forms/paper-words.ts'

export interface StripSubject {
  outcome: Outcome
  reason: Finding
  findings: readonly Finding[]
  /** As printed on the code or the papers; null: it names nobody. */
  name: string | null
  /** `YYYY-MM-DD` or less of it. */
  birthDate: string | null
  /** Nothing that is believed vouches for the name. */
  claimed: boolean
  facts: string[]
  /** The name on the papers beside the certificate, where the two are to be compared by eye. */
  beside: string | null
  /** Whether the papers are of the same person; null: there are none to be held against the certificate. */
  papers: IdentityStanding | null
  /** That they were refused or referred today; said whatever the reason is. */
  turnedAway: Finding | null
  /** It is of the crossing's people: what the panel says is about it as well. */
  placed: boolean
}

/** The strip while a row is selected, else after a scan; null where it is about nobody. */
export function subjectOf(
  speak: Speak,
  view: VerdictView,
  crossing: ShownCrossing | null,
  selected: number | null,
): StripSubject | null {
  const row = crossing?.travellers.find(({ id }) => id === selected)
  const scanned = view.kind === 'shown' ? view.answer : null
  if (row && scanned?.placed?.traveller !== row.id) return ofTraveller(speak, row)
  if (view.kind !== 'shown') return null
  const placed = crossing?.travellers.find(({ id }) => id === view.answer.placed?.traveller)
  return { ...ofScan(speak, view.answer, view.at), turnedAway: placed?.turnedAway ?? null }
}

function ofScan(speak: Speak, { verdict, placed }: ScanAnswer, at: number): Omit<StripSubject, 'turnedAway'> {
  const { outcome, reason, findings, certificate, document, validUntil } = verdict
  const person = certificate?.holder ?? document
  const facts = certificate
    ? [
        sayStatement(speak, certificate.statement),
        ...sayNumber(speak, certificate.holder),
        ...sayAges(speak, certificate.statement, validUntil, at),
      ]
    : document
      ? [sayDocument(speak, document), ...sayPerson(speak, document)]
      : []
  return {
    outcome,
    reason,
    findings,
    name: person?.name ?? null,
    birthDate: person?.birthDate ?? null,
    claimed: person !== null && person !== undefined && !isVouchedFor(verdict),
    facts,
    beside: certificate && document && isUnclear(findings) ? document.name : null,
    papers: certificate && document ? standingOf(findings) : null,
    placed: placed !== null,
  }
}

function ofTraveller(speak: Speak, traveller: ShownTraveller): StripSubject {
  const { outcome, reason, findings, name, birthDate, identity, turnedAway, evidence } = traveller
  const names = evidence.flatMap((each) => (each.name === null ? [] : each.name))
  const other = names.find((each) => each !== name) ?? null
  const certified = evidence.some(({ kind }) => kind === 'certificate')
  return {
    outcome,
    reason,
    findings,
    name,
    birthDate,
    claimed: name !== null && !certified,
    // A paper cannot be scanned again: what was typed of it is read here.
    facts: evidence.flatMap(({ paper }) => (paper ? [sayPaper(speak, paper)] : [])),
    beside: isUnclear(findings) ? other : null,
    papers: identity === 'alone' ? null : identity,
    turnedAway,
    placed: true,
  }
}

const standings: Partial<Record<Finding['code'], IdentityStanding>> = {
  'identity-same': 'same',
  'identity-confirmed': 'confirmed',
  'identity-unclear': 'look',
  'identity-different': 'different',
}

function standingOf(findings: readonly Finding[]): IdentityStanding | null {
  return findings.map(({ code }) => standings[code]).find((each) => each !== undefined) ?? null
}

const isUnclear = (findings: readonly Finding[]): boolean => findings.some(({ code }) => code === 'identity-unclear')

/** Is the signature good, and its key one that we believe? A code may carry a signature and a key of anybody's. */
function isVouchedFor({ certificate, findings }: Verdict): boolean {
  const passed = (check: Finding['check']): boolean =>
    findings.some((finding) => finding.check === check && finding.status === 'pass')
  return certificate !== null && passed('signature') && passed('key')
}

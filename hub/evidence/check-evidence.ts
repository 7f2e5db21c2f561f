/** Checks such a file without any hub: what is signed by whom, and whether there really are two ends. */
import * as v from 'valibot'
import { readOpened } from '../../shared/sync/batch.ts'
import { readLines } from '../../shared/sync/entry-lines.ts'
import { fingerprintOf } from '../../shared/sync/invitation.ts'
import { nodeMeans } from '../../main/sync/index.ts'
import { envelopeSchema, evidenceSchema, signedText, type Evidence } from './evidence-file.ts'

/** One fork. */
export interface CheckedFork {
  at: number
  /** The hashes that the two ends have of entry `at`; null: it is not in there. */
  ours: string | null
  theirs: string | null
  receivedAt: number
  /** Why it proves nothing; null: the kiosk's key signed another entry of this number. */
  fault: 'not-signed' | 'ours-broken' | 'theirs-broken' | 'no-fork' | null
}

/** What a file proves. */
export interface Checked {
  evidence: Pick<Evidence, 'hub' | 'enrolment' | 'name' | 'at'>
  /** Of the hub's key: to be compared with what the province says. */
  fingerprint: string
  forks: CheckedFork[]
}

/** Checks one; null: it is no such file, or its hub did not sign it. */
export function checkEvidence(text: string): Checked | null {
  let evidence: Evidence
  try {
    const { said, signature } = v.parse(envelopeSchema, JSON.parse(text))
    evidence = v.parse(evidenceSchema, JSON.parse(said))
    if (!nodeMeans.holds(evidence.key, signedText(nodeMeans.sha256(said)), signature)) return null
  } catch {
    return null
  }
  const { hub, enrolment, name, at } = evidence
  return {
    evidence: { hub, enrolment, name, at },
    fingerprint: fingerprintOf(nodeMeans, evidence.key),
    forks: evidence.forks.map((fork) => checkFork(evidence, fork)),
  }
}

function checkFork(
  { hub, enrolment, keys }: Evidence,
  { at, previous, ours, theirs, receivedAt }: Evidence['forks'][number],
): CheckedFork {
  const checked = (
    fault: CheckedFork['fault'],
    our: string | null = null,
    their: string | null = null,
  ): CheckedFork => ({
    at,
    ours: our,
    theirs: their,
    receivedAt,
    fault,
  })
  const batch = readOpened(nodeMeans, Buffer.from(theirs, 'base64'))
  const statement = batch?.statement
  const isTheirs = statement?.hub === hub && statement.enrolment === enrolment
  const signer = isTheirs ? keys.find((key) => key.public === statement.key.public) : undefined
  if (!batch || !isTheirs || !signer || !batch.signedBy(signer.public)) return checked('not-signed')
  const read = batch.entries()
  if ('why' in read) return checked('theirs-broken')
  const their = at === statement.from - 1 ? statement.previous : (read.entries[at - statement.from]?.entry.hash ?? null)
  const our = firstOf(at, previous, ours)
  if (our === null) return checked('ours-broken', null, their)
  return checked(their === null || their === our ? 'no-fork' : null, our, their)
}

/** The hash of the first header, where all of them follow each other; else null. */
function firstOf(at: number, previous: string, lines: readonly string[]): string | null {
  const [first] = lines
  const hash = lastHash(lines.at(-1))
  if (first === undefined || hash === null) return null
  const range = { from: at, through: at + lines.length - 1, previous, hash }
  const read = readLines(nodeMeans, range, lines.join(''))
  if ('why' in read) return null
  return read.entries[0]?.entry.hash ?? null
}

function lastHash(line = ''): string | null {
  try {
    const read = v.safeParse(v.looseTuple([v.string()]), JSON.parse(line))
    return read.success ? read.output[0] : null
  } catch {
    return null
  }
}

/**
 * A revocation list in memory, as it is on disk: a million entries cost their 16 MB and three small indexes.
 */
import {
  buildRevocations,
  hashLength,
  layout,
  mostRevocations,
  revocationKinds,
  type PerKind,
  type RevocationKind,
} from '../../../shared/domain/revocation.ts'
import { atOnce, type Steps } from '../../../shared/domain/steps.ts'
import type { RevocationFault } from './fault.ts'
import { Section } from './section.ts'

/** A list, or why the bytes are none. */
export type RevocationsAnswer = { ok: true; list: RevocationList } | { ok: false; why: RevocationFault }

/** Beyond this a time is no calendar's (ECMA-262 §21.4.1.1). */
const lastInstant = 8_640_000_000_000_000n

/** An immutable list of what has been revoked. */
export class RevocationList {
  /** Epoch milliseconds. */
  readonly issuedAt: number
  /** How many hashes of all kinds. */
  readonly size: number
  /** The kinds of which it has any. */
  readonly kinds: readonly RevocationKind[]
  private readonly sections: PerKind<Section>

  constructor(sections: PerKind<Section>, issuedAt: number) {
    this.sections = sections
    this.issuedAt = issuedAt
    this.size = revocationKinds.reduce((sum, kind) => sum + sections[kind].count, 0)
    this.kinds = revocationKinds.filter((kind) => sections[kind].count > 0)
  }

  /** The first kind by which this certificate is revoked, or null. */
  find(hashes: PerKind<Uint8Array | null>): RevocationKind | null {
    for (const kind of this.kinds) {
      const hash = hashes[kind]
      if (hash && this.sections[kind].has(hash)) return kind
    }
    return null
  }
}

/** Reads and checks a whole list. Keeps the bytes: they must not be written to afterwards. */
export function parseRevocations(bytes: Buffer): RevocationsAnswer {
  return atOnce(parseInSteps(bytes))
}

/** As `parseRevocations`, in steps. */
export function* parseInSteps(bytes: Buffer): Steps<RevocationsAnswer> {
  const { magic, versionAt, countsAt, headerLength } = layout
  if (bytes.length < headerLength || !bytes.subarray(0, magic.length).equals(magic))
    return { ok: false, why: 'not-a-list' }
  if (bytes.readUInt32BE(versionAt) !== layout.version) return { ok: false, why: 'version-unknown' }
  const identifiers = bytes.readUInt32BE(countsAt)
  const countryIdentifiers = bytes.readUInt32BE(countsAt + 4)
  const signatures = bytes.readUInt32BE(countsAt + 8)
  const total = identifiers + countryIdentifiers + signatures
  if (total > mostRevocations) return { ok: false, why: 'too-many' }
  if (bytes.length !== headerLength + total * hashLength) return { ok: false, why: 'wrong-size' }
  const issuedAt = bytes.readBigUInt64BE(layout.issuedAt)
  if (issuedAt > lastInstant) return { ok: false, why: 'time-impossible' }
  const identifier = yield* Section.read(bytes, headerLength, identifiers)
  const countryIdentifier = yield* Section.read(bytes, headerLength + identifiers * hashLength, countryIdentifiers)
  const signature = yield* Section.read(bytes, bytes.length - signatures * hashLength, signatures)
  if (!identifier || !countryIdentifier || !signature) return { ok: false, why: 'not-in-order' }
  return {
    ok: true,
    list: new RevocationList({ identifier, 'country-identifier': countryIdentifier, signature }, Number(issuedAt)),
  }
}

function emptyList(): RevocationList {
  const bytes = buildRevocations({ identifier: [], 'country-identifier': [], signature: [] }, 0)
  const answer = parseRevocations(Buffer.from(bytes.buffer))
  if (!answer.ok) throw new Error(`an empty list is no list: ${answer.why}`)
  return answer.list
}

/** Nothing is revoked: what holds where no list has come yet. */
export const noRevocations: RevocationList = emptyList()

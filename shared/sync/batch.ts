/**
 * A batch: a run of a journal's entries on their way to a hub, by wire or by stick. Inside out: lines (entry-lines.ts),
 * gzip, the statement in front of them, the kiosk's signature over all of it, the seal (seal.ts).
 */
import * as v from 'valibot'
import type { StoredEntry } from '../ledger/entry.ts'
import { readLines, writeLine, type LineFault } from './entry-lines.ts'
import type { Means, Sign } from './means.ts'
import { openSeal, seal, type SealedFile, type SealFault } from './seal.ts'
import { draftFile, readSigned, signedWith, type SignedFile, type UnsignedFile } from './signed-file.ts'
import { countOf, statementSchema, type Statement } from './statement.ts'

const tag = 'chot batch'

/** What is said of entries, and the entries. */
interface BatchContent {
  statement: Omit<Statement, 'size'>
  entries: readonly StoredEntry[]
}

/** What a key signs of a batch begins with this. */
export const batchTag = `${tag}\n`

/** Puts a batch together; `closeBatch` seals it once its kiosk has signed `toSign`. The two may be in different threads. */
export function draftBatch(means: Means, { statement, entries }: BatchContent): UnsignedFile {
  const lines = new TextEncoder().encode(entries.map(writeLine).join(''))
  const body = entries.length === 0 ? new Uint8Array(0) : means.gzip(lines)
  return draftFile(means, tag, { ...statement, size: lines.length } satisfies Statement, body)
}

/** Seals a batch that was put together. @param to X25519 keys of the hub and of the province's recovery */
export function closeBatch(
  means: Means,
  draft: UnsignedFile,
  signature: Uint8Array,
  { hub, enrolment, to }: Pick<Statement, 'hub' | 'enrolment'> & { to: readonly Uint8Array[] },
): Uint8Array {
  return seal(means, { kind: 'batch', hub, enrolment, plain: signedWith(draft, signature), to })
}

/** Seals entries under what is said of them. @param to as `closeBatch` */
export function sealBatch(
  means: Means,
  { sign, to, ...content }: BatchContent & { sign: Sign; to: readonly Uint8Array[] },
): Uint8Array {
  const draft = draftBatch(means, content)
  return closeBatch(means, draft, sign(draft.toSign), { ...content.statement, to })
}

/** A batch that was opened. Nothing is inflated before its signature was found to hold. */
export interface OpenedBatch {
  statement: Statement
  /** Whether a key (32 bytes in base64url) signed it. */
  signedBy: SignedFile['signedBy']
  /** Its entries, each found to follow from the one before. */
  entries(): { entries: StoredEntry[] } | BatchFault
}

/** Why a batch that its kiosk signed holds no entries. */
export type BatchFault = LineFault | { why: 'not-inflated'; seq: number }

/** Why something that was sealed is no batch. */
export type OpenFault = SealFault | 'not-a-batch'

/**
 * Opens a batch.
 * @param secretOf the secret half (32 bytes) of the key with that identifier; null: it is not ours
 */
export function openBatch(
  means: Means,
  file: SealedFile,
  secretOf: (id: string) => Uint8Array | null,
): OpenedBatch | OpenFault {
  if (file.outer.kind !== 'batch') return 'not-a-batch'
  const plain = openSeal(file, secretOf)
  if (typeof plain === 'string') return plain
  const batch = readOpened(means, plain)
  // What stands outside nobody signed.
  const { hub, enrolment } = file.outer
  return batch?.statement.hub === hub && batch.statement.enrolment === enrolment ? batch : 'not-a-batch'
}

/** Reads what was under a seal: the signed file; null where it is no batch. */
export function readOpened(means: Means, plain: Uint8Array): OpenedBatch | null {
  const signed = readSigned(means, tag, plain)
  const statement = signed === null ? null : readStatement(signed.statement)
  if (!signed || !statement) return null
  return {
    statement,
    signedBy: signed.signedBy,
    entries: () => inflate(means, statement, signed.body),
  }
}

function readStatement(text: string): Statement | null {
  try {
    return v.parse(statementSchema, JSON.parse(text))
  } catch {
    return null
  }
}

function inflate(means: Means, statement: Statement, body: Uint8Array): { entries: StoredEntry[] } | BatchFault {
  const unread = { why: 'not-inflated', seq: statement.from } as const
  if (countOf(statement) === 0) return body.length === 0 ? { entries: [] } : unread
  const lines = means.gunzip(body, statement.size)
  if (lines?.length !== statement.size) return unread
  let text
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(lines)
  } catch {
    return unread
  }
  return readLines(means, statement, text)
}

/**
 * Entries on their way: a line of JSON each, `[hash, id, at, kiosk, officer, kind, signer, signature, payload]`, and where
 * the payload is erased (null) its hash behind that. What follows from the rest is left out: the number, the hash before,
 * the hash of a payload that is there. The payload's text comes out byte for byte.
 */
import * as v from 'valibot'
import { headerText, type StoredEntry } from '../ledger/entry.ts'
import type { Means } from './means.ts'
import { hashSchema, publicKeySchema, signatureSchema, tokenSchema } from './schemas.ts'
import { countOf, type Statement } from './statement.ts'

const longName = v.pipe(v.string(), v.maxLength(1024))

const lineHead = [
  hashSchema,
  v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)),
  v.pipe(v.number(), v.safeInteger()),
  longName,
  v.nullable(longName),
  tokenSchema,
  v.nullable(publicKeySchema),
  v.nullable(signatureSchema),
] as const

const lineSchema = v.union([
  v.strictTuple([...lineHead, v.string()]),
  v.strictTuple([...lineHead, v.null(), hashSchema]),
])

/** Writes an entry as a line, with its end. */
export function writeLine({ entry, payload }: StoredEntry): string {
  const { hash, id, at, kiosk, officer, kind, signer, signature, payloadHash } = entry
  const members = [hash, id, at, kiosk, officer, kind, signer, signature, payload]
  return `${JSON.stringify(payload === null ? [...members, payloadHash] : members)}\n`
}

/** Why lines are not the entries that a statement says, and the first entry of which that is so. */
export interface LineFault {
  /** `altered`: its hash is not that of what it holds behind the entry before. */
  why: 'not-a-line' | 'altered' | 'another-count' | 'another-end'
  seq: number
}

/** Reads the entries of a batch and follows their chain; what comes out is exactly what the statement names, or a fault. */
export function readLines(
  means: Pick<Means, 'sha256'>,
  statement: Pick<Statement, 'from' | 'through' | 'previous' | 'hash'>,
  text: string,
): { entries: StoredEntry[] } | LineFault {
  const entries: StoredEntry[] = []
  const lines = text.split('\n')
  const end = lines.pop()
  if (end !== '' || lines.length !== countOf(statement)) return { why: 'another-count', seq: statement.from }
  let previous = statement.previous
  for (const [index, line] of lines.entries()) {
    const seq = statement.from + index
    const read = readLine(line)
    if (!read) return { why: 'not-a-line', seq }
    const [hash, id, at, kiosk, officer, kind, signer, signature, payload] = read
    const payloadHash = payload === null ? read[9] : means.sha256(payload)
    const header = { seq, id, at, kiosk, officer, kind, payloadHash, previous }
    if (means.sha256(headerText(header)) !== hash) return { why: 'altered', seq }
    entries.push({ entry: { ...header, hash, signer, signature }, payload })
    previous = hash
  }
  return previous === statement.hash ? { entries } : { why: 'another-end', seq: statement.through }
}

function readLine(line: string): v.InferOutput<typeof lineSchema> | null {
  try {
    const read = v.parse(lineSchema, JSON.parse(line))
    // No journal has it: JSON writes it as an escape. And no database keeps it as text.
    return read.some((member) => typeof member === 'string' && member.includes('\0')) ? null : read
  } catch {
    return null
  }
}

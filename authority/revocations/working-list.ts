/**
 * The authority's own list of what it has revoked: `revocations.jsonl` in the working folder, one line each, and
 * `revocations.bin` made from it, which is what is published. Neither names anybody.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { buildRevocations, revocationKinds, type RevocationKind } from '../../shared/domain/revocation.ts'
import { readNamedFile } from '../../main/files/index.ts'
import { Failure } from '../../main/terminal/index.ts'
import { writeDurably } from '../repository/durable-write.ts'
import { longestList } from '../repository/home.ts'

const entrySchema = v.strictObject({
  kind: v.picklist(revocationKinds),
  /** First 16 bytes of a SHA-256, hexadecimal. */
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  /** When it was revoked, ISO 8601. */
  at: v.pipe(v.string(), v.isoTimestamp()),
  reason: v.exactOptional(v.string()),
  /** It takes the revocation before it back. */
  undo: v.exactOptional(v.literal(true)),
})

/** One certificate's revocation, or that it was taken back. The last one of a certificate counts. */
export type RevocationEntry = v.InferOutput<typeof entrySchema>

/** By what an entry and the one that takes it back are the same certificate's. */
export const nameOfEntry = ({ kind, hash }: Pick<RevocationEntry, 'kind' | 'hash'>): string => `${kind} ${hash}`

const names = { entries: 'revocations.jsonl', published: 'revocations.bin' } as const

/**
 * Reads the list; where there is none it is empty.
 * @throws Failure naming the line that cannot be read: leaving one out would make a revoked certificate good again
 */
export function readRevocationEntries(working: string): RevocationEntry[] {
  const file = join(working, names.entries)
  if (!existsSync(file)) return []
  const lines = readNamedFile(file, longestList).toString('utf8').split('\n')
  return lines.flatMap((line, index) => {
    if (line === '') return []
    try {
      return v.parse(entrySchema, JSON.parse(line))
    } catch (error) {
      throw new Failure(
        'revocations-damaged',
        {
          vi: 'Không đọc được dòng {line} của {file}. Khôi phục tệp từ bản sao lưu; chưa thu hồi gì thêm.',
          en: 'Line {line} of {file} cannot be read. Restore the file from its backup; nothing more was revoked.',
        },
        { line: index + 1, file },
        { cause: error },
      )
    }
  })
}

function publishedForm(entries: readonly RevocationEntry[], now: number): Uint8Array {
  const hashes: Record<RevocationKind, Uint8Array[]> = { identifier: [], 'country-identifier': [], signature: [] }
  for (const { kind, hash } of entries) hashes[kind].push(Buffer.from(hash, 'hex'))
  return buildRevocations(hashes, now)
}

/** The revocations that hold, by name. */
export function inForce(entries: readonly RevocationEntry[]): Map<string, RevocationEntry> {
  const holding = new Map<string, RevocationEntry>()
  for (const entry of entries) {
    if (entry.undo) holding.delete(nameOfEntry(entry))
    else if (!holding.has(nameOfEntry(entry))) holding.set(nameOfEntry(entry), entry)
  }
  return holding
}

/**
 * Adds to the list and writes both files anew. Nothing is ever taken off it: what changes nothing is left out, and a
 * revocation that is taken back stays, with the entry that does so behind it.
 * @param now epoch milliseconds, the issue time of the published list
 * @returns how many entries were added, and how many revocations hold now
 */
export function addRevocations(
  working: string,
  additions: readonly RevocationEntry[],
  now: number,
): { added: number; total: number } {
  const before = readRevocationEntries(working)
  const holding = new Set(inForce(before).keys())
  const added = additions.filter((entry) => {
    const name = nameOfEntry(entry)
    if (entry.undo) return holding.delete(name)
    const fresh = !holding.has(name)
    holding.add(name)
    return fresh
  })
  const all = [...before, ...added]
  writeDurably(join(working, names.entries), all.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
  writeDurably(join(working, names.published), publishedForm([...inForce(all).values()], now))
  return { added: added.length, total: holding.size }
}

/** Brings heads.jsonl to hold every signed head that there is. */
import { readHead, readHeads, replaceHeads } from './head-file.ts'
import type { Database } from './open-database.ts'
import type { SignedHead } from './signed-head.ts'

/** The signed heads in the journal itself that are of entries behind `seq`, oldest first. */
export function headsAfter(database: Database, seq: number): SignedHead[] {
  const texts = database.prepare<[number], string>('SELECT head FROM heads WHERE seq > ? ORDER BY seq').pluck().all(seq)
  return texts.map(readHead).filter((head) => head !== null)
}

/**
 * Writes heads.jsonl anew where a line of it is damaged or a head is missing: what it holds, and what the journal holds.
 * Heads that contradict the journal stay in it, to be found.
 */
export function mendHeads(database: Database, folder: string): void {
  const { heads, damaged, torn } = readHeads(folder)
  const lines = new Map(heads.map((head) => [JSON.stringify(head), head]))
  const before = lines.size
  for (const head of headsAfter(database, 0)) lines.set(JSON.stringify(head), head)
  if (damaged === 0 && !torn && lines.size === before) return
  replaceHeads(
    folder,
    [...lines.values()].toSorted((one, other) => one.seq - other.seq),
  )
}

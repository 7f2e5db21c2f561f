/** The two places of a signed head: in the journal, and in heads.jsonl beside it. */
import { readHead, readHeads, replaceHeads } from './head-file.ts'
import type { Database } from '../file/open-database.ts'
import type { SignedHead } from './signed-head.ts'

/** The signed heads in the journal itself that are of entries behind `seq`, oldest first. */
export function headsAfter(database: Database, seq: number): SignedHead[] {
  const texts = database.prepare<[number], string>('SELECT head FROM heads WHERE seq > ? ORDER BY seq').pluck().all(seq)
  return texts.map(readHead).filter((head) => head !== null)
}

/**
 * Where a line of heads.jsonl is damaged, or a head is left in the journal or in the file alone, gives both what either
 * has. Heads that contradict the journal stay in the file, to be found.
 */
export function mendHeads(database: Database, folder: string): void {
  const { heads, damaged, torn } = readHeads(folder)
  const insert = database.prepare<[{ text: string; seq: number; hash: string }]>(
    'INSERT OR IGNORE INTO heads (seq, head) SELECT seq, @text FROM entries WHERE seq = @seq AND hash = @hash',
  )
  for (const head of heads) insert.run({ text: JSON.stringify(head), seq: head.seq, hash: head.hash })
  const lines = new Map(heads.map((head) => [JSON.stringify(head), head]))
  const before = lines.size
  for (const head of headsAfter(database, 0)) lines.set(JSON.stringify(head), head)
  if (damaged === 0 && !torn && lines.size === before) return
  replaceHeads(
    folder,
    [...lines.values()].toSorted((one, other) => one.seq - other.seq),
  )
}

/** What is wrong with an entry that belongs to its chain all the same: it is kept, receipted and flagged, never thrown away. */
import * as v from 'valibot'
import type { StoredEntry } from '../../shared/ledger/entry.ts'
import { entryKinds, isKind } from '../../shared/ledger/entry-kinds.ts'
import { signatureFaultSoon } from '../../main/journal/index.ts'

/** One thing that is wrong with one entry. */
export interface Flag {
  seq: number
  why: 'unsigned' | 'signature-forged' | 'payload-unreadable' | 'time-implausible'
}

/** Judges entries by what they say. Kinds that this version does not know may say what they like. */
export async function flagEntries(entries: readonly StoredEntry[]): Promise<Flag[]> {
  const signed = entries.map(({ entry }) => signatureFaultSoon(entry))
  const unread = entries.flatMap(({ entry: { seq, kind }, payload }): Flag[] =>
    payload === null || !isKind(kind) || isReadable(kind, payload) ? [] : [{ seq, why: 'payload-unreadable' }],
  )
  const faults = await Promise.all(signed)
  const forged = entries.flatMap(({ entry: { seq } }, index): Flag[] => {
    const why = faults[index] ?? null
    return why === null ? [] : [{ seq, why }]
  })
  return [...forged, ...unread]
}

function isReadable(kind: keyof typeof entryKinds, payload: string): boolean {
  try {
    return v.is(entryKinds[kind].payload, JSON.parse(payload))
  } catch {
    return false
  }
}

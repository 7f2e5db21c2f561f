/** What is wrong with an entry that belongs to its chain all the same: it is kept, receipted and flagged, never thrown away. */
import * as v from 'valibot'
import type { StoredEntry } from '../../shared/ledger/entry.ts'
import { entryKinds, isKind } from '../../shared/ledger/entry-kinds.ts'
import { signatureFault } from '../../main/journal/index.ts'

/** One thing that is wrong with one entry. */
export interface Flag {
  seq: number
  why: 'unsigned' | 'signature-forged' | 'payload-unreadable' | 'time-implausible'
}

/** Judges entries by what they say. Kinds that this version does not know may say what they like. */
export function flagEntries(entries: readonly StoredEntry[]): Flag[] {
  return entries.flatMap(({ entry, payload }): Flag[] => {
    const { seq, kind } = entry
    const forged = signatureFault(entry)
    const read = payload === null || !isKind(kind) || isReadable(kind, payload)
    return [
      ...(forged === null ? [] : [{ seq, why: forged } as const]),
      ...(read ? [] : [{ seq, why: 'payload-unreadable' } as const]),
    ]
  })
}

function isReadable(kind: keyof typeof entryKinds, payload: string): boolean {
  try {
    return v.is(entryKinds[kind].payload, JSON.parse(payload))
  } catch {
    return false
  }
}

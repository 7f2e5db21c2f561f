/**
 * What a kiosk remembers of its hub beside the journal: to whom it seals, whether it is enrolled, how its last tries went.
 * All of it can be had again; what counts (the hub's key, the receipts) lies in the journal.
 */
import { dirname } from 'node:path'
import * as v from 'valibot'
import type { Hub } from '../journal/index.ts'
import { refusals } from '../../shared/sync/answer.ts'
import { readEnrolled } from '../../shared/sync/enrolment.ts'
import { hashSchema, instantSchema, seqSchema } from '../../shared/sync/schemas.ts'
import { readSealingKeys, type SealingKeys } from '../../shared/sync/sealing-keys.ts'
import type { Disk } from './disk.ts'
import { nodeMeans } from './means.ts'
import type { inProfile } from './places.ts'
import { makeFolders, putFile } from './put-file.ts'

const signedText = v.pipe(v.string(), v.maxLength(32_768))

const trySchema = v.object({
  at: instantSchema,
  way: v.picklist(['wire', 'folder']),
  /** Why nothing more came of it, as a stable word; null: all that could be done was done. */
  why: v.nullable(v.pipe(v.string(), v.maxLength(64))),
})
/** One try to send and to hear. Instants are epoch milliseconds. */
export type Try = v.InferOutput<typeof trySchema>

/** Tries that are remembered. */
const mostTries = 50

const stateSchema = v.object({
  /** As `readSealingKeys` reads it. */
  sealing: v.nullable(signedText),
  /** As `readEnrolled` reads it; null: the hub has not said so yet. */
  enrolled: v.nullable(signedText),
  /** By how many milliseconds our clock was ahead of the hub's when it last answered by wire. */
  offset: v.nullable(v.pipe(v.number(), v.safeInteger())),
  /** How far the hub last said it has our last epoch; null: it never said. */
  hubHead: v.nullable(v.object({ epoch: hashSchema, seq: v.pipe(v.number(), v.safeInteger()), at: instantSchema })),
  /** When something last got its receipt; null: nobody knows. */
  receiptAt: v.optional(v.nullable(instantSchema), null),
  /**
   * Why nothing more is sent: the hub has other entries than this journal, and the first that differs, where it said so.
   * Null: nothing stands in the way.
   */
  stopped: v.optional(
    v.nullable(v.object({ why: v.picklist(['fork', 'unknown-head']), seq: v.nullable(seqSchema) })),
    null,
  ),
  /** Whether the hub last said that it has withdrawn the enrolment; that it cannot be reached changes nothing about it. */
  revoked: v.optional(v.boolean(), false),
  /**
   * Why the hub last said, on a stick and under its signature, that it did not take what a stick had brought, and when by its
   * clock; settled once it was heard to refuse nothing. Null: it never said so.
   */
  refused: v.optional(
    v.nullable(v.object({ why: v.picklist(refusals), at: instantSchema, settled: v.boolean() })),
    null,
  ),
  /** Bytes that the way to the hub was last found to let through at a time; null: whatever is sent. */
  most: v.optional(v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1))), null),
  /** The newest last. */
  tries: v.pipe(v.array(trySchema), v.maxLength(mostTries)),
})
export type SyncState = v.InferOutput<typeof stateSchema>

const emptyState: SyncState = {
  sealing: null,
  enrolled: null,
  offset: null,
  hubHead: null,
  receiptAt: null,
  stopped: null,
  revoked: false,
  refused: null,
  most: null,
  tries: [],
}

/** Bytes of it that are read. */
const mostState = 262_144

/** Reads it. One that is damaged is as good as none: the hub says it all again. */
export async function readState(disk: Disk, { state }: ReturnType<typeof inProfile>): Promise<SyncState> {
  const bytes = await disk.read(state, mostState)
  if (bytes === null) return emptyState
  try {
    return v.parse(stateSchema, JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return emptyState
  }
}

/** Writes it. @throws the system's error */
export async function writeState(disk: Disk, paths: ReturnType<typeof inProfile>, state: SyncState): Promise<void> {
  await makeFolders(disk, dirname(paths.folder), paths.folder)
  await putFile(disk, paths.state, new TextEncoder().encode(JSON.stringify(state)))
}

/** The same with one more try. */
export const tried = (state: SyncState, last: Try): SyncState => ({
  ...state,
  tries: [...state.tries, last].slice(-mostTries),
})

/** To whom to seal for a hub: what it last said, else what stood in its invitation; null: neither is that hub's word. */
export function sealingOf(state: SyncState, hub: Pick<Hub, 'hub' | 'key' | 'sealing'>): SealingKeys | null {
  for (const text of [state.sealing, hub.sealing]) {
    const read = text == null ? null : readSealingKeys(nodeMeans, hub.key, text)
    if (read?.hub === hub.hub) return read
  }
  return null
}

/** Whether the hub has said that this kiosk is enrolled. */
export function isEnrolled(state: SyncState, hub: Hub): boolean {
  const read = state.enrolled === null ? null : readEnrolled(nodeMeans, hub.key, state.enrolled)
  return read?.hub === hub.hub && read.enrolment === hub.enrolment
}

/**
 * Seals what is waiting into the outbox: in a thread of its own beside the lane (seal-thread.ts), or where a command has the
 * journal to itself (`sealHere`). The key that signs stays with the journal that is open to write.
 */
import { join } from 'node:path'
import type { Journal, OutgoingEntries } from '../../journal/index.ts'
import type { Disk } from '../disk.ts'
import { batchFileName } from '../places.ts'
import { putFile } from '../put-file.ts'
import { sealNext, type BatchWanted, type Sealing, type SignBatch } from './seal-next.ts'

/** What is to be sealed, as it may cross into a thread. */
export interface SealOrder extends BatchWanted {
  /** The outbox: a folder that is there. */
  folder: string
  sealing: Sealing
}

/** Seals as ordered: one batch at the least. @throws the system's error where this computer's disk does not take it */
export type SealInto = (order: SealOrder) => Promise<void>

/**
 * Batches that are sealed at a time: some seconds of work. Whoever was cut off from the hub for weeks has the first of them on
 * its way before the last is sealed.
 */
const mostBatches = 16

/** What sealing needs beside its order. */
interface SealMeans {
  entries: OutgoingEntries
  sign: SignBatch
  disk: Disk
  /** Between two batches; it may throw. */
  goOn?: () => void
}

/** Does what is ordered, a batch at a time: each lies in the outbox before the next is begun. */
export async function sealBatches(
  { folder, sealing, from, ...wanted }: SealOrder,
  { entries, sign, disk, goOn = () => undefined }: SealMeans,
): Promise<void> {
  let next = from
  for (let sealed = 0; sealed < mostBatches && next <= wanted.through; sealed++) {
    goOn()
    const batch = await sealNext({ ...sealing, entries, sign }, { ...wanted, from: next })
    await putFile(disk, join(folder, batchFileName(batch)), batch.sealed)
    next = batch.through + 1
  }
}

/** Seals in this thread. */
export const sealHere =
  ({ outgoing }: Journal['ledger'], disk: Disk): SealInto =>
  (order) =>
    sealBatches(order, { entries: outgoing, sign: (toSign) => outgoing.signer().sign(toSign), disk })

/**
 * Batches that were sealed, in the profile, until the hub has backed them up: the same file goes by wire and by stick, and
 * again where an answer was lost. What an erased payload said is still in them, and the kiosk itself cannot read it.
 */
import { join } from 'node:path'
import { mostTaken } from '../../shared/sync/limits.ts'
import type { Journal } from '../journal/index.ts'
import type { Disk } from './disk.ts'
import { batchFileName, readBatchName, type BatchName } from './places.ts'
import { makeFolders, putFile } from './put-file.ts'
import { sealNext, type SealedBatch, type Sealing, type TripHead } from './seal-next.ts'

/** The outbox of a profile. */
export class Outbox {
  private readonly disk: Disk
  private readonly folder: string
  private readonly ledger: Journal['ledger']

  constructor(disk: Disk, folder: string, ledger: Journal['ledger']) {
    this.disk = disk
    this.folder = folder
    this.ledger = ledger
  }

  /** The batches in it that are of this journal, in its order. Those of another one stay where they are. */
  async batches(): Promise<BatchName[]> {
    const names = await this.disk.list(this.folder)
    const ours = names.flatMap((name) => readBatchName(name) ?? []).filter((batch) => this.isOurs(batch))
    return ours.toSorted((one, other) => one.from - other.from || other.through - one.through)
  }

  /** A batch's bytes; null where they cannot be had any more. */
  read(batch: BatchName): Promise<Uint8Array | null> {
    return this.disk.read(join(this.folder, batchFileName(batch)), mostTaken)
  }

  /**
   * The batch that brings a hub on which has everything up to entry `position`: one that is there, or one that is sealed
   * now and lies there before anybody is sent it. Null: there is nothing behind that.
   * @throws the system's error
   */
  async next(sealing: Sealing, head: TripHead, position: number): Promise<SealedBatch | null> {
    if (position >= head.seq) return null
    const there = await this.batches()
    const found = there.find(({ from, through }) => from <= position + 1 && through > position && through <= head.seq)
    const sealed = found && (await this.read(found))
    if (found && sealed) return { ...found, sealed }
    const behind = there.find(({ from }) => from > position + 1)
    const batch = sealNext(sealing, head, position + 1, Math.min(head.seq, (behind?.from ?? Infinity) - 1))
    await makeFolders(this.disk, join(this.folder, '..'), this.folder)
    await putFile(this.disk, join(this.folder, batchFileName(batch)), batch.sealed)
    return batch
  }

  /** Lets go of what the hub has backed up. */
  async release(): Promise<void> {
    const through = this.ledger.delivered('backed-up')
    for (const batch of await this.batches())
      if (batch.through <= through) await this.disk.remove(join(this.folder, batchFileName(batch)))
  }

  /** Whether it is of this journal: it has that entry, with that hash. */
  isOurs({ through, hash }: BatchName): boolean {
    return this.ledger.outgoing.header(through)?.hash.startsWith(hash) === true
  }
}

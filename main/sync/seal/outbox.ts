/**
 * Batches that were sealed, in the profile, until the hub has backed them up: the same file goes by wire and by stick, and
 * again where an answer was lost. What an erased payload said is still in them, and the kiosk itself cannot read it.
 */
import { dirname, join } from 'node:path'
import { mostSealed, mostTaken } from '../../../shared/sync/limits.ts'
import type { Journal } from '../../journal/index.ts'
import type { Disk } from '../disk.ts'
import { batchFileName, readBatchName, type BatchName } from '../places.ts'
import { makeFolders } from '../put-file.ts'
import type { SealInto } from './seal-batches.ts'
import type { SealedBatch, Sealing, TripHead } from './seal-next.ts'

/** What an outbox is kept with. */
interface Outgoings {
  disk: Disk
  folder: string
  ledger: Journal['ledger']
  seal: SealInto
}

/** The outbox of a profile. */
export class Outbox {
  private readonly disk: Disk
  private readonly folder: string
  private readonly ledger: Journal['ledger']
  private readonly seal: SealInto

  constructor({ disk, folder, ledger, seal }: Outgoings) {
    this.disk = disk
    this.folder = folder
    this.ledger = ledger
    this.seal = seal
  }

  /** The batches in it that are of this journal, in its order. Those of another one stay where they are. */
  async batches(): Promise<BatchName[]> {
    const { names } = await this.disk.list(this.folder)
    const ours = names.flatMap((name) => readBatchName(name) ?? []).filter((batch) => this.isOurs(batch))
    return ours.toSorted((one, other) => one.from - other.from || other.through - one.through)
  }

  /** A batch's bytes; null where they cannot be had any more. */
  read(batch: BatchName): Promise<Uint8Array | null> {
    return this.disk.read(join(this.folder, batchFileName(batch)), mostTaken)
  }

  /**
   * The batch that brings a hub on which has everything up to entry `position`: one that is there, or the first of those that
   * are sealed now and lie there before anybody is sent them. Null: there is nothing behind that.
   * @param most bytes that the way lets through; one of several entries that is larger is sealed anew in smaller ones
   * @throws the system's error
   */
  async next(sealing: Sealing, head: TripHead, position: number, most = mostSealed): Promise<SealedBatch | null> {
    if (position >= head.seq) return null
    let there = await this.batches()
    for (;;) {
      const found = await this.find(there, head, position)
      if (!found) break
      if (found.sealed.length <= most || found.from === found.through) return found
      await this.drop(found)
      there = await this.batches()
    }
    const behind = there.find(({ from }) => from > position + 1)
    const through = Math.min(head.seq, (behind?.from ?? Infinity) - 1)
    await makeFolders(this.disk, dirname(dirname(this.folder)), this.folder)
    await this.seal({ folder: this.folder, sealing, head, from: position + 1, through, most })
    const sealed = await this.find(await this.batches(), head, position)
    if (!sealed) throw new Error('what was sealed lies in the outbox')
    return sealed
  }

  private async find(there: readonly BatchName[], head: TripHead, position: number): Promise<SealedBatch | null> {
    const found = there.find(({ from, through }) => from <= position + 1 && through > position && through <= head.seq)
    const sealed = found && (await this.read(found))
    return sealed ? { ...found, sealed } : null
  }

  /** Takes one away that the hub cannot use; the next one of its entries is sealed anew. */
  async drop(batch: BatchName): Promise<void> {
    await this.disk.remove(join(this.folder, batchFileName(batch)))
  }

  /** Takes away what was sealed from an entry on: it says that it is of another epoch, or is for another hub. */
  async dropFrom(seq: number): Promise<void> {
    for (const batch of await this.batches()) if (batch.through >= seq) await this.drop(batch)
  }

  /** Lets go of what the hub has backed up. */
  async release(): Promise<void> {
    const through = this.ledger.delivered('backed-up')
    for (const batch of await this.batches()) if (batch.through <= through) await this.drop(batch)
  }

  /** Whether it is of this journal: it has that entry, with that hash. */
  isOurs({ through, hash }: BatchName): boolean {
    return this.ledger.outgoing.header(through)?.hash.startsWith(hash) === true
  }
}

/** Takes every batch away that lies in a folder of sealed ones: all of it can be sealed again. */
export async function clearOutbox(disk: Disk, folder: string): Promise<void> {
  for (const name of (await disk.list(folder)).names) if (readBatchName(name)) await disk.remove(join(folder, name))
}

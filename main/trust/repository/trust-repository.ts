/**
 * The local trust store: reads TUF repositories (The Update Framework 1.0) into generations that are swapped whole.
 *
 * A new generation is fetched and verified in a folder of its own, judged by the caller, put on the disk to the last
 * byte, and only then pointed to. Whenever the power goes, the next start finds the old one or the new one, complete.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Sentences } from '../../../shared/language/locale.ts'
import type { Damage } from '../damage.ts'
import { trustTargetLimits, type TargetLimits } from '../limits.ts'
import type { TrustFiles } from '../trust-files.ts'
import { diskRefusal, isSystemError, nodeDisk, type Disk } from './disk.ts'
import { generationPaths, readGeneration, type Generation } from './generation.ts'
import { isStoreBarred, listGenerations, nextGeneration, readPointer, writePointer } from './pointer.ts'
import { readStore } from './read-store.ts'
import { refusalBecause, type Refusal } from './refusal.ts'
import type { RepositorySource } from './source.ts'
import { isOlder, type Versions } from './versions.ts'

/** The caller's judgement of verified targets: can they be used? `file` is the first that cannot, `why` a phrase. */
export type Acceptance = { accepted: true } | { accepted: false; file: string; why: Sentences }

export interface TrustRepositoryOptions {
  /** The store's folder; made if it is not there. */
  folder: string
  /** The root that the checkpoint was set up with (root.json, any version): what is held is checked against it. */
  anchor: Buffer
  /** What was believed last, by a record that lies elsewhere: nothing older is believed. Null where there is none. */
  last: Versions | null
  /** The generation that the same record names. */
  lastName?: string | null
  /** Guarded reference time, epoch milliseconds. */
  now(): number
  /** Judges new targets before they replace the old ones. */
  accept(targets: TrustFiles): Acceptance | Promise<Acceptance>
  limits?: TargetLimits
  disk?: Disk
}

/** How an update ended. Never an exception for anything a source, a stick or a disk can do. */
export type UpdateOutcome =
  /** Something newer is believed: fetched now, or by another program since. */
  | { outcome: 'updated'; generation: Generation; previous: Generation | null }
  /** Nothing newer was there, and nothing has changed. */
  | { outcome: 'current'; generation: Generation }
  /** The store is as it was; `cause` is for this machine's log. */
  | { outcome: 'refused'; refusal: Refusal; cause: unknown }

export class TrustRepository {
  /** What is believed now; null before the first update, and where nothing that is held can be. */
  current: Generation | null
  /** What was wrong in the store at the start. */
  readonly damage: readonly Damage[]
  private readonly options: Required<TrustRepositoryOptions>
  private running: Promise<unknown> = Promise.resolve()

  private constructor(
    options: Required<TrustRepositoryOptions>,
    current: Generation | null,
    damage: readonly Damage[],
  ) {
    this.options = options
    this.current = current
    this.damage = damage
  }

  /**
   * Opens the store and checks what it holds: the generation pointed to, or another that is sound and not older than what
   * was believed last. Leftovers of an update that was cut off are removed.
   * @throws the operating system's error where the folder cannot be listed
   */
  static async open(options: TrustRepositoryOptions): Promise<TrustRepository> {
    const complete = { limits: trustTargetLimits, disk: nodeDisk, lastName: null, ...options }
    try {
      if (!isStoreBarred(options.folder)) await complete.disk.makeFolder(options.folder)
    } catch (error) {
      // A full disk keeps nobody from opening; the first update makes it as well.
      if (!isSystemError(error)) throw error
    }
    const { current, damage } = readStore(options.folder, complete)
    const repository = new TrustRepository(complete, current, damage)
    await repository.clean()
    return repository
  }

  /** Fetches what is new from a source. Updates run one after the other. */
  update(source: RepositorySource): Promise<UpdateOutcome> {
    const update = this.running.then(() => this.run(source))
    this.running = update.catch(() => undefined)
    return update
  }

  private async run(source: RepositorySource): Promise<UpdateOutcome> {
    try {
      return await this.replace(source)
    } catch (error) {
      if (!isSystemError(error)) throw error
      return { outcome: 'refused', refusal: diskRefusal(error), cause: error }
    } finally {
      await this.clean()
    }
  }

  private async replace(source: RepositorySource): Promise<UpdateOutcome> {
    const { folder, disk, limits, accept, anchor, now } = this.options
    const held = this.held()
    const name = nextGeneration(folder)
    const paths = generationPaths(folder, name)
    await this.begin(paths, held)
    // Loaded when it is needed: most starts of a checkpoint have nothing to fetch.
    const { receive } = await import('./receive.ts')
    const received = await receive({ source, disk, paths, held, limits, now: now() })
    if (!received.ok) return { outcome: 'refused', refusal: received.refusal, cause: received.cause }
    // As at every start from now on: what would not open then is not taken now.
    const { generation, damage } = readGeneration(folder, name, anchor, limits)
    if (!generation) return this.refused('altered', { file: String(damage[0]?.values['file']) })
    const { versions } = generation
    if (this.isSetBack(versions)) return this.refused('rollback', { file: 'metadata/timestamp.json' })
    if (held && held.versions.root === versions.root && held.versions.timestamp === versions.timestamp)
      return this.keep(held)
    const judgement = await accept(generation.files)
    if (!judgement.accepted) {
      const refusal = refusalBecause('not-acceptable', judgement.why, { file: judgement.file })
      return { outcome: 'refused', refusal, cause: null }
    }
    await this.settle(paths)
    await writePointer(disk, folder, name, held?.name ?? null)
    return this.adopt(generation)
  }

  private refused(code: Refusal['code'], values: Refusal['values']): UpdateOutcome {
    return { outcome: 'refused', refusal: { code, values }, cause: null }
  }

  /** Where nothing sound is held, tuf-js starts from the first root and knows of no later publication; we do. */
  private isSetBack(versions: Versions): boolean {
    const { last } = this.options
    return last !== null && isOlder(versions, last)
  }

  /** Another program may have updated this store; to start from what was held before would undo that. */
  private held(): Generation | null {
    const { folder } = this.options
    const [pointed] = readPointer(folder) ?? []
    if (pointed === undefined || pointed === this.current?.name) return this.current
    const last = this.current?.versions ?? this.options.last
    return readStore(folder, { ...this.options, last }).current ?? this.current
  }

  /** A pointer that was set back or lost is put right. */
  private async keep(held: Generation): Promise<UpdateOutcome> {
    const { disk, folder } = this.options
    const [pointed] = readPointer(folder) ?? []
    if (pointed !== held.name) await writePointer(disk, folder, held.name, null)
    return this.adopt(held)
  }

  /** Believes a generation that lies in the store and was checked, by an update here or in another thread. */
  adopt(generation: Generation): UpdateOutcome {
    const previous = this.current
    this.current = generation
    return generation.name === previous?.name
      ? { outcome: 'current', generation }
      : { outcome: 'updated', generation, previous }
  }

  /** A new generation starts from the metadata of the old one: that is what makes rollback and freeze visible. */
  private async begin(paths: ReturnType<typeof generationPaths>, held: Generation | null): Promise<void> {
    const { anchor, disk, folder } = this.options
    if (isStoreBarred(folder)) await disk.remove(folder)
    await disk.makeFolder(paths.metadata)
    await disk.makeFolder(paths.targets)
    const trusted = held?.metadata ?? new Map([['root.json', anchor]])
    for (const [file, bytes] of trusted) await disk.write(join(paths.metadata, file), bytes)
  }

  /** Puts every byte and every name of a generation on the disk. */
  private async settle(paths: ReturnType<typeof generationPaths>): Promise<void> {
    const { disk, folder } = this.options
    for (const part of [paths.metadata, paths.targets]) {
      for (const file of readdirSync(part)) await disk.syncFile(join(part, file))
      await disk.syncFolder(part)
    }
    await disk.syncFolder(paths.folder)
    await disk.syncFolder(folder)
  }

  /** Removes what is neither believed nor kept to fall back on; what cannot be removed now is tried again later. */
  private async clean(): Promise<void> {
    const { folder, disk } = this.options
    // Asked of the disk: a swap that failed half-way may have moved the pointer after all.
    const kept = new Set([...(readPointer(folder) ?? listGenerations(folder)).slice(0, 2), this.current?.name])
    for (const name of listGenerations(folder)) {
      if (kept.has(name)) continue
      try {
        await disk.remove(join(folder, name))
      } catch (error) {
        if (!isSystemError(error)) throw error
      }
    }
  }
}

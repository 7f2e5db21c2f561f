/**
 * The local trust store: reads TUF repositories (The Update Framework 1.0) into generations that are swapped whole.
 *
 * A new generation is fetched and verified in a folder of its own, judged by the caller, put on the disk to the last
 * byte, and only then pointed to. Whenever the power goes, the next start finds the old one or the new one, complete.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { diskRefusal, isSystemError, nodeDisk, type Disk } from './disk.ts'
import { generationPaths, writeContents, type Generation } from './generation.ts'
import { listGenerations, nextGeneration, readPointer, writePointer } from './pointer.ts'
import { readStore } from './read-store.ts'
import type { Refusal } from './refusal.ts'
import type { RepositorySource } from './source.ts'
import { trustTargetLimits, type TargetLimits } from './target-limits.ts'

/** The caller's judgement of verified targets: can they be used? `file` is the first that cannot, `why` a phrase. */
export type Acceptance = { accepted: true } | { accepted: false; file: string; why: string }

export interface TrustRepositoryOptions {
  /** The store's folder; made if it is not there. */
  folder: string
  /** The root that the checkpoint was set up with (root.json, any version). Believed only while the store is empty. */
  initialRoot: Uint8Array
  /** Guarded reference time, epoch milliseconds. */
  now(): number
  /** Judges a folder of new targets before they replace the old ones. */
  accept(targets: string): Acceptance | Promise<Acceptance>
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
  /** What is believed now; null before the first update. */
  current: Generation | null
  /** What was wrong with generations that should have been read at the start, in English, for journal and log. */
  readonly damage: readonly string[]
  private readonly options: Required<TrustRepositoryOptions>
  private running: Promise<unknown> = Promise.resolve()

  private constructor(
    options: Required<TrustRepositoryOptions>,
    current: Generation | null,
    damage: readonly string[],
  ) {
    this.options = options
    this.current = current
    this.damage = damage
  }

  /**
   * Opens the store: the generation pointed to, or the one before it where that is damaged. Leftovers of an update
   * that was cut off are removed.
   * @throws the operating system's error where the folder cannot be made or listed
   */
  static async open(options: TrustRepositoryOptions): Promise<TrustRepository> {
    const complete = { limits: trustTargetLimits, disk: nodeDisk, ...options }
    await complete.disk.makeFolder(options.folder)
    const { current, damage } = readStore(options.folder)
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
    const { folder, disk, limits, accept, now } = this.options
    const held = this.held()
    const name = nextGeneration(folder)
    const paths = generationPaths(folder, name)
    await this.begin(paths, held)
    // Loaded when it is needed: most starts of a checkpoint have nothing to fetch.
    const { receive } = await import('./receive.ts')
    const received = await receive({ source, disk, paths, held, limits, now: now() })
    if (!received.ok) return { outcome: 'refused', refusal: received.refusal, cause: received.cause }
    const { contents } = received
    if (
      held &&
      held.versions.root === contents.versions.root &&
      held.versions.timestamp === contents.versions.timestamp
    )
      return this.believe(held)
    const judgement = await accept(paths.targets)
    if (!judgement.accepted) {
      const { file, why } = judgement
      return { outcome: 'refused', refusal: { code: 'not-acceptable', values: { file, why } }, cause: null }
    }
    await disk.write(paths.contents, writeContents(folder, name, contents))
    await this.settle(paths)
    await writePointer(disk, folder, name, held?.name ?? null)
    return this.believe({ name, targets: paths.targets, ...contents })
  }

  /** Another program may have updated this store; to start from what was held before would undo that. */
  private held(): Generation | null {
    const { folder } = this.options
    const [pointed] = readPointer(folder)
    if (pointed === undefined || pointed === this.current?.name) return this.current
    return readStore(folder).current ?? this.current
  }

  private believe(generation: Generation): UpdateOutcome {
    const previous = this.current
    this.current = generation
    return generation.name === previous?.name
      ? { outcome: 'current', generation }
      : { outcome: 'updated', generation, previous }
  }

  /** A new generation starts from the metadata of the old one: that is what makes rollback and freeze visible. */
  private async begin(paths: ReturnType<typeof generationPaths>, held: Generation | null): Promise<void> {
    const { disk, folder, initialRoot } = this.options
    await disk.makeFolder(paths.metadata)
    await disk.makeFolder(paths.targets)
    if (!held) return disk.write(join(paths.metadata, 'root.json'), initialRoot)
    const trusted = generationPaths(folder, held.name).metadata
    for (const file of readdirSync(trusted)) await disk.copy(join(trusted, file), join(paths.metadata, file))
  }

  /** Puts every byte and every name of a generation on the disk. */
  private async settle(paths: ReturnType<typeof generationPaths>): Promise<void> {
    const { disk, folder } = this.options
    for (const part of [paths.metadata, paths.targets]) {
      for (const file of readdirSync(part)) await disk.syncFile(join(part, file))
      await disk.syncFolder(part)
    }
    await disk.syncFile(paths.contents)
    await disk.syncFolder(paths.folder)
    await disk.syncFolder(folder)
  }

  /** Removes what is neither believed nor kept to fall back on; what cannot be removed now is tried again later. */
  private async clean(): Promise<void> {
    const { folder, disk } = this.options
    // Asked of the disk: a swap that failed half-way may have moved the pointer after all.
    const kept = new Set([...readPointer(folder).slice(0, 2), this.current?.name])
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

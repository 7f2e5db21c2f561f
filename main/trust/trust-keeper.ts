/**
 * Keeps what a profile believes: a plain folder that somebody copies (`keys.json` in it), or the store of a signed
 * repository (`root.json` in it, the root that the checkpoint was set up with).
 */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Published } from '../../shared/domain/freshness.ts'
import type { Mode } from '../../shared/domain/mode.ts'
import { inBoth, type Sentences } from '../../shared/language/locale.ts'
import { say } from '../../shared/language/say.ts'
import { filesBeside, findAnchor, rootFileName, storeFolder, type Anchor } from './anchor.ts'
import { auditKeys } from './keys/audit-keys.ts'
import { folderBelief, repositoryBelief, type Belief } from './belief.ts'
import type { Damage } from './damage.ts'
import { storeFrom, storeFromSoon } from './read-trust.ts'
import {
  readRoot,
  TrustRepository,
  type Acceptance,
  type FirstRoot,
  type Publication,
  type RepositorySource,
  type UpdateOutcome,
} from './repository/index.ts'
import { readTrustFiles, type TrustFiles } from './trust-files.ts'
import { trustStore, type TrustStore } from './trust-store.ts'
import { TrustUnreadable } from './trust-unreadable.ts'

const noUsableKey: Sentences = {
  vi: 'không khóa nào dùng được: {why}',
  en: 'no key can be used: {why}',
}

/** Judges new targets before they replace the old ones: every file must read, and the keys must not be all unusable. */
function acceptTargets(files: TrustFiles, mode: Mode | null): Acceptance {
  try {
    const store = storeFrom(files, mode)
    const refused = auditKeys(files)
    if (store.keys.size > 0 && refused.length === store.keys.size) {
      const [first] = refused
      const why = inBoth((locale) => say(locale, noUsableKey[locale], { why: first?.why[locale] ?? '' }))
      return { accepted: false, file: 'keys.json', why }
    }
    return { accepted: true }
  } catch (error) {
    if (!(error instanceof TrustUnreadable)) throw error
    return { accepted: false, file: error.file, why: error.reason }
  }
}

/**
 * What is believed from a publication: the authority vouched for all of it when it last published.
 * @param mode of the profile that is to believe it; null: nobody's
 * @throws TrustUnreadable
 */
export function storeOf(publication: Publication | null, mode: Mode | null): TrustStore {
  if (!publication) return trustStore()
  return datedBy(storeFrom(publication.files, mode), publication.publishedAt)
}

function datedBy(store: TrustStore, publishedAt: number | null): TrustStore {
  if (publishedAt === null) return store
  const since = (held: number | null): number | null => (held === null ? null : publishedAt)
  const { keys, rules, revocations } = store.published
  const published: Published = { keys: since(keys), rules: since(rules), revocations: since(revocations) }
  return { ...store, published }
}

/** As `storeOf`, piece by piece. @throws TrustUnreadable */
async function storeSoon(publication: Publication, mode: Mode): Promise<TrustStore> {
  return datedBy(await storeFromSoon(publication.files, mode), publication.publishedAt)
}

/** As `storeOf`; nobody is believed where a file that is properly signed cannot be used here. */
export function storeOrNothing(
  publication: Publication | null,
  mode: Mode | null,
): { store: TrustStore; damage: Damage[] } {
  try {
    return { store: storeOf(publication, mode), damage: [] }
  } catch (error) {
    if (!(error instanceof TrustUnreadable)) throw error
    const { file, message, reason } = error
    const damage: Damage = { code: 'unusable', values: { file, why: message }, why: reason }
    return { store: trustStore(), damage: [damage] }
  }
}

/** A profile's trust folder, and whom the profile is for: keys for the other mode are not believed. */
export interface TrustPlace {
  folder: string
  mode: Mode
}

const anchorChanged = (): UpdateOutcome => ({
  outcome: 'refused',
  refusal: { code: 'anchor-changed', values: { file: rootFileName } },
  cause: null,
})

type Source =
  | { kind: 'folder'; files: TrustFiles }
  | { kind: 'repository'; repository: TrustRepository; root: FirstRoot; last: Belief | null }
  | { kind: 'lost' }

const keysChangedAt = (files: TrustFiles): number => files.get('keys.json')?.changedAt ?? 0

/** What a profile believes now, and how it comes to believe something newer. */
export class TrustKeeper {
  /** What is believed. Replaced whole by `update` and `refresh`. */
  store: TrustStore
  /** What was wrong when it was opened, and has not been put right since. */
  damage: readonly Damage[]
  readonly folder: string
  readonly mode: Mode
  private source: Source
  private seen: number

  private constructor({ folder, mode }: TrustPlace, source: Source, store: TrustStore, damage: readonly Damage[]) {
    this.folder = folder
    this.mode = mode
    this.source = source
    this.store = store
    this.damage = damage
    this.seen = source.kind === 'folder' ? keysChangedAt(source.files) : 0
  }

  /**
   * Opens a profile's trust folder and checks all that it holds. What does not hold is not believed; where nothing holds
   * of a repository, nobody is.
   * @param now the guarded clock, epoch milliseconds
   * @param last what was believed last, by the journal; null where it has no such entry
   * @throws TrustUnreadable where a plain folder cannot be used
   */
  static async open(place: TrustPlace, now: () => number, last: Belief | null = null): Promise<TrustKeeper> {
    const { folder, mode } = place
    const anchor: Anchor = findAnchor(folder, last)
    switch (anchor.kind) {
      case 'lost':
        return new TrustKeeper(place, { kind: 'lost' }, trustStore(), [anchor.damage])
      case 'none': {
        const files = readTrustFiles(folder)
        // A checkpoint may be set up before it is told whom to believe; one that believed somebody may not lose that unseen.
        const store = files.size === 0 && last === null ? trustStore({ mode }) : storeFrom(files, mode)
        return new TrustKeeper(place, { kind: 'folder', files }, store, [])
      }
      case 'root': {
        const held = last?.from === 'repository' ? last.held : null
        const repository = await TrustRepository.open({
          folder: storeFolder(folder),
          anchor: anchor.root.json,
          last: held?.versions ?? null,
          lastName: held?.generation ?? null,
          now,
          accept: (files) => acceptTargets(files, mode),
        })
        const { store, damage } = storeOrNothing(repository.current, mode)
        const found = [...repository.damage, ...filesBeside(folder), ...damage]
        return new TrustKeeper(place, { kind: 'repository', repository, root: anchor.root, last }, store, found)
      }
    }
  }

  /**
   * What is believed, for the journal. Null where something was and does not hold now: the last entry must stay what the
   * next opening is measured by.
   */
  get belief(): Belief | null {
    switch (this.source.kind) {
      case 'folder':
        return this.source.files.size === 0 ? null : folderBelief(this.source.files)
      case 'lost':
        return null
      case 'repository': {
        const { root, last, repository } = this.source
        const wasHeld = last?.from === 'repository' && last.held !== null
        return repository.current || !wasHeld ? repositoryBelief(root.fingerprint, repository.current) : null
      }
    }
  }

  /** The publication that is believed; null where there is none, or keys are copied by hand. */
  get publication(): Publication | null {
    return this.source.kind === 'repository' ? this.source.repository.current : null
  }

  /** The newest root that is believed; null where keys are copied by hand, or the root is lost. */
  get root(): FirstRoot | null {
    if (this.source.kind !== 'repository') return null
    const held = this.source.repository.current?.metadata.get('root.json')
    return held ? readRoot(held) : this.source.root
  }

  /** Fetches what is new from a stick or an address; null where this profile's trust is a plain folder. */
  async update(source: RepositorySource): Promise<UpdateOutcome | null> {
    if (this.source.kind === 'folder') return null
    if (this.source.kind === 'lost') return anchorChanged()
    const outcome = await this.source.repository.update(source)
    if (outcome.outcome !== 'refused') this.store = storeOf(outcome.generation, this.mode)
    return outcome
  }

  /** Where what is believed comes from; `nothing` where the checkpoint has not been told whom to believe. */
  get from(): 'folder' | 'repository' | 'lost' | 'nothing' {
    return this.source.kind === 'folder' && this.source.files.size === 0 ? 'nothing' : this.source.kind
  }

  /** Opens the folder anew, where a root was put there. As `open`. */
  async reopen(now: () => number, last: Belief | null): Promise<void> {
    const opened = await TrustKeeper.open(this, now, last)
    this.damage = opened.damage
    this.seen = opened.seen
    this.source = opened.source
    this.store = opened.store
  }

  /**
   * Believes what an update in another thread has put into the store of this profile. Answers as `update` does. It is made
   * ready piece by piece, so that nothing else waits.
   */
  async take(outcome: UpdateOutcome): Promise<UpdateOutcome> {
    if (outcome.outcome === 'refused') return outcome
    if (this.source.kind !== 'repository') return anchorChanged()
    const store = await storeSoon(outcome.generation, this.mode)
    const taken = this.source.repository.adopt(outcome.generation)
    this.store = store
    // What is held now was found sound, and the rest was cleared away; only what somebody put there may still lie about.
    this.damage = this.damage.filter(({ code }) => code === 'unlisted')
    return taken
  }

  /**
   * Reads a plain folder again where its key set has changed on the disk; answers whether it did. A folder that cannot
   * be read leaves what is believed as it is. What came from a repository was read whole and depends on the disk no more.
   * @throws TrustUnreadable
   */
  refresh(): boolean {
    if (this.source.kind !== 'folder') return false
    const changedAt = statSync(join(this.folder, 'keys.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0
    if (changedAt === this.seen) return false
    this.seen = changedAt
    const files = readTrustFiles(this.folder)
    this.store = storeFrom(files, this.mode)
    this.source = { kind: 'folder', files }
    this.seen = keysChangedAt(files)
    return true
  }
}

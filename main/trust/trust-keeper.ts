/**
 * Keeps what a profile believes: a plain folder that somebody copies (`keys.json` in it), or the store of a signed
 * repository (`root.json` in it, the root that the checkpoint was set up with).
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Published } from '../../shared/domain/freshness.ts'
import { auditKeys, readTrust, TrustUnreadable } from './read-trust.ts'
import {
  TrustRepository,
  type Acceptance,
  type Generation,
  type RepositorySource,
  type UpdateOutcome,
} from './repository/index.ts'
import { trustStore, type TrustStore } from './trust-store.ts'

/** Judges new targets before they replace the old ones: every file must read, and the keys must not be all unusable. */
function acceptTargets(targets: string): Acceptance {
  try {
    const store = readTrust(targets)
    const refused = auditKeys(targets)
    if (store.keys.size > 0 && refused.length === store.keys.size) {
      return { accepted: false, file: 'keys.json', why: `no key can be used: ${refused[0]?.why ?? ''}` }
    }
    return { accepted: true }
  } catch (error) {
    if (!(error instanceof TrustUnreadable)) throw error
    return { accepted: false, file: error.file, why: error.message }
  }
}

/** What is believed from a generation: the authority vouched for all of it when it last published. */
export function storeOf(generation: Generation | null): TrustStore {
  if (!generation) return trustStore()
  const store = readTrust(generation.targets)
  const { publishedAt } = generation
  if (publishedAt === null) return store
  const since = (held: number | null): number | null => (held === null ? null : publishedAt)
  const { keys, rules, revocations } = store.published
  const published: Published = { keys: since(keys), rules: since(rules), revocations: since(revocations) }
  return { ...store, published }
}

/** What a profile believes now, and how it comes to believe something newer. */
export class TrustKeeper {
  /** What is believed. Replaced whole by `update` and `refresh`. */
  store: TrustStore
  private readonly folder: string
  private readonly repository: TrustRepository | null
  private seen: number

  private constructor(folder: string, repository: TrustRepository | null, store: TrustStore) {
    this.folder = folder
    this.repository = repository
    this.store = store
    this.seen = this.changedAt()
  }

  /**
   * Opens a profile's trust folder.
   * @param now the guarded clock, epoch milliseconds
   * @throws TrustUnreadable
   */
  static async open(folder: string, now: () => number): Promise<TrustKeeper> {
    const root = join(folder, 'root.json')
    if (!existsSync(root)) return new TrustKeeper(folder, null, readTrust(folder))
    const repository = await TrustRepository.open({
      folder: join(folder, 'store'),
      initialRoot: readFileSync(root),
      now,
      accept: acceptTargets,
    })
    return new TrustKeeper(folder, repository, storeOf(repository.current))
  }

  /** What was wrong with the store when it was opened, for the journal and the log. */
  get damage(): readonly string[] {
    return this.repository?.damage ?? []
  }

  /** Fetches what is new from a stick or an address; null where this profile's trust is a plain folder. */
  async update(source: RepositorySource): Promise<UpdateOutcome | null> {
    if (!this.repository) return null
    const outcome = await this.repository.update(source)
    if (outcome.outcome === 'updated') this.store = storeOf(outcome.generation)
    return outcome
  }

  /**
   * Reads a plain folder again where its key set has changed on the disk; answers whether it did. A folder that cannot
   * be read leaves what is believed as it is.
   * @throws TrustUnreadable
   */
  refresh(): boolean {
    if (this.repository) return false
    const changedAt = this.changedAt()
    if (changedAt === this.seen) return false
    this.seen = changedAt
    this.store = readTrust(this.folder)
    return true
  }

  private changedAt(): number {
    return statSync(join(this.folder, 'keys.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  }
}

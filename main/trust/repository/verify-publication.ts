/**
 * A publication as it lies on a disk, checked to its last byte against a root (TUF 1.0 §5.3 to §5.7): each root by the one
 * before it, the roles by the root, each file by who lists it. Every file is read once, and what was read is what was
 * hashed and is handed on. Nothing expires here: a store stays usable and grows old, which is judged elsewhere.
 */
import { hash } from 'node:crypto'
import type { TargetFile } from '@tufjs/models'
import { TrustedMetadataStore } from 'tuf-js/dist/store.js'
import { readClock } from '../../../shared/certificate/moment.ts'
import { FileUnreadable } from '../../files/index.ts'
import type { Damage } from '../damage.ts'
import { mostDelegations, mostRootRotations, type TargetLimits } from '../limits.ts'
import { sha256, type TrustFile, type TrustFiles } from '../trust-files.ts'
import type { Layout } from './layout.ts'
import { demandBelievableRoles, fingerprintOf } from './read-root.ts'
import { setReferenceTime } from './reference-time.ts'
import type { Versions } from './versions.ts'

/** What a publication holds. Times in epoch milliseconds. */
export interface Publication {
  versions: Versions
  /** Of its newest root; see `fingerprintOf`. */
  rootFingerprint: string
  /** When the authority last vouched for all of it; null where the repository does not say. */
  publishedAt: number | null
  /** When the repository's timestamp expires. The publication stays usable; the age ladder judges it. */
  expiresAt: number
  /** Its metadata under the names that tuf-js keeps them, and each root after the first under its version. */
  metadata: ReadonlyMap<string, Buffer>
  /** Targets by name; `changedAt`: when the authority first published this content, null where it does not say. */
  files: TrustFiles
}

/** A publication that is not what its root vouches for. */
export class Unverified extends Error {
  readonly damage: Damage
  constructor(file: string, cause: unknown) {
    super(`${file} does not verify`, { cause })
    this.name = 'Unverified'
    this.damage = damageOf(file, cause)
  }
}

function damageOf(file: string, cause: unknown): Damage {
  if (!(cause instanceof FileUnreadable)) return { code: 'altered', values: { file } }
  if (cause.fault === 'missing') return { code: 'missing', values: { file } }
  return { code: 'unreadable', values: { file, why: cause.fault } }
}

/** Does one step on a file; whatever goes wrong in it is that file's damage. */
function checking<T>(file: string, step: () => T): T {
  try {
    return step()
  } catch (error) {
    throw error instanceof Unverified ? error : new Unverified(file, error)
  }
}

/** Those of TUF's hash functions that nobody can make collide. */
const algorithms = new Set(['sha256', 'sha384', 'sha512'])

function strongHashes({ hashes }: TargetFile): [string, string][] {
  return Object.entries(hashes).filter(([algorithm, digest]) => algorithms.has(algorithm) && /^[0-9a-f]+$/.test(digest))
}

/** Are these the bytes that are listed? Without a hash the signature says nothing about the content. */
export function isAsListed(target: TargetFile, bytes: Buffer): boolean {
  const hashes = strongHashes(target)
  if (hashes.length === 0 || bytes.length !== target.length) return false
  return hashes.every(([algorithm, digest]) => hash(algorithm, bytes, 'hex') === digest)
}

class Verification {
  private readonly trusted: TrustedMetadataStore
  private readonly layout: Layout
  private readonly metadata = new Map<string, Buffer>()

  constructor(anchor: Buffer, layout: Layout) {
    this.layout = layout
    this.trusted = checking('root.json', () => new TrustedMetadataStore(anchor))
    setReferenceTime(this.trusted, 0)
    this.metadata.set('root.json', anchor)
  }

  run(limits: TargetLimits): Publication {
    this.followRoots()
    const timestamp = this.take(
      'timestamp.json',
      () => this.layout.timestamp(),
      (bytes) => this.trusted.updateTimestamp(bytes),
    ).signed
    const listed = timestamp.snapshotMeta.version
    const snapshot = this.take(
      'snapshot.json',
      () => this.layout.metadata('snapshot', listed),
      (bytes) => this.trusted.updateSnapshot(bytes),
    ).signed
    this.loadRole('targets', 'root')
    const files = new Map<string, TrustFile>()
    for (const [name, limit] of limits) {
      const target = this.find(name)
      if (target) files.set(name, this.takeTarget(target, limit))
    }
    const { published } = timestamp.unrecognizedFields
    return {
      versions: {
        root: this.trusted.root.signed.version,
        timestamp: timestamp.version,
        snapshot: snapshot.version,
        targets: this.trusted.targets?.signed.version ?? 0,
      },
      rootFingerprint: fingerprintOf(this.trusted.root),
      publishedAt: typeof published === 'string' ? readClock(published) : null,
      expiresAt: Date.parse(timestamp.expires),
      metadata: this.metadata,
      files,
    }
  }

  /** TUF 1.0 §5.3.3 to §5.3.9: each root vouches for the next. */
  private followRoots(): void {
    for (let step = 0; step < mostRootRotations; step++) {
      const file = `${this.trusted.root.signed.version + 1}.root.json`
      const bytes = checking(file, () => this.layout.root(this.trusted.root.signed.version + 1))
      if (!bytes) return
      checking(file, () => demandBelievableRoles(this.trusted.updateRoot(bytes)))
      this.metadata.set(file, bytes).set('root.json', bytes)
    }
  }

  private take<T>(file: string, read: () => Buffer, check: (bytes: Buffer) => T): T {
    return checking(file, () => {
      const bytes = read()
      const checked = check(bytes)
      this.metadata.set(file, bytes)
      return checked
    })
  }

  private loadRole(role: string, delegator: string): void {
    const held = this.trusted.getRole(role)
    const file = `${encodeURIComponent(role)}.json`
    // Another role may delegate to it as well, with other keys.
    if (held) return checking(file, () => this.trusted.getRole(delegator)?.verifyDelegate(role, held))
    const version = this.trusted.snapshot?.signed.meta[`${role}.json`]?.version ?? 0
    this.take(
      file,
      () => this.layout.metadata(role, version),
      (bytes) => this.trusted.updateDelegatedTargets(bytes, role, delegator),
    )
  }

  /** Who lists a file: the roles in the order in which they delegate (TUF 1.0 §5.6.7). */
  private find(name: string): TargetFile | null {
    const open: [role: string, delegator: string][] = [['targets', 'root']]
    const visited = new Set<string>()
    for (let next = open.pop(); next && visited.size < mostDelegations; next = open.pop()) {
      const [role, delegator] = next
      if (visited.has(role)) continue
      visited.add(role)
      this.loadRole(role, delegator)
      const targets = this.trusted.getRole(role)?.signed
      if (targets && Object.hasOwn(targets.targets, name)) return targets.targets[name] ?? null
      const below: [string, string][] = []
      for (const { role: child, terminating } of targets?.delegations?.rolesForTarget(name) ?? []) {
        below.push([child, role])
        if (!terminating) continue
        open.length = 0
        break
      }
      open.push(...below.toReversed())
    }
    return null
  }

  private takeTarget(target: TargetFile, limit: number): TrustFile {
    const file = target.path
    return checking(file, () => {
      const hashes = strongHashes(target)
      const [first] = hashes
      if (!first) throw new Error('listed without a hash')
      const bytes = this.layout.target(file, first[1], limit)
      if (!isAsListed(target, bytes)) throw new Error('not as listed')
      const { changed } = target.custom
      const known = hashes.find(([algorithm]) => algorithm === 'sha256')?.[1]
      const changedAt = typeof changed === 'string' ? readClock(changed) : null
      return { path: file, bytes, sha256: known ?? sha256(bytes), changedAt }
    })
  }
}

/**
 * Checks a publication against a root that is trusted.
 * @param anchor the root, of any version up to the publication's own
 * @throws Unverified
 */
export function verifyPublication(anchor: Buffer, layout: Layout, limits: TargetLimits): Publication {
  return new Verification(anchor, layout).run(limits)
}

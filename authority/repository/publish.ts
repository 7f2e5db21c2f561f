/**
 * Publications: targets, snapshot and timestamp signed anew, all three with the publication's number as their version
 * (TUF 1.0 §4.4 to §4.6, consistent snapshots §6.2).
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { MetaFile, Snapshot, TargetFile, Targets, Timestamp, type Root } from '@tufjs/models'
import { writeDurably } from './durable-write.ts'
import { failure } from './failures.ts'
import type { Home } from './home.ts'
import type { KeyRing } from './key-ring.ts'
import {
  expiryAfter,
  highestVersion,
  readNewestRoot,
  readNewestTargets,
  signMetadata,
  specVersion,
  writeExpiry,
} from './metadata-file.ts'
import type { Role, RoleKey } from './role-key.ts'
import { readWorkingTargets, type WorkingTarget } from './working-targets.ts'

/** A publication, signed and recorded in the authority's folder. */
export interface Publication {
  /** Version of targets, snapshot and timestamp. */
  number: number
  rootVersion: number
  /** Epoch milliseconds. */
  rootExpiresAt: number
  expiresAt: number
  targets: readonly WorkingTarget[]
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** The name under which a target lies in the repository: with consistent snapshots its hash comes first. */
export const targetFileName = ({ name, bytes }: WorkingTarget): string => `${sha256(bytes)}.${name}`

function listing(target: WorkingTarget, before: Targets | null, published: string): TargetFile {
  const hash = sha256(target.bytes)
  const known = before?.targets[target.name]
  const changed = known?.hashes['sha256'] === hash ? known.custom['changed'] : published
  return new TargetFile({
    path: target.name,
    length: target.bytes.length,
    hashes: { sha256: hash },
    unrecognizedFields: { custom: { changed: typeof changed === 'string' ? changed : published } },
  })
}

function metaOf(version: number, text: string): MetaFile {
  const bytes = Buffer.from(text)
  return new MetaFile({ version, length: bytes.length, hashes: { sha256: sha256(bytes) } })
}

const keysOf = (root: Root, ring: KeyRing, role: Role): RoleKey[] =>
  ring.open(role, root.roles[role]!.keyIDs, root.roles[role]!.threshold)

/**
 * Signs a publication of the working targets and records it. The authority's folder learns of it first, so that no
 * number is ever used twice, whatever becomes of the stick.
 * @param now epoch milliseconds
 * @param days until targets, snapshot and timestamp expire
 * @throws Failure
 */
export function signPublication(home: Home, ring: KeyRing, now: number, days: number): Publication {
  const root = readNewestRoot(home.metadata)
  const rootExpiresAt = Date.parse(root.expires)
  if (rootExpiresAt <= now) throw failure('root-expired', { expiredAt: rootExpiresAt })
  const targets = readWorkingTargets(home)
  const signers = {
    targets: keysOf(root, ring, 'targets'),
    snapshot: keysOf(root, ring, 'snapshot'),
    timestamp: keysOf(root, ring, 'timestamp'),
  }

  const version = Math.max(highestVersion(home.metadata, 'targets'), highestVersion(home.metadata, 'snapshot')) + 1
  const expires = expiryAfter(now, days)
  const published = writeExpiry(now)
  const common = { version, specVersion, expires }
  const before = readNewestTargets(home.metadata)
  const listed = Object.fromEntries(targets.map((target) => [target.name, listing(target, before, published)]))
  const targetsText = signMetadata(new Targets({ ...common, targets: listed }), signers.targets)
  const snapshot = new Snapshot({ ...common, meta: { 'targets.json': metaOf(version, targetsText) } })
  const snapshotText = signMetadata(snapshot, signers.snapshot)
  const timestamp = new Timestamp({
    ...common,
    snapshotMeta: metaOf(version, snapshotText),
    unrecognizedFields: { published },
  })

  writeDurably(join(home.metadata, `${version}.targets.json`), targetsText)
  writeDurably(join(home.metadata, `${version}.snapshot.json`), snapshotText)
  writeDurably(join(home.metadata, 'timestamp.json'), signMetadata(timestamp, signers.timestamp))
  return { number: version, rootVersion: root.version, rootExpiresAt, expiresAt: Date.parse(expires), targets }
}

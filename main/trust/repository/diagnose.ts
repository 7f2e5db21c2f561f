/**
 * Why tuf-js refused a metadata file. That it did is decided; tuf-js flattens many causes into one text, and a person
 * must be told the right thing to do, so the file is looked at once more, in the order of TUF 1.0 §5.3 to §5.6.
 */
import { join } from 'node:path'
import {
  Metadata,
  MetadataKind,
  type MetaFile,
  type Root,
  type Snapshot,
  type Targets,
  type Timestamp,
} from '@tufjs/models'
import { readForeignFile } from '../../files/index.ts'
import { metadataLimits } from '../limits.ts'
import type { Refusal, RefusalCode } from './refusal.ts'

/** A refused file and what it was judged against. */
export interface Evidence {
  /** The file's path in the repository. */
  path: string
  bytes: Buffer
  /** Folder of the metadata that were trusted when it was refused. */
  trusted: string
  /** Epoch milliseconds. */
  now: number
}

type Any = Metadata<Root> | Metadata<Timestamp> | Metadata<Snapshot> | Metadata<Targets>

const attempt = <T>(read: () => T): T | null => {
  try {
    return read()
  } catch {
    return null
  }
}

const isTrue = (check: () => void): boolean => attempt(() => (check(), true)) ?? false

const readRoot = (bytes: Buffer) => attempt(() => Metadata.fromJSON(MetadataKind.Root, JSON.parse(bytes.toString())))
const readTimestamp = (bytes: Buffer) =>
  attempt(() => Metadata.fromJSON(MetadataKind.Timestamp, JSON.parse(bytes.toString())))
const readSnapshot = (bytes: Buffer) =>
  attempt(() => Metadata.fromJSON(MetadataKind.Snapshot, JSON.parse(bytes.toString())))
const readTargets = (bytes: Buffer) =>
  attempt(() => Metadata.fromJSON(MetadataKind.Targets, JSON.parse(bytes.toString())))

/** The role a metadata file is of: `3.snapshot.json` and `snapshot.json` are both `snapshot`. */
function roleOf(path: string): string {
  return path
    .replace(/^metadata\//, '')
    .replace(/^\d+\./, '')
    .replace(/\.json$/, '')
}

/** Says why, or null where nothing wrong can be seen in the file. */
export function diagnose(evidence: Evidence): Refusal | null {
  const found = new Inspection(evidence).look()
  return found && { code: found.code, values: { file: evidence.path, ...found.values } }
}

interface Found {
  code: RefusalCode
  values?: Refusal['values']
}

class Inspection {
  private readonly bytes: Buffer
  private readonly role: string
  private readonly evidence: Evidence
  private readonly root: Metadata<Root> | null

  constructor(evidence: Evidence) {
    this.evidence = evidence
    this.bytes = evidence.bytes
    this.role = roleOf(evidence.path)
    this.root = this.trusted('root', readRoot)
  }

  look(): Found | null {
    switch (this.role) {
      case 'root':
        return this.rootFile()
      case 'timestamp':
        return this.timestampFile()
      case 'snapshot':
        return this.snapshotFile()
      default:
        return this.targetsFile()
    }
  }

  private trusted<T>(role: string, read: (bytes: Buffer) => T | null): T | null {
    return attempt(() =>
      read(readForeignFile(join(this.evidence.trusted, `${role}.json`), metadataLimits.targets).bytes),
    )
  }

  private signed(file: Any): boolean {
    return isTrue(() => this.root?.verifyDelegate(this.role, file))
  }

  private expired(file: Any | null, code: RefusalCode = 'frozen'): Found | null {
    if (!file?.signed.isExpired(new Date(this.evidence.now))) return null
    return { code, values: { expiredAt: Date.parse(file.signed.expires) } }
  }

  /** A file cut short, or blank as a stick leaves it when it is pulled out, or something else altogether. */
  private unreadable(): Found {
    const text = this.bytes.toString('latin1').replace(/[\0\s]+$/, '')
    const cut = text === '' || (text.startsWith('{') && !isTrue(() => JSON.parse(this.bytes.toString())))
    return { code: cut ? 'incomplete' : 'not-a-repository' }
  }

  private rootFile(): Found | null {
    const file = readRoot(this.bytes)
    if (!file) return this.unreadable()
    if (!this.signed(file) || !isTrue(() => file.verifyDelegate('root', file))) return { code: 'not-signed' }
    const held = this.root?.signed.version ?? 0
    if (file.signed.version <= held) return { code: 'rollback' }
    return file.signed.version === held + 1 ? null : { code: 'mixed-versions' }
  }

  private timestampFile(): Found | null {
    const rootExpired = this.expired(this.root, 'root-expired')
    if (rootExpired) return rootExpired
    const file = readTimestamp(this.bytes)
    if (!file) return this.unreadable()
    if (!this.signed(file)) return { code: 'not-signed' }
    const held = this.trusted('timestamp', readTimestamp)
    // One that the keys of today do not sign no longer counts: rotating them is how an authority starts anew.
    if (held && this.signed(held)) {
      if (file.signed.version < held.signed.version) return { code: 'rollback' }
      if (file.signed.snapshotMeta.version < held.signed.snapshotMeta.version) return { code: 'rollback' }
    }
    return this.expired(file)
  }

  private snapshotFile(): Found | null {
    const timestamp = this.trusted('timestamp', readTimestamp)
    const frozen = this.expired(timestamp)
    if (frozen || !timestamp) return frozen
    const file = readSnapshot(this.bytes)
    const wrong = this.unlikeItsListing(timestamp.signed.snapshotMeta, file)
    if (wrong || !file) return wrong
    const held = this.trusted('snapshot', readSnapshot)
    if (held && this.signed(held))
      for (const [name, { version }] of Object.entries(held.signed.meta))
        if ((file.signed.meta[name]?.version ?? 0) < version) return { code: 'rollback' }
    return this.expired(file)
  }

  private targetsFile(): Found | null {
    const snapshot = this.trusted('snapshot', readSnapshot)
    const frozen = this.expired(snapshot)
    if (frozen || !snapshot) return frozen
    const listed = snapshot.signed.meta[`${decodeURIComponent(this.role)}.json`]
    if (!listed) return { code: 'mixed-versions' }
    const file = readTargets(this.bytes)
    return this.unlikeItsListing(listed, file) ?? this.expired(file)
  }

  /** How a file departs from what its parent says of it: length, signatures, version, hash. */
  private unlikeItsListing(listed: MetaFile, file: Metadata<Snapshot> | Metadata<Targets> | null): Found | null {
    if (listed.length !== undefined && this.bytes.length < listed.length) return { code: 'incomplete' }
    const asListed = isTrue(() => listed.verify(this.bytes))
    if (!file) return asListed || !listed.hashes ? this.unreadable() : { code: 'altered' }
    // Who signs a delegated role is for its delegator to say; tuf-js has asked it.
    const mayBeSigned = this.role === 'snapshot' || this.role === 'targets' ? this.signed(file) : true
    if (!mayBeSigned) return { code: asListed ? 'not-signed' : 'altered' }
    if (file.signed.version !== listed.version || !asListed) return { code: 'mixed-versions' }
    return null
  }
}

/**
 * Where the files of a publication lie: in a repository under the names of TUF 1.0 §6.2, in our store under those that
 * tuf-js keeps. Every read is bounded, and of regular files alone.
 */
import { join } from 'node:path'
import { readForeignFile, readForeignFileIfThere } from '../../files/index.ts'
import { metadataLimits } from '../limits.ts'

/** Reads the files of one publication. Throws FileUnreadable; names are relative to the publication's folder. */
export interface Layout {
  /** The root of a version; null where there is none. */
  root(version: number): Buffer | null
  timestamp(): Buffer
  /** `targets`, a role that it delegates to, or `snapshot`, in the version that its parent names. */
  metadata(role: string, version: number): Buffer
  /** @param hash the first that is listed of it */
  target(name: string, hash: string, limit: number): Buffer
}

const limitOf = (role: string): number => (role === 'snapshot' ? metadataLimits.snapshot : metadataLimits.targets)

const rootAt = (folder: string, version: number): Buffer | null =>
  readForeignFileIfThere(join(folder, 'metadata', `${version}.root.json`), metadataLimits.root)?.bytes ?? null

/** A generation of the store. */
export function storeLayout(folder: string): Layout {
  const metadata = (role: string, limit: number): Buffer =>
    readForeignFile(join(folder, 'metadata', `${encodeURIComponent(role)}.json`), limit).bytes
  return {
    root: (version) => rootAt(folder, version),
    timestamp: () => metadata('timestamp', metadataLimits.timestamp),
    metadata: (role) => metadata(role, limitOf(role)),
    target: (name, _hash, limit) => readForeignFile(join(folder, 'targets', name), limit).bytes,
  }
}

/** What an authority publishes, on a stick or in a folder that a web server serves: with consistent snapshots. */
export function repositoryLayout(folder: string): Layout {
  const targets = join(folder, 'targets')
  return published(folder, (name, hash, limit) => readForeignFile(join(targets, `${hash}.${name}`), limit).bytes)
}

/** The authority's own folder: what it has signed, and the files that it works on, under their own names. */
export function authorityLayout(folder: string): Layout {
  const working = join(folder, 'working')
  return published(
    join(folder, 'repository'),
    (name, _hash, limit) => readForeignFile(join(working, name), limit).bytes,
  )
}

function published(folder: string, target: Layout['target']): Layout {
  const metadata = (name: string, limit: number): Buffer => readForeignFile(join(folder, 'metadata', name), limit).bytes
  return {
    root: (version) => rootAt(folder, version),
    timestamp: () => metadata('timestamp.json', metadataLimits.timestamp),
    metadata: (role, version) => metadata(`${version}.${encodeURIComponent(role)}.json`, limitOf(role)),
    target,
  }
}

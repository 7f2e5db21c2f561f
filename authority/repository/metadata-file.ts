/** Metadata of the authority's own repository: reading what was published, signing what is next. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Metadata, MetadataKind, type Root, type Snapshot, type Targets, type Timestamp } from '@tufjs/models'
import { textOf, readNamedFile } from '../../main/files/index.ts'
import { failure } from './failures.ts'
import { signerOf, type RoleKey } from './role-key.ts'

/** The version of TUF's specification that is written. */
export const specVersion = '1.0.31'

type Part = Root | Targets | Snapshot | Timestamp

/** A time as TUF writes it: UTC, whole seconds (TUF 1.0 §4.2.1). `instant` in epoch milliseconds. */
export const writeExpiry = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}Z`

const day = 86_400_000

/** When something signed at `now` and good for `days` days expires, as TUF writes it. */
export const expiryAfter = (now: number, days: number): string => writeExpiry(now + days * day)

/** Signs a part with every key; the file's text. The same part and keys make the same text (RFC 8032 §5.1.6). */
export function signMetadata(part: Part, keys: readonly RoleKey[]): string {
  const metadata = new Metadata(part)
  for (const key of keys) metadata.sign(signerOf(key))
  return `${JSON.stringify(metadata.toJSON(), null, 1)}\n`
}

function highest(folder: string, role: string): number {
  const pattern = new RegExp(`^([1-9]\\d{0,8})\\.${role}\\.json$`)
  const versions = readdirSync(folder).map((name) => Number(pattern.exec(name)?.[1] ?? 0))
  return Math.max(0, ...versions)
}

/** The highest version of a role in a metadata folder; 0: none. */
export const highestVersion = (folder: string, role: 'root' | 'targets' | 'snapshot'): number => highest(folder, role)

function readJson(file: string): ReturnType<typeof JSON.parse> {
  return JSON.parse(textOf(readNamedFile(file)))
}

/**
 * The newest root of an authority.
 * @throws Failure `metadata-damaged`
 */
export function readNewestRoot(folder: string): Root {
  const file = join(folder, `${highestVersion(folder, 'root')}.root.json`)
  try {
    return Metadata.fromJSON(MetadataKind.Root, readJson(file)).signed
  } catch (error) {
    throw failure('metadata-damaged', { file }, { cause: error })
  }
}

/**
 * The targets that were published last; null before the first publication.
 * @throws Failure `metadata-damaged`
 */
export function readNewestTargets(folder: string): Targets | null {
  const version = highestVersion(folder, 'targets')
  if (version === 0) return null
  const file = join(folder, `${version}.targets.json`)
  try {
    return Metadata.fromJSON(MetadataKind.Targets, readJson(file)).signed
  } catch (error) {
    throw failure('metadata-damaged', { file }, { cause: error })
  }
}

/** One update up to the point where everything is verified: tuf-js at work in a fresh generation's folders. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Metadata, MetadataKind } from '@tufjs/models'
import { Updater, type TargetFile } from 'tuf-js'
import { readClock } from '../../../shared/certificate/moment.ts'
import { diagnose } from './diagnose.ts'
import { diskRefusal, isSystemError, type Disk } from './disk.ts'
import { sha256, type Contents, type Generation, type generationPaths } from './generation.ts'
import { setReferenceTime } from './reference-time.ts'
import type { Refusal } from './refusal.ts'
import { repositoryBase, SourceFetcher } from './source-fetcher.ts'
import type { RepositorySource } from './source.ts'
import type { TargetLimits } from './target-limits.ts'

/** What one update works with. */
export interface Reception {
  source: RepositorySource
  disk: Disk
  /** Where the new generation is made; its metadata folder holds what is trusted so far. */
  paths: ReturnType<typeof generationPaths>
  /** The generation in use, whose unchanged files need not travel again. */
  held: Generation | null
  limits: TargetLimits
  /** Epoch milliseconds. */
  now: number
}

/** `cause` is for the log of this machine, not for a person. */
export type Received = { ok: true; contents: Contents } | { ok: false; refusal: Refusal; cause: unknown }

/** Roots that one update may step over: a kiosk may have been in a drawer for years. */
const mostRootRotations = 256
const metadataLimits = {
  rootMaxLength: 512_000,
  timestampMaxLength: 16_384,
  snapshotMaxLength: 2_000_000,
  targetsMaxLength: 5_000_000,
}

/** Fetches and verifies (TUF 1.0 §5.3 to §5.7). */
export async function receive(reception: Reception): Promise<Received> {
  const { paths, now } = reception
  const fetcher = new SourceFetcher(reception.source, reception.disk, paths.folder)
  const updater = openUpdater(paths.metadata, paths.targets, fetcher)
  if (!updater) return { ok: false, refusal: { code: 'anchor-unusable', values: {} }, cause: null }
  setReferenceTime(updater, now)
  try {
    await updater.refresh()
    const files: Contents['files'] = {}
    for (const [name, limit] of reception.limits) {
      const target = await updater.getTargetInfo(name)
      if (!target) continue
      if (target.length > limit) return refused('too-large', name)
      // Without a hash the signature says nothing about the content.
      if (Object.keys(target.hashes).length === 0) return refused('not-signed', name)
      files[name] = await take(target, updater, reception)
    }
    return { ok: true, contents: { ...readVersions(paths.metadata), files } }
  } catch (error) {
    return { ok: false, refusal: explain(error, fetcher, reception), cause: error }
  }
}

const refused = (code: 'too-large' | 'not-signed', name: string): Received => ({
  ok: false,
  refusal: { code, values: { file: `targets/${name}` } },
  cause: null,
})

/** The first root was checked when it was handed over; one that cannot be read now leaves nothing to start from. */
function openUpdater(metadataDir: string, targetDir: string, fetcher: SourceFetcher): Updater | null {
  try {
    return new Updater({
      metadataDir,
      metadataBaseUrl: `${repositoryBase}metadata/`,
      targetDir,
      targetBaseUrl: `${repositoryBase}targets/`,
      fetcher,
      config: { maxRootRotations: mostRootRotations, ...metadataLimits },
    })
  } catch {
    return null
  }
}

async function take(
  target: TargetFile,
  updater: Updater,
  { held, disk, paths }: Reception,
): Promise<Contents['files'][string]> {
  const file = join(paths.targets, target.path)
  const cached = held && (await updater.findCachedTarget(target, join(held.targets, target.path)))
  if (cached) await disk.copy(cached, file)
  else await updater.downloadTarget(target, file)
  const { changed } = target.custom
  return {
    length: target.length,
    sha256: sha256(readFileSync(file)),
    changedAt: typeof changed === 'string' ? readClock(changed) : null,
  }
}

function readVersions(metadata: string): Omit<Contents, 'files'> {
  const read = (role: string): ReturnType<typeof JSON.parse> =>
    JSON.parse(readFileSync(join(metadata, `${role}.json`), 'utf8'))
  const timestamp = Metadata.fromJSON(MetadataKind.Timestamp, read('timestamp')).signed
  const { published } = timestamp.unrecognizedFields
  return {
    versions: {
      root: Metadata.fromJSON(MetadataKind.Root, read('root')).signed.version,
      timestamp: timestamp.version,
      snapshot: Metadata.fromJSON(MetadataKind.Snapshot, read('snapshot')).signed.version,
      targets: Metadata.fromJSON(MetadataKind.Targets, read('targets')).signed.version,
    },
    publishedAt: typeof published === 'string' ? readClock(published) : null,
    expiresAt: Date.parse(timestamp.expires),
  }
}

function explain(error: unknown, fetcher: SourceFetcher, { paths, now }: Reception): Refusal {
  if (fetcher.refusal) return fetcher.refusal
  if (isSystemError(error)) return diskRefusal(error)
  const { last } = fetcher
  const file = last?.path ?? 'metadata'
  if (last && !last.bytes) return { code: last.length < last.limit ? 'incomplete' : 'altered', values: { file } }
  const found = last?.bytes && diagnose({ path: last.path, bytes: last.bytes, trusted: paths.metadata, now })
  if (found) return found
  // tuf-js writes metadata itself and passes on why it could not as a text.
  const unwritten = /Failed to persist metadata .*?\b(E[A-Z]{3,})\b.*/.exec(error instanceof Error ? error.message : '')
  if (unwritten) return diskRefusal(Object.assign(new Error(unwritten[0]), { code: unwritten[1] }))
  return { code: 'not-a-repository', values: { file } }
}

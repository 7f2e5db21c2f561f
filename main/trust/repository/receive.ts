/** One update up to the point where everything is verified: tuf-js at work in a fresh generation's folders. */
import { join } from 'node:path'
import { Updater, type TargetFile } from 'tuf-js'
import { metadataLimits, mostDelegations, mostRootRotations, type TargetLimits } from '../limits.ts'
import { diagnose } from './diagnose.ts'
import { diskRefusal, isSystemError, type Disk } from './disk.ts'
import type { Generation, generationPaths } from './generation.ts'
import { setUpdaterTime } from './reference-time.ts'
import type { Refusal } from './refusal.ts'
import { repositoryBase, SourceFetcher } from './source-fetcher.ts'
import type { RepositorySource } from './source.ts'
import { isAsListed } from './verify-publication.ts'

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
export type Received = { ok: true } | { ok: false; refusal: Refusal; cause: unknown }

/** Fetches and verifies (TUF 1.0 §5.3 to §5.7). */
export async function receive(reception: Reception): Promise<Received> {
  const { paths, now } = reception
  const fetcher = new SourceFetcher(reception.source, reception.disk, paths.folder)
  const updater = openUpdater(paths.metadata, paths.targets, fetcher)
  if (!updater) return { ok: false, refusal: { code: 'anchor-unusable', values: {} }, cause: null }
  setUpdaterTime(updater, now)
  try {
    await updater.refresh()
    // tuf-js keeps the newest root only, which the first one could not vouch for without those between.
    for (const [version, bytes] of fetcher.roots)
      await reception.disk.write(join(paths.metadata, `${version}.root.json`), bytes)
    const targets: TargetFile[] = []
    for (const [name, limit] of reception.limits) {
      const target = await updater.getTargetInfo(name)
      if (!target) continue
      if (target.length > limit) return refused('too-large', name)
      // Without a hash the signature says nothing about the content.
      if (Object.keys(target.hashes).length === 0) return refused('not-signed', name)
      targets.push(target)
    }
    // Known as a whole before the first of them travels, so that whoever waits is told how much is left.
    await takeAll(targets, { updater, fetcher }, reception)
    return { ok: true }
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
      config: {
        maxRootRotations: mostRootRotations,
        maxDelegations: mostDelegations,
        rootMaxLength: metadataLimits.root,
        timestampMaxLength: metadataLimits.timestamp,
        snapshotMaxLength: metadataLimits.snapshot,
        targetsMaxLength: metadataLimits.targets,
      },
    })
  } catch {
    return null
  }
}

/** What is held is not fetched again. It is taken from memory, where it was checked, and not from the disk. */
async function takeAll(
  targets: readonly TargetFile[],
  { updater, fetcher }: { updater: Updater; fetcher: SourceFetcher },
  { held, disk, paths }: Reception,
): Promise<void> {
  const lacking: TargetFile[] = []
  for (const target of targets) {
    const cached = held?.files.get(target.path)
    if (cached && isAsListed(target, cached.bytes)) await disk.write(join(paths.targets, target.path), cached.bytes)
    else lacking.push(target)
  }
  const whole = lacking.reduce((sum, { length }) => sum + length, 0)
  let before = 0
  for (const [index, target] of lacking.entries()) {
    const { length } = target
    fetcher.part = { length, file: index + 1, files: lacking.length, before, whole }
    await updater.downloadTarget(target, join(paths.targets, target.path))
    before += length
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

/** A publication in the folder that travels: a stick, or what a web server serves. */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { readNamedFile } from '../../main/files/index.ts'
import { makeFolder, writeDurably } from './durable-write.ts'
import { failure } from './failures.ts'
import type { Home } from './home.ts'
import { highestVersion } from './metadata-file.ts'
import { isWithin, readPlainFile, refuseLinkedFolder } from './plain-file.ts'
import { targetFileName, type Publication } from './publish.ts'
import { publishable } from './working-targets.ts'

/** How many publications stay beside the newest, for those who are reading one while it is replaced. */
const publicationsKept = 1

const timestampSchema = v.looseObject({ signed: v.looseObject({ version: v.number() }) })

/**
 * Whether a folder may receive publications of this authority. To be asked before anything is signed.
 * @throws Failure `publishing-into-itself`, `folder-is-link`, `foreign-repository`, `newer-repository`
 */
export function checkDestination(home: Home, folder: string): void {
  // Either way round the private keys would lie in what is carried about and served.
  if (isWithin(folder, home.folder) || isWithin(home.folder, folder))
    throw failure('publishing-into-itself', { folder })
  for (const name of ['metadata', 'targets']) refuseLinkedFolder(join(folder, name))
  const root = readPlainFile(join(folder, 'metadata', '1.root.json'))
  if (root === null) return
  if (!root.equals(readNamedFile(join(home.metadata, '1.root.json')))) throw failure('foreign-repository', { folder })
  const there = readThere(join(folder, 'metadata', 'timestamp.json'), timestampSchema)?.signed.version ?? 0
  const here = highestVersion(home.metadata, 'snapshot')
  if (there > here) throw failure('newer-repository', { folder, there, here })
}

/** What a file on the stick says, or null: a damaged one is no reason not to write good ones beside it. */
function readThere<S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> | null {
  try {
    return v.parse(schema, JSON.parse(readPlainFile(file)?.toString('utf8') ?? ''))
  } catch {
    return null
  }
}

function put(file: string, content: Buffer): void {
  // Also in place of a link to the same bytes, which could be others tomorrow.
  if (readPlainFile(file)?.equals(content)) return
  writeDurably(file, content)
}

/**
 * Writes a publication into a folder. The timestamp comes last: until it is there, readers find the publication
 * before, complete, and one that was cut off is simply written again.
 * @throws the operating system's error where the folder cannot be written
 */
export function mirrorPublication(home: Home, publication: Publication, folder: string): void {
  const metadata = join(folder, 'metadata')
  const targets = join(folder, 'targets')
  makeFolder(metadata)
  makeFolder(targets)
  for (const target of publication.targets) put(join(targets, targetFileName(target)), target.bytes)
  const roots = Array.from({ length: publication.rootVersion }, (_, index) => `${index + 1}.root.json`)
  const parts = [`${publication.number}.targets.json`, `${publication.number}.snapshot.json`]
  for (const name of [...roots, ...parts, 'timestamp.json'])
    put(join(metadata, name), readNamedFile(join(home.metadata, name)))
  prune(publication, metadata, targets)
}

/** What lies in a folder, and whether it is more than a link. */
function entriesOf(folder: string): { name: string; plain: boolean }[] {
  return readdirSync(folder, { withFileTypes: true }).map((entry) => ({
    name: entry.name,
    plain: !entry.isSymbolicLink(),
  }))
}

function prune(publication: Publication, metadata: string, targets: string): void {
  const oldest = publication.number - publicationsKept
  for (const { name, plain } of entriesOf(metadata)) {
    const version = /^(\d+)\.(?:targets|snapshot)\.json$/.exec(name)?.[1]
    if (name.endsWith('.part') || (version !== undefined && (Number(version) < oldest || !plain)))
      rmSync(join(metadata, name), { force: true })
  }
  const listed = listedTargets(metadata)
  for (const { name, plain } of entriesOf(targets)) {
    const target = /^[0-9a-f]{64}\.(.+)$/.exec(name)?.[1]
    const ours = target !== undefined && publishable.has(target.replace(/\.part$/, ''))
    if (ours && (!listed.has(name) || !plain)) rmSync(join(targets, name), { force: true })
  }
}

const targetsSchema = v.looseObject({
  signed: v.looseObject({
    targets: v.record(v.string(), v.looseObject({ hashes: v.looseObject({ sha256: v.string() }) })),
  }),
})

/** File names of all targets that a publication still there lists. */
function listedTargets(metadata: string): Set<string> {
  const names = new Set<string>()
  for (const file of readdirSync(metadata).filter((name) => /^\d+\.targets\.json$/.test(name))) {
    const listed = readThere(join(metadata, file), targetsSchema)?.signed.targets ?? {}
    for (const [name, { hashes }] of Object.entries(listed)) names.add(`${hashes.sha256}.${name}`)
  }
  return names
}

/** What of ours is in a folder: a publication of keys, or a set-up of another kiosk. Looked at, and not believed. */
import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalize } from '@tufjs/canonical-json'
import * as v from 'valibot'
import { readClock } from '../../../shared/certificate/moment.ts'
import { FileUnreadable, listFolder, parseJsonBytes, readForeignFileLater } from '../../files/index.ts'
import { metadataLimits } from '../limits.ts'
import { sha256 } from '../trust-files.ts'

/** What a publication says of itself. Times in epoch milliseconds. */
export interface SeenPublication {
  holds: 'publication'
  path: string
  version: number
  publishedAt: number | null
  expiresAt: number
  /** Whether it brings the root that is believed here, the same to the last byte; null where none is. */
  ours: boolean | null
}

export type Seen = SeenPublication | { holds: 'set-up'; path: string }

/** What a set-up is called when it is written to a stick. */
export const setUpFileName = /^chot-set-up[\w.-]{0,80}\.json$/

/** Folders of a stick that are looked into: it is done every few seconds beside the lane. */
export const mostFolders = 32

const timestampSchema = v.looseObject({
  signed: v.looseObject({
    _type: v.literal('timestamp'),
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
    expires: v.pipe(v.string(), v.isoTimestamp()),
    published: v.optional(v.string()),
  }),
})
const rootSchema = v.looseObject({ signed: v.unknown() })

/** A JSON file that a stranger may have written; null where there is none that can be read. */
async function jsonAt(path: string, limit: number): Promise<unknown> {
  try {
    return parseJsonBytes(await readForeignFileLater(path, limit))
  } catch (error) {
    if (error instanceof FileUnreadable || error instanceof SyntaxError || error instanceof TypeError) return null
    throw error
  }
}

/** Is the root that is believed among those of a publication? Nothing is verified: an update does that. */
async function isOurs(folder: string, root: { version: number; fingerprint: string } | null): Promise<boolean | null> {
  if (!root) return null
  const file = v.safeParse(
    rootSchema,
    await jsonAt(join(folder, 'metadata', `${root.version}.root.json`), metadataLimits.root),
  )
  try {
    return file.success && sha256(canonicalize(file.output.signed)) === root.fingerprint
  } catch {
    return false
  }
}

/** Of its own: a link could lead anywhere. */
async function hasMetadata(folder: string): Promise<boolean> {
  try {
    return (await lstat(join(folder, 'metadata'))).isDirectory()
  } catch {
    return false
  }
}

async function publicationIn(folder: string, root: Parameters<typeof isOurs>[1]): Promise<SeenPublication | null> {
  if (!(await hasMetadata(folder))) return null
  const file = await jsonAt(join(folder, 'metadata', 'timestamp.json'), metadataLimits.timestamp)
  const timestamp = v.safeParse(timestampSchema, file)
  if (!timestamp.success) return null
  const { version, expires, published } = timestamp.output.signed
  return {
    holds: 'publication',
    path: folder,
    version,
    publishedAt: published === undefined ? null : readClock(published),
    expiresAt: Date.parse(expires),
    ours: await isOurs(folder, root),
  }
}

/** What was seen in a folder. `more`: it has more in it than was looked at. */
export interface Look {
  seen: Seen[]
  /** Of everything in it that was listed, whosever it is. */
  names: string[]
  more: boolean
}

/**
 * Looks at a folder and at those in it; links are not followed.
 * @param root that is believed here; null: none
 * @throws what the system says where it cannot be looked into
 */
export async function lookAtFolder(folder: string, root: Parameters<typeof isOurs>[1]): Promise<Look> {
  const { entries, more } = await listFolder(folder)
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  const lookedInto = folders.toSorted().slice(0, mostFolders)
  const seen: Seen[] = []
  for (const place of [folder, ...lookedInto.map((name) => join(folder, name))]) {
    const publication = await publicationIn(place, root)
    if (publication) seen.push(publication)
  }
  const setUps = files.filter((name) => setUpFileName.test(name)).toSorted()
  seen.push(...setUps.map((name): Seen => ({ holds: 'set-up', path: join(folder, name) })))
  return { seen, names: entries.map(({ name }) => name), more: more || lookedInto.length < folders.length }
}

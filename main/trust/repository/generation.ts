/**
 * A generation: one publication as it lies in the store, whole and never changed.
 *
 * `metadata/` what tuf-js trusted, the starting point of the next update · `targets/` the files to read ·
 * `contents.json` what is in it, written last
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

const instant = v.nullable(v.number())
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

const contentsSchema = v.strictObject({
  format: v.literal(1),
  versions: v.strictObject({ root: count, timestamp: count, snapshot: count, targets: count }),
  publishedAt: instant,
  expiresAt: v.number(),
  metadata: v.record(v.string(), hash),
  files: v.record(
    v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w.-]*$/)),
    v.strictObject({ length: count, sha256: hash, changedAt: instant }),
  ),
})

/** What a generation holds. Times in epoch milliseconds. */
export interface Contents {
  /** Versions of the four top-level roles. */
  versions: { root: number; timestamp: number; snapshot: number; targets: number }
  /** When the authority last vouched for all of it; null where the repository does not say. */
  publishedAt: number | null
  /** When the repository's timestamp expires. The generation stays usable; the age ladder judges it. */
  expiresAt: number
  /** Targets by name; `changedAt`: when the authority first published this content, null where it does not say. */
  files: Record<string, { length: number; sha256: string; changedAt: number | null }>
}

export interface Generation extends Contents {
  /** Its name in the store. */
  name: string
  /** Folder with the target files. */
  targets: string
}

export const generationPaths = (store: string, name: string) => ({
  folder: join(store, name),
  metadata: join(store, name, 'metadata'),
  targets: join(store, name, 'targets'),
  contents: join(store, name, 'contents.json'),
})

/** SHA-256 in hexadecimal. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** `contents.json` of a generation whose other files are all there. */
export function writeContents(store: string, name: string, contents: Contents): string {
  const { metadata } = generationPaths(store, name)
  const hashes = readdirSync(metadata).map((file) => [file, sha256(readFileSync(join(metadata, file)))])
  return `${JSON.stringify({ format: 1, ...contents, metadata: Object.fromEntries(hashes) }, null, 1)}\n`
}

/** Reads a generation and checks every file against its hash. A sentence fragment where it is damaged. */
export function readGeneration(
  store: string,
  name: string,
): { ok: true; generation: Generation } | { ok: false; why: string } {
  const paths = generationPaths(store, name)
  try {
    const stored = v.parse(contentsSchema, JSON.parse(readFileSync(paths.contents, 'utf8')))
    const { versions, publishedAt, expiresAt, files } = stored
    for (const [file, expected] of Object.entries(stored.metadata))
      if (sha256(readFileSync(join(paths.metadata, file))) !== expected)
        return { ok: false, why: `${name}/${file} is damaged` }
    for (const [file, { length, sha256: expected }] of Object.entries(files)) {
      const bytes = readFileSync(join(paths.targets, file))
      if (bytes.length !== length || sha256(bytes) !== expected) return { ok: false, why: `${name}/${file} is damaged` }
    }
    return { ok: true, generation: { name, targets: paths.targets, versions, publishedAt, expiresAt, files } }
  } catch (error) {
    return { ok: false, why: `${name}: ${error instanceof Error ? error.message : String(error)}` }
  }
}

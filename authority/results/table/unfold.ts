/**
 * Unfolds an .xlsx file, which is a zip archive, within bounds. What comes out is all that the reader of spreadsheets is
 * given: it never looks into the archive itself, so that both cannot see different things in it.
 */
import { buffer } from 'node:stream/consumers'
import { fromBufferPromise, type Entry } from 'yauzl'
import { mostUnfolded, mostZipEntries } from '../bounds.ts'

/** Parts of a workbook that hold cells or say how they are to be read; pictures, macros and printers' settings do not. */
const wanted = /^(?:\[Content_Types\]\.xml|.*\.rels|xl\/[^/]+\.xml|xl\/worksheets\/[^/]+\.xml)$/i

/** The parts by path, or why not: `damaged`, `too-large`, or under a password, as `locked`. */
export type Unfolded =
  | { ok: true; parts: ReadonlyMap<string, Buffer> }
  | { ok: false; why: 'damaged' | 'too-large' | 'locked' }

class TooLarge extends Error {}
class Locked extends Error {}

async function partsOf(content: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  // What an entry really unfolds to is held against what it says (`validateEntrySizes`), so the sum can be trusted.
  const archive = await fromBufferPromise(content, { lazyEntries: true, validateEntrySizes: true })
  if (archive.entryCount > mostZipEntries) throw new TooLarge()
  const parts = new Map<string, Buffer>()
  const names = new Set<string>()
  let unfolded = 0
  for await (const entry of archive.eachEntry() as AsyncIterable<Entry>) {
    if (!wanted.test(entry.fileName)) continue
    if (entry.isEncrypted()) throw new Locked()
    // Of two with one name a program shows whichever it likes.
    if (names.has(entry.fileName.toLowerCase())) throw new Error('a part stands in the workbook twice')
    names.add(entry.fileName.toLowerCase())
    unfolded += entry.uncompressedSize
    if (unfolded > mostUnfolded) throw new TooLarge()
    parts.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)))
  }
  return parts
}

export async function unfold(content: Buffer): Promise<Unfolded> {
  try {
    return { ok: true, parts: await partsOf(content) }
  } catch (error) {
    if (error instanceof TooLarge) return { ok: false, why: 'too-large' }
    return { ok: false, why: error instanceof Locked ? 'locked' : 'damaged' }
  }
}

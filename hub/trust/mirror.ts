/**
 * The authority's signed repository, handed on as it is: over the wire and on sticks. The hub has none of its keys, so whatever
 * is changed here a checkpoint refuses.
 */
import { dirname, join } from 'node:path'
import type { FileHandle } from 'node:fs/promises'
import { FileUnreadable, openForeignFile, readForeignFileLater } from '../../main/files/index.ts'
import { makeFolders, putFile, trustOnStick, type Disk } from '../../main/sync/index.ts'

/** Bytes of a file of it that are read: lists of a whole country are some megabytes. */
const largest = 2 ** 26

/** Its two folders in the order in which they are written: what is named is there before what names it. */
const parts = ['targets', 'metadata'] as const

/**
 * What says which publication is meant. It is read first and written last: all that it names was there before it, and lies on
 * the stick before it does, though the authority publishes anew meanwhile.
 */
const newest = 'timestamp.json'

const segment = /^[A-Za-z0-9][\w.%-]{0,127}$/

/** Where a file of the repository lies; null: it is no path of one. */
function placeOf(folder: string, path: string): string | null {
  const segments = path.split('/')
  const [part = ''] = segments
  const isPath = segments.length >= 2 && segments.length <= 4 && segments.every((each) => segment.test(each))
  return isPath && parts.some((each) => each === part) ? join(folder, ...segments) : null
}

async function unlessMissing<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof FileUnreadable && (error.fault === 'missing' || error.fault === 'not-a-file')) return null
    throw error
  }
}

/**
 * A file by its path in the repository (`metadata/timestamp.json`); null: there is none such, or it is no path.
 * @throws FileUnreadable where it is there and cannot be read
 */
async function mirrored(folder: string, path: string): Promise<Buffer | null> {
  const place = placeOf(folder, path)
  return place === null ? null : unlessMissing(() => readForeignFileLater(place, largest))
}

/**
 * The same, opened to be handed on piece by piece: whoever asks for a list of megabytes and does not take it costs a few
 * kilobytes. Whoever opens it closes it.
 * @throws FileUnreadable where it is there and cannot be read
 */
export async function openMirrored(folder: string, path: string): Promise<{ file: FileHandle; size: number } | null> {
  const place = placeOf(folder, path)
  const file = place === null ? null : await unlessMissing(() => openForeignFile(place))
  if (!file || place === null) return null
  const { size } = await file.stat()
  if (size <= largest) return { file, size }
  await file.close()
  throw new FileUnreadable(place, 'too-large')
}

/**
 * What came of a mirror: how many files were written; or why none was, since half of one is worth less than the one that lies
 * on the stick already. `crowded`: it has more files than are looked at; `no-publication`: there is none.
 */
export type Mirroring = { put: true; written: number } | { put: false; why: 'crowded' | 'no-publication' }

/**
 * Puts it on a stick, so that pulled at any instant the stick has the old one or the new; what is there already as it should
 * be is left alone.
 * @throws the system's error, FileUnreadable, NotReadBack
 */
export async function mirrorOnto(stick: Disk, root: string, from: { disk: Disk; folder: string }): Promise<Mirroring> {
  const meant = await mirrored(from.folder, `metadata/${newest}`)
  if (!meant) return { put: false, why: 'no-publication' }
  const listed = await Promise.all(
    parts.map(async (part) => ({ part, ...(await from.disk.list(join(from.folder, part))) })),
  )
  if (listed.some(({ more }) => more)) return { put: false, why: 'crowded' }
  let written = 0
  const put = async (part: string, name: string, bytes: Buffer): Promise<void> => {
    const place = join(trustOnStick(root), part, name)
    const there = await stick.read(place, bytes.length)
    if (there && Buffer.compare(there, bytes) === 0) return
    await makeFolders(stick, root, dirname(place))
    await putFile(stick, place, bytes)
    written++
  }
  for (const { part, names } of listed)
    for (const name of names.filter((each) => segment.test(each) && each !== newest)) {
      const bytes = await mirrored(from.folder, `${part}/${name}`)
      if (bytes) await put(part, name, bytes)
    }
  await put('metadata', newest, meant)
  return { put: true, written }
}

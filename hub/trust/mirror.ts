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

/** Files of it that are put on a stick. */
const mostFiles = 2000

/** Its two folders in the order in which they are written: what is named is there before what names it. */
const parts = ['targets', 'metadata'] as const

/** Last: from here on the new one is meant. */
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
 * Puts it on a stick, so that pulled at any instant the stick has the old one or the new; what is there already as it should
 * be is left alone. Answers how many files were written.
 * @throws the system's error, FileUnreadable, NotReadBack
 */
export async function mirrorOnto(stick: Disk, root: string, from: { disk: Disk; folder: string }): Promise<number> {
  let written = 0
  for (const part of parts) {
    const found = await from.disk.list(join(from.folder, part))
    const names = found.names.filter((name) => segment.test(name))
    const ordered = names.toSorted((one, other) => Number(one === newest) - Number(other === newest))
    for (const name of ordered.slice(-mostFiles)) {
      const bytes = await mirrored(from.folder, `${part}/${name}`)
      const place = join(trustOnStick(root), part, name)
      const there = bytes && (await stick.read(place, bytes.length))
      if (!bytes || (there && Buffer.compare(there, bytes) === 0)) continue
      await makeFolders(stick, root, dirname(place))
      await putFile(stick, place, bytes)
      written++
    }
  }
  return written
}

/** A file put on a disk so that it is there whole or not at all, whenever the stick is pulled or the power goes. */
import { dirname, join, relative, sep } from 'node:path'
import type { Disk } from './disk.ts'

/** Bytes that are waited for at a time: what is counted as done lies on the disk and not in the computer's memory. */
const piece = 256 * 1024

/** What a file is called while it is written. */
export const partOf = (path: string): string => `${path}.part`

/** What was read back is not what was written: the stick is worn out, or lies about its size. */
export class NotReadBack extends Error {
  readonly code = 'NOT_READ_BACK'
  constructor(path: string) {
    super(`${path} cannot be read back as it was written`)
    this.name = 'NotReadBack'
  }
}

/**
 * Writes a file: in pieces, each waited for; then its name, and the folder waited for; then it is read back and compared.
 * Only after that may a stick be pulled.
 * @param progress told of each piece that is on the disk, in bytes
 * @throws NotReadBack, and the system's error
 */
export async function putFile(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  progress: (bytes: number) => void = () => undefined,
): Promise<void> {
  const part = partOf(path)
  const file = await disk.begin(part)
  try {
    for (let at = 0; at < bytes.length; at += piece) {
      const next = bytes.subarray(at, at + piece)
      await file.append(next)
      await file.sync()
      progress(next.length)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  await disk.rename(part, path)
  await disk.syncFolder(dirname(path))
  if (!isEqual(await disk.read(path, bytes.length), bytes)) throw new NotReadBack(path)
}

/**
 * Makes a folder whose name is on the disk too, as far up as `root`, which is there. Between the two nothing may be a link:
 * whoever had the stick before would have us write, and clear away, where it leads.
 * @throws FolderReplaced, and the system's error
 */
export async function makeFolders(disk: Disk, root: string, folder: string): Promise<void> {
  let made = root
  for (const name of relative(root, folder).split(sep)) await disk.makeFolder((made = join(made, name)))
  for (let above = dirname(folder); above.length >= root.length; above = dirname(above)) {
    await disk.syncFolder(above)
    if (above === dirname(above)) break
  }
}

/** Whether both hold the same. */
export const isEqual = (one: Uint8Array | null, other: Uint8Array): boolean =>
  one !== null && Buffer.compare(one, other) === 0

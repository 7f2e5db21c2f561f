/**
 * A large file of ours that is written piece by piece and has its name only once it is whole and on the disk: until then it
 * is called `….part`, and whoever looks for it finds nothing.
 */
import { createHash } from 'node:crypto'
import { constants, existsSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { renameDurably } from './durable-write.ts'

/** A link that somebody put in the way is not followed. Windows has no such flag. */
const makeNew = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0)

/** What a file is called until it has its name. */
export const stagedName = (path: string): string => `${path}.part`

/** A file that has no name yet, by the name that it is to have. */
export interface Unnamed {
  /** Gives it its name. @throws the system's error; `EEXIST` where something has the name by now */
  keep(): void
  /** Removes it. */
  discard(): void
}

/** A file that is whole and on the disk, and has no name yet. */
export interface StagedFile extends Unnamed {
  /** SHA-256 of its bytes, lower-case hex. */
  sha256: string
  bytes: number
}

/** A file that was staged, perhaps by another thread. */
export function staged(path: string): Unnamed {
  const part = stagedName(path)
  return {
    keep() {
      if (existsSync(path)) throw Object.assign(new Error(`${path} is there already`), { code: 'EEXIST' })
      renameDurably(part, path)
    },
    discard: () => rmSync(part, { force: true }),
  }
}

/**
 * Writes pieces as they come, no faster than the disk takes them. Where that goes wrong, or the pieces do, nothing is left.
 * @param mode of the file; its owner alone, where nothing else is said
 * @throws the system's error, and whatever the pieces throw
 */
export async function stageFile(
  path: string,
  pieces: AsyncIterable<string | Uint8Array>,
  mode = 0o600,
): Promise<StagedFile> {
  const unnamed = staged(path)
  unnamed.discard()
  const file = await open(stagedName(path), makeNew, mode)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const piece of pieces) {
      const chunk = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece
      hash.update(chunk)
      bytes += chunk.length
      await file.writeFile(chunk)
    }
    await file.sync()
  } catch (error) {
    await file.close()
    unnamed.discard()
    throw error
  }
  await file.close()
  return {
    sha256: hash.digest('hex'),
    bytes,
    ...unnamed,
  }
}

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

/** A file that is whole and on the disk, and has no name yet. */
export interface StagedFile {
  /** SHA-256 of its bytes, lower-case hex. */
  sha256: string
  bytes: number
  /** Gives it its name. @throws the system's error; `EEXIST` where something has the name by now */
  keep(): void
  /** Removes it. */
  discard(): void
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
  const part = `${path}.part`
  const discard = (): void => rmSync(part, { force: true })
  discard()
  const file = await open(part, makeNew, mode)
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
    discard()
    throw error
  }
  await file.close()
  return {
    sha256: hash.digest('hex'),
    bytes,
    keep() {
      if (existsSync(path)) throw Object.assign(new Error(`${path} is there already`), { code: 'EEXIST' })
      renameDurably(part, path)
    },
    discard,
  }
}

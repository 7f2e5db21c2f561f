/** A file that was just written is read as it lies on the disk: a worn-out stick says that it took what it did not. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stagedName } from '../../files/index.ts'

/** What was read back is not what was written. */
export class NotReadBack extends Error {
  readonly code = 'NOT_READ_BACK'
  constructor(path: string) {
    super(`${path} cannot be read back as it was written`)
    this.name = 'NotReadBack'
  }
}

/**
 * Compares a staged file with what was written of it.
 * @param sha256 of what was written, lower-case hex
 * @throws NotReadBack, and the system's error
 */
export async function readBack(path: string, sha256: string): Promise<void> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(stagedName(path))) hash.update(piece)
  if (hash.digest('hex') !== sha256) throw new NotReadBack(path)
}

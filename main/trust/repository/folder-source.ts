/** A repository in a folder: a USB stick, a network share. */
import { lstat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { foreignFault, openForeignFile } from '../../files/index.ts'
import { diskReason } from './reasons.ts'
import { refusalBecause } from './refusal.ts'
import { SourceInterrupted, type RepositorySource, type SourceAnswer } from './source.ts'

const chunkLength = 256 * 1024

/** Names that would leave the folder, or mean a device or stream to some system, are no file of a repository. */
function safeName(segment: string): string | null {
  let name: string
  try {
    name = decodeURIComponent(segment)
  } catch {
    return null
  }
  return name === '' || name === '.' || name === '..' || /[/\\:]/.test(name) || name.includes('\0') ? null : name
}

/** The file is opened with the first step, so that chunks nobody reads leave nothing open. */
async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  let file: FileHandle | null = null
  try {
    file = await openForeignFile(path)
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(chunkLength), 0, chunkLength, null)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } catch (error) {
    throw new SourceInterrupted(error)
  } finally {
    await file?.close().catch(() => undefined)
  }
}

/** Nothing where it has gone meanwhile: reading says so. */
async function lengthOf(path: string): Promise<{ length?: number }> {
  try {
    return { length: (await lstat(path)).size }
  } catch {
    return {}
  }
}

/** A repository in `folder`. Only regular files are opened: a link on a stick could lead anywhere, a pipe would never end. */
export function folderSource(folder: string): RepositorySource {
  return {
    async open(path): Promise<SourceAnswer> {
      const names = path.split('/').map(safeName)
      const known = names.filter((name) => name !== null)
      if (known.length < names.length) return { kind: 'missing' }
      const file = join(folder, ...known)
      const fault = await foreignFault(file)
      if (fault === null) return { kind: 'file', chunks: chunksOf(file), ...(await lengthOf(file)) }
      if (fault.fault === 'missing' || fault.fault === 'not-a-file') return { kind: 'missing' }
      return { kind: 'unreachable', refusal: refusalBecause('unreachable', diskReason(fault)) }
    },
  }
}

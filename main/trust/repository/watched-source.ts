/** A source that says what it is doing, for whoever waits. */
import type { Part, RepositorySource } from './source.ts'

/** Bytes after which one that is still reading says so again. */
const step = 1024 * 1024

/**
 * What is being read: a file by its path, how many bytes of it have come, and of how many, where the metadata or the source
 * say. `whole`: the same of all files that this update fetches; null as long as metadata are read that say which.
 */
export interface Progress {
  path: string
  bytes: number
  total: number | null
  whole: { file: number; files: number; bytes: number; total: number } | null
}

/** Nobody promises that a source sends what was signed; what it sends too much is refused elsewhere, and is no progress. */
function progressOf(path: string, bytes: number, part: Part | null, length: number | null): Progress {
  if (!part) return { path, bytes, total: length, whole: null }
  const { before, file, files, whole } = part
  const soFar = before + Math.min(bytes, part.length)
  return { path, bytes, total: part.length, whole: { file, files, bytes: soFar, total: whole } }
}

async function* counted(chunks: AsyncIterable<Uint8Array>, tell: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let bytes = 0
  let told = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes - told >= step) {
      told = bytes
      tell(bytes)
    }
    yield chunk
  }
}

/** The same source; `tell` hears of each file when it is asked for, and of a long one every few megabytes. */
export function watchedSource(source: RepositorySource, tell: (progress: Progress) => void): RepositorySource {
  return {
    async open(path, part = null) {
      tell(progressOf(path, 0, part, null))
      const answer = await source.open(path, part)
      if (answer.kind !== 'file') return answer
      const { length = null } = answer
      return { ...answer, chunks: counted(answer.chunks, (bytes) => tell(progressOf(path, bytes, part, length))) }
    },
  }
}

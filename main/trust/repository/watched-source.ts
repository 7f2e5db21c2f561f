/** A source that says what it is doing, for whoever waits. */
import type { RepositorySource } from './source.ts'

/** Bytes after which one that is still reading says so again. */
const step = 4 * 1024 * 1024

/** What is being read: a file by its path, and how many bytes of it have come. */
export interface Progress {
  path: string
  bytes: number
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  tell: (progress: Progress) => void,
): AsyncGenerator<Uint8Array> {
  let bytes = 0
  let told = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes - told >= step) {
      told = bytes
      tell({ path, bytes })
    }
    yield chunk
  }
}

/** The same source; `tell` hears of each file when it is asked for, and of a long one every few megabytes. */
export function watchedSource(source: RepositorySource, tell: (progress: Progress) => void): RepositorySource {
  return {
    async open(path) {
      tell({ path, bytes: 0 })
      const answer = await source.open(path)
      return answer.kind === 'file' ? { kind: 'file', chunks: counted(answer.chunks, path, tell) } : answer
    },
  }
}

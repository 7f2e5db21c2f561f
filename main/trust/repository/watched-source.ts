/** A source that says what it is doing, for whoever waits. */
import type { RepositorySource } from './source.ts'

/** Bytes after which one that is still reading says so again. */
const step = 1024 * 1024

/** What is being read: a file by its path, how many bytes of it have come, and of how many, where the source says. */
export interface Progress {
  path: string
  bytes: number
  total: number | null
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  { path, total }: Omit<Progress, 'bytes'>,
  tell: (progress: Progress) => void,
): AsyncGenerator<Uint8Array> {
  let bytes = 0
  let told = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes - told >= step) {
      told = bytes
      tell({ path, bytes, total })
    }
    yield chunk
  }
}

/** The same source; `tell` hears of each file when it is asked for, and of a long one every few megabytes. */
export function watchedSource(source: RepositorySource, tell: (progress: Progress) => void): RepositorySource {
  return {
    async open(path) {
      tell({ path, bytes: 0, total: null })
      const answer = await source.open(path)
      if (answer.kind !== 'file') return answer
      return { ...answer, chunks: counted(answer.chunks, { path, total: answer.length ?? null }, tell) }
    },
  }
}

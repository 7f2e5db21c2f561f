/** A source that gives up as soon as somebody says stop. */
import type { Refusal } from './refusal.ts'
import { SourceInterrupted, type RepositorySource, type SourceAnswer } from './source.ts'

const refusal: Refusal = { code: 'stopped', values: {} }

/** How an update ends that was stopped. */
export const stopped = { outcome: 'refused', refusal, cause: null } as const

/** Begins a piece of work and waits for it, but no longer than until the signal. */
async function unlessStopped<T>(begin: () => Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) throw new SourceInterrupted(signal.reason, refusal)
  const given = Promise.withResolvers<never>()
  const stop = (): void => given.reject(new SourceInterrupted(signal.reason, refusal))
  signal.addEventListener('abort', stop)
  try {
    return await Promise.race([begin(), given.promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

async function* untilStopped(chunks: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const each = chunks[Symbol.asyncIterator]()
  try {
    for (;;) {
      const { done, value } = await unlessStopped(() => each.next(), signal)
      if (done === true) return
      yield value
    }
  } finally {
    // One that hangs is not waited for.
    each.return?.().catch(() => undefined)
  }
}

/** The same source; from the signal on every file is refused as `stopped`, and one that is being read breaks off. */
export function stoppableSource(source: RepositorySource, signal: AbortSignal): RepositorySource {
  return {
    async open(path, part): Promise<SourceAnswer> {
      try {
        const answer = await unlessStopped(() => source.open(path, part), signal)
        return answer.kind === 'file' ? { ...answer, chunks: untilStopped(answer.chunks, signal) } : answer
      } catch (error) {
        if (error instanceof SourceInterrupted) return { kind: 'unreachable', refusal: error.refusal }
        throw error
      }
    },
  }
}

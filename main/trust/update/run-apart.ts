/**
 * Runs an update in a thread of its own: to check a million revocations and two thousand keys takes a second, in which no
 * scan may wait.
 */
import { Worker } from 'node:worker_threads'
import * as v from 'valibot'
import { stopped } from '../repository/index.ts'
import type { UpdateEnd, UpdateHearing, UpdateOrder } from './run-update.ts'
import { received, stopWord, type ThreadMessage } from './thread-message.ts'

/** Bundled beside the program, the thread's file is JavaScript as the program's is. */
const threadFile = new URL(`./update-thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

/** Milliseconds that a thread has to stop by itself; one that waits for a stick that hangs never does. */
const patience = 3_000

function arrived(end: UpdateEnd): UpdateEnd {
  if (end.kind !== 'outcome' || end.outcome.outcome === 'refused') return end
  const { outcome } = end
  return { kind: 'outcome', outcome: { ...outcome, generation: received(outcome.generation) } }
}

/**
 * As `runUpdate`.
 * @throws what went wrong in the thread that was nobody's doing
 */
export async function runApart(order: UpdateOrder, { tell, signal }: UpdateHearing): Promise<UpdateEnd> {
  const worker = new Worker(threadFile, { workerData: order })
  let late: NodeJS.Timeout | undefined
  const stop = (): void => {
    worker.postMessage(stopWord, [])
    late = setTimeout(() => void worker.terminate(), patience)
  }
  if (signal.aborted) stop()
  else signal.addEventListener('abort', stop, { once: true })
  try {
    return await new Promise<UpdateEnd>((resolve, reject) => {
      let end: UpdateEnd | null = null
      worker.on('message', (said: unknown) => {
        const message = v.parse(
          v.custom<ThreadMessage>(() => true),
          said,
        )
        if (message.kind === 'progress') tell(message.progress)
        else end = arrived(message.end)
      })
      worker.once('error', reject)
      worker.once('exit', (status) => {
        if (end) resolve(end)
        else if (signal.aborted) resolve({ kind: 'outcome', outcome: stopped })
        else reject(new Error(`the thread of the update ended with status ${status}`))
      })
    })
  } finally {
    clearTimeout(late)
    signal.removeEventListener('abort', stop)
  }
}

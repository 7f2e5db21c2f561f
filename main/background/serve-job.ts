/** The thread's side of a job: takes the order it was started with, does it, and says how it ended. */
import { parentPort, workerData } from 'node:worker_threads'
import { Cancelled, type JobPlace, type JobTable } from './job.ts'
import type { JobMessage, JobOrder } from './message.ts'

/** Milliseconds between two reports of progress: as often as a person can read them. */
const reportEvery = 100

const say = (message: JobMessage): void => parentPort?.postMessage(message, [])

/** Does the one job that this thread was started for. */
export async function serveJob(jobs: JobTable): Promise<void> {
  // Only jobs.ts starts this thread.
  const order: JobOrder = workerData
  try {
    const job = Object.hasOwn(jobs, order.kind) ? jobs[order.kind] : undefined
    if (!job) throw new Error(`there is no job ${order.kind}`)
    say({ kind: 'done', output: await job.run(order.input, placeOf(order)) })
  } catch (error) {
    say(error instanceof Cancelled ? { kind: 'cancelled' } : failed(error))
  }
}

function placeOf({ journalFolder, journalKey, cancelled }: JobOrder): JobPlace {
  const flag = new Int32Array(cancelled)
  let said = Number.NEGATIVE_INFINITY
  return {
    journalFolder,
    journalKey,
    progress(done, total) {
      const now = performance.now()
      if (now - said < reportEvery && done !== total) return
      said = now
      say({ kind: 'progress', done, total })
    },
    ask: (question) =>
      new Promise((resolve) => {
        parentPort?.once('message', resolve)
        say({ kind: 'asks', question })
      }),
    goOn() {
      if (Atomics.load(flag, 0) !== 0) throw new Cancelled()
    },
  }
}

function failed(error: unknown): JobMessage {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null
  return { kind: 'failed', code, why: error instanceof Error ? error.message : String(error) }
}

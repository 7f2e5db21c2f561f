/**
 * Starts jobs, each in a thread of its own, and tells how far they are. A thread is gone once its job has ended, and its
 * memory with it.
 */
import { Worker } from 'node:worker_threads'
import * as v from 'valibot'
import type { JobPlace, JobTable } from './job.ts'
import { jobMessageSchema, type JobOrder } from './message.ts'

/** How a job ended. `code` is the stable code of what stopped it, where it had one. */
export type JobEnd<Output> =
  | { kind: 'done'; output: Output }
  | { kind: 'cancelled' }
  | { kind: 'failed'; code: string | null; why: string }

/** A job at work. */
export interface RunningJob<Output> {
  /** Resolves once the thread is gone; never rejects. */
  ended: Promise<JobEnd<Output>>
  /** Asks the job to end; what it was writing is its own to clear away. */
  cancel(): void
}

/** Hears how far a job is. @param total null while it is not known */
export type HearProgress = (done: number, total: number | null) => void

/** Answers what a job asks. */
export type AnswerJob = (question: unknown) => unknown

type InputOf<J> = J extends { run(input: infer Input, place: JobPlace): unknown } ? Input : never
type OutputOf<J> = J extends { run(input: never, place: JobPlace): infer Output } ? Awaited<Output> : never

/** The part of a journal that a job is given. */
export interface JobJournal {
  folder: string
  key: Uint8Array
}

/** Everything that runs beside the lane. `T` is the table that the thread in `file` serves. */
export class Jobs<T extends JobTable> {
  private readonly file: URL
  private readonly journal: JobJournal
  private readonly running = new Set<RunningJob<unknown>>()

  constructor(file: URL, journal: JobJournal) {
    this.file = file
    this.journal = journal
  }

  /** Starts one. Its input is cloned into the thread. @param answer what it may ask; by itself it is told nothing */
  start<K extends keyof T & string>(
    kind: K,
    input: InputOf<T[K]>,
    hear: HearProgress = () => {},
    answer: AnswerJob = () => null,
  ): RunningJob<OutputOf<T[K]>> {
    const cancelled = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
    const order: JobOrder = { kind, input, journalFolder: this.journal.folder, journalKey: this.journal.key, cancelled }
    const worker = new Worker(this.file, { workerData: order })
    const job = {
      // What the thread answers is what the table's job of this name answers.
      ended: endOf(
        worker,
        { hear, answer },
        v.custom<OutputOf<T[K]>>(() => true),
      ),
      cancel: () => void Atomics.store(new Int32Array(cancelled), 0, 1),
    }
    this.running.add(job)
    void job.ended.then(() => this.running.delete(job))
    return job
  }

  /** Cancels all, and waits until their threads are gone. */
  async close(): Promise<void> {
    const running = [...this.running]
    for (const job of running) job.cancel()
    await Promise.all(running.map(({ ended }) => ended))
  }
}

/** Hears a thread until it is gone. What it said last is how it ended; a thread that ended without a word has failed. */
function endOf<Output>(
  worker: Worker,
  { hear, answer }: { hear: HearProgress; answer: AnswerJob },
  output: v.GenericSchema<unknown, Output>,
): Promise<JobEnd<Output>> {
  return new Promise((resolve) => {
    let last: JobEnd<Output> | null = null
    worker.on('message', (received: unknown) => {
      const message = v.parse(jobMessageSchema, received)
      if (message.kind === 'progress') hear(message.done, message.total)
      else if (message.kind === 'asks') worker.postMessage(answer(message.question), [])
      else if (message.kind === 'done') last = { kind: 'done', output: v.parse(output, message.output) }
      else last = message
    })
    worker.once('error', (error) => {
      last = { kind: 'failed', code: null, why: error instanceof Error ? error.message : String(error) }
    })
    worker.once('exit', (status) => {
      resolve(last ?? { kind: 'failed', code: null, why: `the thread ended with status ${status}` })
    })
  })
}

/** Draws many codes on all processors. Jobs wait for a free thread, so that a long file does not fill the memory. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import * as v from 'valibot'
import { drawnSchema, type DrawJob } from './draw-worker.ts'

/** Jobs a thread has at a time: one that it draws and one that it goes on with. */
const jobsPerThread = 2

interface Waiting {
  resolve: () => void
  reject: (error: Error) => void
}

/** A thread and what it has been given, by job. */
interface Thread {
  worker: Worker
  given: Map<number, Waiting>
  /** Why it ended, if it did: what it is given from then on fails at once. */
  ended: Error | null
  exited: Promise<void>
}

/** Threads that draw. Close it, or the program does not end. */
export class DrawPool {
  private readonly threads: Thread[]
  private readonly queue: (() => void)[] = []

  constructor(size: number = Math.min(availableParallelism(), 8)) {
    this.threads = Array.from({ length: size }, () => this.start())
  }

  /**
   * Draws and writes one code's pictures; resolves once they are on disk.
   * @throws Error where the text does not fit a code or a file cannot be written
   */
  async draw(job: DrawJob): Promise<void> {
    const thread = await this.freeThread()
    if (thread.ended) throw thread.ended
    await new Promise<void>((resolve, reject) => {
      thread.given.set(job.id, { resolve, reject })
      thread.worker.postMessage(job, [])
    })
  }

  /** Resolves when a thread can take another job: wait for it before preparing one. */
  async ready(): Promise<void> {
    await this.freeThread()
  }

  /** Lets every thread finish what it was given, and end by itself: one that is cut off may take the program with it. */
  async close(): Promise<void> {
    for (const { worker } of this.threads) worker.postMessage(null, [])
    await Promise.all(this.threads.map(({ exited }) => exited))
  }

  private async freeThread(): Promise<Thread> {
    for (;;) {
      const thread = this.threads.toSorted((one, other) => one.given.size - other.given.size)[0]!
      if (thread.given.size < jobsPerThread) return thread
      await new Promise<void>((resolve) => this.queue.push(resolve))
    }
  }

  private start(): Thread {
    const worker = new Worker(new URL('./draw-worker.ts', import.meta.url))
    const thread: Thread = {
      worker,
      given: new Map(),
      ended: null,
      exited: new Promise((resolve) => worker.once('exit', () => resolve())),
    }
    thread.worker.on('message', (message: unknown) => {
      const { id, fault } = v.parse(drawnSchema, message)
      const waiting = thread.given.get(id)
      thread.given.delete(id)
      if (fault === null) waiting?.resolve()
      else waiting?.reject(new Error(fault))
      this.queue.shift()?.()
    })
    thread.worker.on('error', (error) => {
      const ended = error instanceof Error ? error : new Error(String(error))
      thread.ended = ended
      for (const { reject } of thread.given.values()) reject(ended)
      thread.given.clear()
      this.queue.shift()?.()
    })
    return thread
  }
}

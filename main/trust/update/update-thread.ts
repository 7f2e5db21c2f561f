/** The thread of one update: does what it was started with, says how far it is and how it ended, and is gone. */
import { parentPort, workerData } from 'node:worker_threads'
import { runUpdate, type UpdateOrder } from './run-update.ts'
import { handedOver, sent, stopWord, type ThreadMessage } from './thread-message.ts'

// Only run-apart.ts starts this thread.
const order: UpdateOrder = workerData
const stopped = new AbortController()
parentPort?.on('message', (word: unknown) => {
  if (word === stopWord) stopped.abort()
})
const say = (message: ThreadMessage, memory: Parameters<typeof handedOver>[0] | null = null): void =>
  parentPort?.postMessage(message, memory ? handedOver(memory) : [])

const end = sent(
  await runUpdate(order, { tell: (progress) => say({ kind: 'progress', progress }), signal: stopped.signal }),
)
say({ kind: 'ended', end }, end)
parentPort?.close()

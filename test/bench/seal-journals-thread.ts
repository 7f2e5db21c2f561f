/** The thread that seals the journals of some kiosks. */
import { parentPort, workerData } from 'node:worker_threads'
import { sealedJournal, type JournalOrder } from './sealed-days.ts'

// Only seal-journals.ts starts this thread.
const orders: readonly JournalOrder[] = workerData
parentPort?.postMessage(orders.map(sealedJournal), [])

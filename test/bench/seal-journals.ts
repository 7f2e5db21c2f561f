/** Journals of many kiosks, sealed on as many cores as there are: to make and seal a million entries takes one of them minutes. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { HubGround } from '../../hub/ground.ts'
import { kioskOf } from '../fixtures/hub-kiosk.ts'
import { signerByte, type JournalOrder } from './sealed-days.ts'

/** What each of them sends, batch after batch. @param first the number of the first kiosk @param begin epoch milliseconds */
export async function sealJournals(
  ground: HubGround,
  { first, kiosks, batches, begin }: { first: number; kiosks: number; batches: number; begin: number },
): Promise<Uint8Array[][]> {
  const orders: JournalOrder[] = []
  for (let kiosk = first; kiosk < first + kiosks; kiosk++) {
    const { enrolment } = await kioskOf(ground, `Chốt ${kiosk}`, signerByte(kiosk))
    orders.push({ kiosk, enrolment, hub: ground.keys.hub, to: ground.keys.to, batches, begin })
  }
  const shares = Array.from({ length: availableParallelism() }, (_, share, all = availableParallelism()) =>
    orders.filter((_order, index) => index % all === share),
  )
  return (await Promise.all(shares.map(sealedBy))).flat()
}

/** A thread seals its share. */
function sealedBy(orders: readonly JournalOrder[]): Promise<Uint8Array[][]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./seal-journals-thread.ts', import.meta.url), { workerData: orders })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

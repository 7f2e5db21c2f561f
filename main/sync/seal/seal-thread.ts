/** The thread that seals. It reads the journal beside the kiosk, and has what it made signed by whoever started it. */
import * as v from 'valibot'
import { serveJob, type Job } from '../../background/index.ts'
import { openOutgoing } from '../../journal/index.ts'
import { nodeDisk } from '../disk.ts'
import { sealBatches, type SealOrder } from './seal-batches.ts'

const signatureSchema = v.pipe(v.instance(Uint8Array), v.length(64))

const seal: Job<SealOrder, null> = {
  async run(order, { journalFolder, journalKey, ask, goOn }) {
    const { entries, close } = openOutgoing(journalFolder, journalKey)
    try {
      const sign = async (toSign: Uint8Array): Promise<Uint8Array> => v.parse(signatureSchema, await ask(toSign))
      await sealBatches(order, { entries, sign, disk: nodeDisk, goOn })
      return null
    } finally {
      close()
    }
  },
}

const sealJobs = { seal }
export type SealJobs = typeof sealJobs

await serveJob(sealJobs)

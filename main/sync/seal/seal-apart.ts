/** Sealing beside the lane: gzip and the seal of a day's entries take a good part of a second, in which no scan may wait. */
import { Jobs } from '../../background/index.ts'
import type { Journal } from '../../journal/index.ts'
import { batchTag } from '../../../shared/sync/batch.ts'
import type { SealInto } from './seal-batches.ts'
import type { SealJobs } from './seal-thread.ts'

/** Bundled beside the program, the thread's file is JavaScript as the program's is. */
const threadFile = new URL(`./seal-thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

/** The thread did not seal what it was ordered to. `code`: the system's, where a disk was why. */
export class NotSealed extends Error {
  readonly code: string
  constructor(code: string | null, why: string) {
    super(`nothing was sealed: ${why}`)
    this.name = 'NotSealed'
    this.code = code ?? 'NOT_SEALED'
  }
}

/** Bytes as a thread may ask to have them signed: a batch's, and nothing else that this key could be made to say. */
function isOfBatch(asked: unknown): asked is Uint8Array {
  return asked instanceof Uint8Array && Buffer.from(asked).toString('latin1').startsWith(batchTag)
}

/** Seals in threads, one for each order. `close` cancels what runs. @param journal where it lies, and what opens it */
export function sealApart(
  { outgoing }: Journal['ledger'],
  journal: { folder: string; key: Uint8Array },
): { seal: SealInto; close: () => Promise<void> } {
  const jobs = new Jobs<SealJobs>(threadFile, journal)
  const sign = (asked: unknown): Uint8Array | null => (isOfBatch(asked) ? outgoing.signer().sign(asked) : null)
  return {
    async seal(order) {
      const end = await jobs.start('seal', order, undefined, sign).ended
      if (end.kind === 'failed') throw new NotSealed(end.code, end.why)
      if (end.kind === 'cancelled') throw new NotSealed('CANCELLED', 'the kiosk is closing')
    },
    close: () => jobs.close(),
  }
}

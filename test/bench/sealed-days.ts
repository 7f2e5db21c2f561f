/** Sealed batches as kiosks send them, for the hub's benchmark: crossings of four, one entry in four signed by an officer. */
import { genesis, headerText, entrySignedText, type StoredEntry } from '../../shared/ledger/entry.ts'
import { nodeMeans } from '../../main/sync/means.ts'
import { sealBatch } from '../../shared/sync/batch.ts'
import { signerOf, statementOf } from '../fixtures/sync-parties.ts'
import { oneInFour } from './signed-share.ts'
import { crossing } from './travellers.ts'

/** Entries in a batch. */
export const inBatch = 1000

/** Entries of a kiosk's journal from its first on; each of some seconds after the one before. @param begin epoch milliseconds */
export function entriesOf(count: number, begin: number, serial: number): StoredEntry[] {
  const signer = oneInFour()
  const entries: StoredEntry[] = []
  let previous = genesis
  for (let seq = 1; seq <= count; seq++) {
    const officer = signer()
    const payload = JSON.stringify({ salt: 'AAAAAAAAAAAAAAAAAAAAAA==', crossing: crossing(serial + seq) })
    const header = {
      seq,
      id: `017c4a5e-8f00-7000-8000-${String(serial + seq).padStart(12, '0')}`,
      at: begin + seq * 5000,
      kiosk: 'kiosk-1',
      officer: officer?.officer ?? null,
      kind: 'crossing.recorded',
      payloadHash: nodeMeans.sha256(payload),
      previous,
    }
    previous = nodeMeans.sha256(headerText(header))
    const signature = officer && Buffer.from(officer.sign(Buffer.from(entrySignedText(previous)))).toString('base64url')
    entries.push({ entry: { ...header, hash: previous, signer: officer?.publicKey ?? null, signature }, payload })
  }
  return entries
}

/** A journal that is to be made and sealed; it may cross into a thread. */
export interface JournalOrder {
  /** Its number: no two kiosks have the same people at the same time. */
  kiosk: number
  enrolment: string
  hub: string
  /** The keys to seal to. */
  to: readonly Uint8Array[]
  batches: number
  /** Epoch milliseconds. */
  begin: number
}

/** What a kiosk's key is made of. */
export const signerByte = (kiosk: number): number => 1 + (kiosk % 250)

/** What a kiosk sends, batch after batch. */
export function sealedJournal({ kiosk, enrolment, hub, to, batches, begin }: JournalOrder): Uint8Array[] {
  const entries = entriesOf(batches * inBatch, begin, kiosk * 1_000_000)
  const { epoch } = statementOf(entries)
  const signer = signerOf(signerByte(kiosk))
  const key = { number: 2, public: signer.public }
  return Array.from({ length: batches }, (_, batch) => {
    const some = entries.slice(batch * inBatch, (batch + 1) * inBatch)
    const statement = statementOf(some, { hub, enrolment, key, epoch })
    return sealBatch(nodeMeans, { statement, entries: some, sign: signer.sign, to })
  })
}

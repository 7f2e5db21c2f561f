/** Sealed batches as kiosks send them, for the hub's benchmark: crossings of four, one entry in four signed by an officer. */
import { genesis, headerText, entrySignedText, type StoredEntry } from '../../shared/ledger/entry.ts'
import { nodeMeans } from '../../main/sync/means.ts'
import type { HubGround } from '../../hub/ground.ts'
import { kioskOf } from '../fixtures/hub-kiosk.ts'
import { statementOf } from '../fixtures/sync-parties.ts'
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

/** What a kiosk sends, batch after batch. */
export async function sealedJournal(
  ground: HubGround,
  kiosk: number,
  batches: number,
  begin: number,
): Promise<Uint8Array[]> {
  const sender = await kioskOf(ground, `Chốt ${kiosk}`, 1 + (kiosk % 250))
  const entries = entriesOf(batches * inBatch, begin, kiosk * 1_000_000)
  const { epoch } = statementOf(entries)
  return Array.from({ length: batches }, (_, batch) =>
    sender.seal(entries.slice(batch * inBatch, (batch + 1) * inBatch), { epoch }),
  )
}

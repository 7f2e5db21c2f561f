/** Checks what lies in a journal beside its entries and rests on them: the kiosk's own keys, and the receipts of hubs. */
import type { Discord } from '../../../shared/ledger/discord.ts'
import { ownKeysHold } from '../chain/kiosk-keys.ts'
import type { Database } from '../file/open-database.ts'
import { Receipts } from '../given-out/receipts.ts'

/** Whether the kiosk's own keys are those that its entries say; null: they are. */
export function checkKeys(database: Database): Discord | null {
  const holds = database.transaction(() => ownKeysHold(database))()
  return holds ? null : { why: 'keys-lost', seq: 0 }
}

/** The first receipt that is not what a hub signed of these entries; null: all are. */
export function checkReceipts(database: Database): Discord | null {
  const seq = database.transaction(() => new Receipts(database).misfit())()
  return seq === null ? null : { why: 'receipt-forged', seq }
}

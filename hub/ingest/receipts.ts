/** The receipts that a kiosk is told besides the one for what it sent: how far each of its epochs is here, and in a copy. */
import { signReceipt } from '../../shared/sync/receipt.ts'
import type { HubKeys } from '../hub-keys.ts'
import type { HeadRow } from './heads.ts'

/** The most epochs of one kiosk that are told: the newest. */
const mostEpochs = 6

/** What lies in a copy that was restored elsewhere and compared: what retention at the kiosk waits for. */
export const backedUpReceipts = ({ hub, sign }: HubKeys, heads: readonly HeadRow[]): string[] =>
  heads
    .slice(-mostEpochs)
    .flatMap(({ epoch, backedSeq: through, backedHash: hash }) =>
      through === null || hash === null ? [] : [signReceipt({ hub, epoch, level: 'backed-up', through, hash }, sign)],
    )

/** All of them. */
export const receiptsOf = (keys: HubKeys, heads: readonly HeadRow[]): string[] => [
  ...heads
    .slice(-mostEpochs)
    .map(({ epoch, seq: through, hash }) =>
      signReceipt({ hub: keys.hub, epoch, level: 'integrated', through, hash }, keys.sign),
    ),
  ...backedUpReceipts(keys, heads),
]

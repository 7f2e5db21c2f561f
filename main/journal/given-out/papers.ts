/** Printed papers that prove themselves: what the kiosk signs of them, and which keys it knows again as its own. */
import { sign, type KeyObject } from 'node:crypto'
import type { PageClaim, PaperClaim } from '../../../shared/paper/paper-claim.ts'
import { paperBytes, paperCode } from '../../../shared/paper/paper-code.ts'
import { headOf } from '../chain/epoch.ts'
import { ownSigningKey, publicTextOf, readSigningKeys, type KioskKeys } from '../chain/kiosk-keys.ts'
import type { Database } from '../file/open-database.ts'
import { openToRead } from '../file/open-to-read.ts'
import { sincePage } from './since-report.ts'

const sealed = (claim: PaperClaim, key: KeyObject): string =>
  paperCode(claim, {
    key: Buffer.from(publicTextOf(key), 'base64url'),
    signature: sign(null, paperBytes(claim), key),
  })

/**
 * What signs papers beside a kiosk that has the journal open: a job of its, in a thread that only reads.
 * @throws what `openToRead` throws; and where the kiosk has no key of its own yet, which opening it gives it
 */
export function paperSealer(folder: string, key: Uint8Array): (claim: PaperClaim) => string {
  const database = openToRead(folder, key)
  const own = ownSigningKey(database)
  database.close()
  if (!own) throw new Error(`the journal in ${folder} has no key of the kiosk's own`)
  return (claim) => sealed(claim, own)
}

/**
 * The last entry of a journal, read beside a kiosk that has it open: up to which a paper of it goes.
 * @throws what `openToRead` throws
 */
export function journalEnd(folder: string, key: Uint8Array): { seq: number; hash: string } {
  const database = openToRead(folder, key)
  const head = headOf(database)
  database.close()
  return head ?? { seq: 0, hash: '0'.repeat(64) }
}

/** Signs and knows the papers of one journal's kiosk. */
export class Papers {
  private readonly database: Database
  private readonly keys: KioskKeys
  private readonly derived: KeyObject

  /** @param derived the first signing key, which the profile's secret gives */
  constructor(database: Database, keys: KioskKeys, derived: KeyObject) {
    this.database = database
    this.keys = keys
    this.derived = derived
  }

  /** The text of the code that stands on a paper, signed. The same claim under the same key is the same text. */
  seal(claim: PaperClaim): string {
    return sealed(claim, this.keys.current().key)
  }

  /** Whether a public key, 32 bytes in base64url, signs for this kiosk now or has before. */
  isOwn(key: string): boolean {
    return readSigningKeys(this.database, this.derived).keys.some((each) => each.public === key)
  }

  /** What is new or changed of a page's time since it was made; null: that cannot be said here. */
  since({ from, to, head }: PageClaim): { added: number; changed: number } | null {
    return sincePage(this.database, { from, to }, head)
  }
}

/**
 * What a check is of: the journal as it ended when the check began, whatever a kiosk writes meanwhile. What vouches for
 * the journal is read in the order in which a kiosk never writes it: what lies beside the file first, for entries are
 * on disk before anything vouches for them, and then, in one read transaction, where the journal ends and what lies in
 * it.
 */
import type { KeyObject } from 'node:crypto'
import type { Discord } from '../../../shared/ledger/discord.ts'
import type { End } from '../../../shared/ledger/end.ts'
import { endOf, type Mark } from '../vouched/end-mark.ts'
import { readHeads, type KeptHeads } from '../vouched/head-file.ts'
import { readSigningKeys, type SigningKeys } from '../chain/kiosk-keys.ts'
import type { Database } from '../file/open-database.ts'
import { checkEnd, checkFarEnd } from './check-end.ts'
import { lastRows, type LastRows } from './unfounded-rows.ts'

/** A journal when its check began. */
export interface AsOf {
  /** The last entry. */
  end: End
  keys: SigningKeys
  /** The signed heads in the journal, as texts. */
  heads: readonly { seq: number; head: string }[]
  /** Those in heads.jsonl. */
  beside: KeptHeads
  /**
   * The newest of the heads in the journal from before heads.jsonl was read: all before that one stand in both places.
   */
  inBoth: number
  /** The last row of each table of which rows without an entry are looked for. */
  lastRows: LastRows
  /** Where the end is not what the marks say. */
  faults: readonly Discord[]
}

/** The marks of the end, read before this is. `far`: null where it is not asked. */
interface Marks {
  near: Mark
  far: Mark | null
}

/** Reads what a check is of. @param derived the kiosk's derived key, which signed until the journal says otherwise */
export function readAsOf(database: Database, folder: string, derived: KeyObject, { near, far }: Marks): AsOf {
  const inBoth = database.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM heads').pluck().get() ?? 0
  const beside = readHeads(folder)
  const heads = database.prepare<[], { seq: number; head: string }>('SELECT seq, head FROM heads ORDER BY seq')
  return database.transaction(() => ({
    end: endOf(database),
    keys: readSigningKeys(database, derived),
    heads: heads.all(),
    beside,
    inBoth,
    lastRows: lastRows(database),
    faults: [checkEnd(database, near), far && checkFarEnd(database, far)].filter((each) => each !== null),
  }))()
}

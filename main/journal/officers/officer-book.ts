/** What a journal says of officers, and their wrapped keys: which of them there are, whose tries are used up, what was done. */
import * as v from 'valibot'
import type { Appointed, OfficerEntry } from '../../../shared/ledger/officers.ts'
import type { Content } from '../chain/content.ts'
import { aboutOfficers } from '../chain/index-conditions.ts'
import type { Database } from '../file/open-database.ts'
import { readPayload } from '../chain/payload.ts'
import type { Appended, Recorder } from '../chain/recorder.ts'

/** An officer's secret key as it is kept. */
export interface KeptKey {
  officer: string
  public: string
  wrapped: string
}

/** An officer who goes on in a journal that is begun behind another: what the new one says, and their key as it is kept. */
export interface CarriedOfficer {
  said: Appointed
  kept: KeptKey
}

/** An entry about officers, as it is stored. */
export interface OfficerRow extends Omit<OfficerEntry, 'payload'> {
  payload: string
}

/** Asks for all of them behind an entry, in their order. */
export const officerEntriesAfter = `SELECT seq, at, officer AS by, kind, payload FROM entries INDEXED BY entries_officers
  WHERE ${aboutOfficers} AND seq > ? AND payload IS NOT NULL ORDER BY seq`

/** Asks for an officer's key as it is kept, by its public half and the officer. */
export const wrappedKeyOf = 'SELECT wrapped FROM officer_keys WHERE public = ? AND officer = ?'

export const officerEntryOf = (row: OfficerRow): OfficerEntry => ({
  ...row,
  payload: readPayload(v.unknown(), row.payload),
})

/** The officers of one journal. Instants are epoch milliseconds. */
export class OfficerBook {
  private readonly recorder: Recorder
  private readonly statements

  constructor(database: Database, recorder: Recorder) {
    this.recorder = recorder
    this.statements = {
      entries: database.prepare<[number], OfficerRow>(officerEntriesAfter),
      unsigned: database.prepare<[number, number], { crossing: number; at: number }>(
        `SELECT c.seq AS crossing, e.at FROM crossings c JOIN entries e ON e.seq = c.seq
         WHERE c.at >= ? AND e.officer IS NULL ORDER BY c.at DESC, c.seq DESC LIMIT ?`,
      ),
      wrapped: database.prepare<[string, string], string>(wrappedKeyOf).pluck(),
      author: database.prepare<[number], string | null>('SELECT officer FROM entries WHERE seq = ?').pluck(),
      forget: database.prepare<[string]>('DELETE FROM officer_keys WHERE officer = ?'),
      keep: database.prepare<[KeptKey]>('INSERT INTO officer_keys VALUES (@public, @officer, @wrapped)'),
    }
  }

  /** All that was recorded about officers behind an entry, in its order. */
  entries(after = 0): OfficerEntry[] {
    return this.statements.entries.all(after).map(officerEntryOf)
  }

  /** Crossings decided since an instant while nobody was signed in, the newest first; at most `most` of them. */
  unsigned(since: number, most: number): { crossing: number; at: number }[] {
    return this.statements.unsigned.all(since, most)
  }

  /** An officer's key as it is kept; null where there is none. */
  wrapped(officer: string, key: string): string | null {
    return this.statements.wrapped.get(key, officer) ?? null
  }

  /** Who answers for an entry; null: nobody, or there is none. */
  author(seq: number): string | null {
    return this.statements.author.get(seq) ?? null
  }

  /** Has an officer of the journal before go on in this one; only within `write`. */
  carry({ said, kept }: CarriedOfficer, at: number): void {
    this.recorder.append({ kind: 'officer.appointed', payload: said }, at)
    this.statements.keep.run(kept)
  }

  /**
   * Records something about an officer.
   * @param keys `kept`: their key from now on, in place of those they had; `forget`: who has none from now on
   */
  record(content: Content, at: number, keys: { kept?: KeptKey; forget?: string } = {}): Appended {
    const { kept, forget = kept?.officer } = keys
    return this.recorder.record(content, at, () => {
      if (forget !== undefined) this.statements.forget.run(forget)
      if (kept) this.statements.keep.run(kept)
    })
  }
}

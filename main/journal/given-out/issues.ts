/** Reports that are given out: each an entry, with a proof that goes along with the file. */
import type { IssuedReport } from '../../../shared/ledger/issued-report.ts'
import type { Entry } from '../chain/entry.ts'
import { entryColumns, type EntryRow } from '../chain/entry-row.ts'
import type { AppendFailure } from '../file/failure.ts'
import { publicTextOf, type KioskKeys } from '../chain/kiosk-keys.ts'
import type { Database } from '../file/open-database.ts'
import type { EntryProof } from '../chain/proof.ts'
import type { Recorder } from '../chain/recorder.ts'

/** Whether a report's entry is on the disk, and its proof; or why not: then the report is not to be given out. */
export type Issued = { recorded: true; proof: EntryProof } | { recorded: false; code: AppendFailure }

/** Issues reports out of one journal. */
export class Issues {
  private readonly recorder: Recorder
  private readonly keys: KioskKeys
  private readonly row

  constructor(database: Database, recorder: Recorder, keys: KioskKeys) {
    this.recorder = recorder
    this.keys = keys
    this.row = database.prepare<[number], EntryRow>(`SELECT ${entryColumns} FROM entries WHERE seq = ?`)
  }

  /** Records that a report is given out, and signs the chain up to there. @param at epoch milliseconds */
  issue(report: IssuedReport, at: number): Issued {
    const answer = this.recorder.write('a report was not issued', (): EntryProof => {
      const { seq, head } = this.recorder.append(
        { kind: 'access.exported', payload: { entries: report.crossings, report } },
        at,
      )
      const signed = head ?? this.recorder.sign(at)
      const { payload, ...entry } = this.read(seq)
      if (signed === null || payload === null) throw new Error('an entry that was just written is not there')
      return { chotProof: 1, entry, payload, head: signed, key: publicTextOf(this.keys.current().key) }
    })
    return answer.written ? { recorded: true, proof: answer.value } : { recorded: false, code: answer.code }
  }

  private read(seq: number): Entry & { payload: string | null } {
    const row = this.row.get(seq)
    if (!row) throw new Error('an entry that was just written is not there')
    return row
  }
}

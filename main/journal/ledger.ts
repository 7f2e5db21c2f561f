/** What a journal keeps beside its entries, and what says whose they are: epochs, the kiosk's keys, receipts. */
import type { EarlierHead } from '../../shared/ledger/payloads.ts'
import type { Mode } from '../../shared/domain/mode.ts'
import type { ReceiptLevel } from '../../shared/sync/receipt.ts'
import type { JournalParts } from './assemble.ts'
import { epochsOf, headOf } from './chain/epoch.ts'
import type { AppendFailure } from './file/failure.ts'
import { Outgoing } from './given-out/outgoing.ts'
import type { Papers } from './given-out/papers.ts'
import type { Hub, ReceiptFault } from './given-out/receipts.ts'
import type { Appended } from './chain/recorder.ts'
import { asideOf, forgetBeginning, readBeginning } from './set-aside.ts'

/** Whether a receipt was kept, or why not. */
export type ReceiptKept = { kept: true } | { kept: false; code: ReceiptFault | AppendFailure }

/** The ledger of one journal. Instants are epoch milliseconds. */
export class Ledger {
  /** What leaves it. */
  readonly outgoing: Outgoing
  /** What the kiosk signs of printed papers, and which of them it knows again. */
  readonly papers: Papers
  private readonly parts: JournalParts
  private moved = false

  constructor(parts: JournalParts) {
    this.parts = parts
    this.outgoing = new Outgoing(parts.database, parts.keys)
    this.papers = parts.papers
  }

  /** The hub that was enrolled last; null: none was. */
  hub(): Hub | null {
    return this.parts.receipts.hub()
  }

  /**
   * Its first entry. What it follows is in it before it is forgotten that it follows anything, and whoever was an officer
   * there is one here. @param at epoch milliseconds
   */
  beginAs(mode: Mode, at: number): void {
    const { recorder, folder, officers, officersOf } = this.parts
    const beginning = recorder.end().seq === 0 ? readBeginning(folder) : null
    const carried = beginning?.officers ? officersOf(asideOf(folder, beginning)) : []
    const payload = { mode, ...(beginning && { follows: beginning.follows }) }
    // Together: at no instant is there a journal of a kiosk that has lost its officers.
    const begun = recorder.record({ kind: 'journal.begun', payload }, at, () => {
      for (const officer of carried) officers.carry(officer, at)
    })
    if (!begun.recorded || !beginning) return
    if (beginning.believed) recorder.record({ kind: 'trust.believed', payload: beginning.believed }, at)
    forgetBeginning(folder)
  }

  /** Gives the kiosk keys of its own, where this journal has none yet. @param at epoch milliseconds */
  ensureKeys(at: number): void {
    if (!this.parts.keys.hasOwn()) this.changeKeys(at)
  }

  /** Gives the kiosk new keys: an entry, signed by the old one and the new one. */
  changeKeys(at: number): Appended {
    const { recorder, keys, kiosk } = this.parts
    const answer = recorder.write('the keys were not changed', (): Appended => {
      const { seq } = recorder.append({ kind: 'kiosk.keys', payload: keys.change(kiosk) }, at)
      return { recorded: true, seq, at }
    })
    return answer.written ? answer.value : { recorded: false, code: answer.code }
  }

  /** Whether the journal was carried here as it is, from another laptop or another user, and goes on here since it was opened. */
  get wasMoved(): boolean {
    return this.moved
  }

  /**
   * Goes on in an epoch of its own, with new keys, where the journal was carried here as it is: another may go on from the
   * same entries where it was. The crossing that is being built is kept. @param at epoch milliseconds
   */
  goOnHere(at: number): void {
    const { database, recorder, keys, kiosk, elsewhere } = this.parts
    const from = elsewhere ? headOf(database) : null
    if (!from) return
    const answer = recorder.write('that it was moved here was not recorded', () => {
      recorder.append({ kind: 'journal.restored', payload: { why: 'moved', from, known: null } }, at)
      recorder.append({ kind: 'kiosk.keys', payload: keys.change(kiosk) }, at)
      recorder.sign(at)
    })
    this.moved = answer.written
  }

  /**
   * Begins an epoch behind entry `after`, the last that the hub has as it is here: an entry, by whoever is at the desk.
   * @param at epoch milliseconds
   */
  branch(after: number, at: number): Appended {
    const end = this.outgoing.header(after)
    if (!end) throw new Error(`there is no entry ${after} to begin an epoch behind`)
    return this.parts.recorder.record(
      { kind: 'journal.branched', payload: { after: { seq: end.seq, hash: end.hash } } },
      at,
    )
  }

  /** Where the journal ends, and in which epoch; null: nothing was recorded yet. */
  head(): EarlierHead | null {
    return headOf(this.parts.database)
  }

  /** The epoch that an entry is of; empty where there is no such entry. */
  epochOf(seq: number): string {
    return epochsOf(this.parts.database).find(({ from, through }) => seq >= from && seq <= through)?.epoch ?? ''
  }

  /** Keeps a hub's receipt as it came, beside the entries. */
  keepReceipt(text: string): ReceiptKept {
    const { receipts, recorder } = this.parts
    const answer = recorder.write('a receipt was not kept', () => {
      const fault = receipts.fault(text)
      if (fault === null) receipts.keep(text)
      return fault
    })
    if (!answer.written) return { kept: false, code: answer.code }
    return answer.value === null ? { kept: true } : { kept: false, code: answer.value }
  }

  /** The last entry up to which the hub has every one, at a level; 0: none. */
  delivered(level: ReceiptLevel): number {
    return this.parts.receipts.through(level)
  }

  /** When the oldest of what is about people and from before an instant was recorded; null: there is none. */
  oldestBefore(before: number): number | null {
    return this.parts.retention.oldestBefore(before)
  }
}

/**
 * A process that records scans and crossings into the journal of a folder as fast as it can, keeps drafts, corrects and
 * erases, signs its crossings as an officer, changes keys, and writes a line about each once it has been told that it is on
 * disk. It is there to be killed.
 *
 * With `restore` as a third word it first
 * goes on from whatever lies there as from a copy, with `begin` it sets that aside and begins anew.
 *
 * Lines: `epoch HASH` once it has been taken up, `scan SEQ MARK`, `crossing SEQ MARK`, `change SEQ of SEQ`, `draft MARK`. A
 * crossing takes the draft's place in one instant: the draft that is kept with it has its mark.
 */
import { writeSync } from 'node:fs'
import { Journal, restoreJournal, setJournalAside } from '../../main/journal/index.ts'
import { officerSigner } from '../fixtures/officer.ts'
import { keys, secrets } from '../fixtures/secrets.ts'
import { accepted, now } from '../fixtures/verdicts.ts'
import { crossingOf, why } from '../unit/main/journal/crossing-of.ts'

/** Straight to the pipe: what is acknowledged is out of this process before anything else begins. */
function say(line: string): void {
  writeSync(1, `${line}\n`)
}

const [, , folder = '', round = '', first = ''] = process.argv
const place = {
  folder,
  kiosk: 'kiosk-1',
  secrets,
  ends: `${folder}.settings`,
  log: (line: string) => console.error(line),
  signer: () => officerSigner('an'),
}
if (first === 'restore') await restoreJournal(place, { why: 'restored', known: null, at: now })
if (first === 'begin') setJournalAside(folder, keys, now)
const journal = await Journal.open(place)
journal.begin('real', now)
journal.ledger.ensureKeys(now)
say(`epoch ${journal.ledger.head()?.epoch}`)

function seqOf(record: { recorded: true; seq: number } | { recorded: false; code: string }): number {
  if (!record.recorded) throw new Error(`not recorded: ${record.code}`)
  return record.seq
}

/** A crossing of four that can be told from all others. */
function marked(mark: string) {
  const crossing = crossingOf({ travellers: 4 })
  return { ...crossing, vehicle: crossing.vehicle && { ...crossing.vehicle, carrier: mark } }
}

for (let count = 0; ; count++) {
  const at = now + count
  const validUntil = Number(round) * 1_000_000 + count
  say(`scan ${seqOf(journal.recordScan({ ...accepted, validUntil }, 'camera', at))} ${validUntil}`)

  const [draft, next] = [`${round}.${2 * count + 1}`, `${round}.${2 * count + 2}`]
  if (!journal.saveDraft(draft).saved) throw new Error('not saved')
  say(`draft ${draft}`)
  const crossing = seqOf(journal.recordCrossing(marked(next), at, next))
  say(`crossing ${crossing} ${next}`)

  if (count % 5 === 4) say(`change ${seqOf(journal.amendCrossing(crossing, marked(next), why, at))} of ${crossing}`)
  if (count % 7 === 6)
    say(`change ${seqOf(journal.voidCrossing(crossing, { undone: false, why: null }, at))} of ${crossing}`)
  if (count % 9 === 8) journal.indexSome()
  if (count % 15 === 14) journal.ledger.changeKeys(at)
  if (count % 20 === 19) journal.erase(at - 10, crossing, at)
}

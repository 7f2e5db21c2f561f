import { expect, test } from 'vitest'
import { countRange } from '../../../../main/journal/crossings/range-counts.ts'
import { readCrossings } from '../../../../main/journal/crossings/read-crossings.ts'
import { everything, type ReportScope } from '../../../../shared/domain/report/scope.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { accepted, rejected } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy, why } from './crossing-of.ts'
import { newFolder, openIn } from './journal-in.ts'

const all = { from: 0, to: Number.MAX_SAFE_INTEGER }
const seqs = (runs: Iterable<readonly { seq: number }[]>): number[][] =>
  [...runs].map((run) => run.map(({ seq }) => seq))

async function journalOf(times: readonly number[]) {
  const folder = newFolder()
  const journal = await openIn(folder)
  const recorded = times.map((at) => recordedBy(journal, crossingOf(), at))
  return { folder, journal, recorded }
}

test('crossings come in runs, in the order of their time, from an instant until before another', async () => {
  const { folder, journal } = await journalOf([10, 20, 30, 40, 50])
  expect(seqs(readCrossings(folder, journalKey, { from: 20, to: 50 }, { size: 2 }))).toEqual([[2, 3], [4]])
  journal.close()
})

test('what was entered later stands when it happened, and says when it was entered', async () => {
  const { folder, journal } = await journalOf([10])
  recordedBy(journal, crossingOf({ happenedAt: 5 }), 20)
  const [run] = [...readCrossings(folder, journalKey, all)]
  expect(run).toMatchObject([
    { seq: 2, at: 5, enteredAt: 20 },
    { seq: 1, at: 10, enteredAt: null },
  ])
  journal.close()
})

test('a crossing is as it is now, names its journal, and is not there once it was voided', async () => {
  const { folder, journal, recorded } = await journalOf([10, 20])
  journal.amendCrossing(recorded[0]!, crossingOf({ decision: 'refused' }), why, 30)
  journal.voidCrossing(recorded[1]!, { undone: false, why }, 40)
  journal.noteCrossing(recorded[0]!, 'xe hỏng', 50)
  const epoch = journal.ledger.head()?.epoch
  const [run, ...others] = [...readCrossings(folder, journalKey, all)]
  expect(others).toEqual([])
  expect(run).toMatchObject([{ kiosk: 'kiosk-1', epoch, seq: 1, amended: true, crossing: { decision: 'refused' } }])
  expect(run?.length).toBe(1)
  journal.close()
})

test('it is all as of one entry, whatever is recorded, corrected or voided while it is read', async () => {
  const { folder, journal, recorded } = await journalOf([10, 20, 30, 40])
  journal.amendCrossing(recorded[2]!, crossingOf({ direction: 'out' }), why, 45)
  const through = journal.ledger.head()?.seq
  const reader = readCrossings(folder, journalKey, all, { size: 1, ...(through === undefined ? {} : { through }) })
  expect(reader.next().value).toMatchObject([{ seq: 1 }])
  journal.voidCrossing(recorded[1]!, { undone: false, why }, 50)
  journal.amendCrossing(recorded[2]!, crossingOf({ decision: 'refused' }), why, 50)
  journal.amendCrossing(recorded[3]!, crossingOf({ decision: 'refused' }), why, 50)
  recordedBy(journal, crossingOf(), 60)
  expect([...reader].flat()).toMatchObject([
    { seq: 2, amended: false },
    { seq: 3, amended: true, crossing: { direction: 'out', decision: 'admitted' } },
    { seq: 4, amended: false, crossing: { decision: 'admitted' } },
  ])
  journal.close()
})

test('one whose time is corrected while it is read stands where it stood, once, in the time that is asked for', async () => {
  const { folder, journal, recorded } = await journalOf([10, 20, 30, 40, 50])
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = recorded
  const through = journal.ledger.head()?.seq ?? 0
  const reader = readCrossings(folder, journalKey, { from: 10, to: 50 }, { size: 1, through })
  expect(reader.next().value).toMatchObject([{ seq: first }])
  const happens = (of: number, at: number) => journal.amendCrossing(of, crossingOf({ happenedAt: at }), why, 60)
  // Behind and before what was read, out of the time, within it, and into it.
  for (const [of, at] of [
    [first, 9],
    [second, 5],
    [third, 1],
    [fourth, 35],
    [fifth, 45],
  ] as const)
    happens(of, at)
  expect([...reader].flat()).toMatchObject([
    { seq: second, at: 20, enteredAt: null, amended: false },
    { seq: third, at: 30, enteredAt: null },
    { seq: fourth, at: 40, enteredAt: null },
  ])
  expect(seqs(readCrossings(folder, journalKey, { from: 10, to: 50 })).flat()).toEqual([fourth, fifth])
  journal.close()
})

test('it says when the first of the codes was scanned', async () => {
  const folder = newFolder()
  const journal = await openIn(folder)
  const [first, second] = [journal.recordScan(accepted, 'camera', 5), journal.recordScan(accepted, 'camera', 7)]
  if (!first.recorded || !second.recorded) throw new Error('not recorded')
  const crossing = crossingOf()
  const scans = [second.seq, first.seq]
  const travellers = crossing.travellers.map((each, index) => ({
    ...each,
    documents: each.documents.map((document) => ({ ...document, scan: scans[index] ?? null })),
  }))
  recordedBy(journal, { ...crossing, travellers }, 10)
  recordedBy(journal, crossingOf(), 20)
  expect([...readCrossings(folder, journalKey, all)].flat()).toMatchObject([{ startedAt: 5 }, { startedAt: null }])
  journal.close()
})

test('it says which emergencies no supervisor has seen yet, as of its entry', async () => {
  const { folder, journal } = await journalOf([10])
  const emergency = recordedBy(journal, crossingOf({ above: { by: 'emergency' } }), 20)
  const unseen = (through?: number) =>
    [...readCrossings(folder, journalKey, all, through === undefined ? {} : { through })]
      .flat()
      .filter(({ unseenEmergency }) => unseenEmergency)
      .map(({ seq }) => seq)
  const before = journal.ledger.head()?.seq ?? 0
  expect(unseen()).toEqual([emergency])
  journal.officers.record({ kind: 'emergency.seen', payload: { crossing: emergency } }, 30)
  expect([unseen(), unseen(before)]).toEqual([[], [emergency]])
  journal.close()
})

test('what is not there is counted: voided crossings, erased ones of whole days, and scans of either kind', async () => {
  const folder = newFolder()
  const journal = await openIn(folder)
  const day = 86_400_000
  const midnight = Date.parse('2026-11-20T00:00:00+07:00')
  recordedBy(journal, crossingOf({ travellers: 3 }), midnight + 1)
  journal.recordScan(accepted, 'camera', midnight + 2)
  journal.recordScan(rejected, 'camera', midnight + day)
  const voided = recordedBy(journal, crossingOf(), midnight + day + 1)
  recordedBy(journal, crossingOf(), midnight + day + 2)
  journal.voidCrossing(voided, { undone: false, why }, midnight + day + 3)
  journal.erase(midnight + day, 2, midnight + 2 * day)
  const range = { from: midnight, to: midnight + 2 * day }
  const counted = (part: Partial<ReportScope> = {}) =>
    countRange(folder, journalKey, { ...range, ...everything, ...part }, '1')
  const scans = [
    { outcome: 'accepted', count: 1 },
    { outcome: 'rejected', count: 1 },
  ]
  expect(counted()).toEqual({ crossings: 1, voided: 1, erased: 1, scans })
  // Of a day that is not wholly asked for nobody knows which part was erased.
  expect(counted({ from: midnight + 1 })).toMatchObject({ voided: 1, erased: null, scans: null })
  expect(counted({ from: midnight + day })).toMatchObject({ voided: 1, erased: 0, scans: scans.slice(1) })
  // Nor whose it was, or where; its direction and decision are known.
  for (const part of [{ officer: '1002' }, { lane: '1' }])
    expect(counted(part)).toMatchObject({ erased: null, scans: null })
  expect(counted({ direction: 'in' })).toMatchObject({ voided: 1, erased: 1, scans: null })
  expect(counted({ decision: 'refused' })).toMatchObject({ voided: 0, erased: 0, scans: null })
  expect([...readCrossings(folder, journalKey, range)].flat().map(({ seq }) => seq)).toEqual([5])
  journal.close()
})

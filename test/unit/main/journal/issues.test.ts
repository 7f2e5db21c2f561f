import { expect, test } from 'vitest'
import { proofHolds, readProof, type EntryProof } from '../../../../main/journal/chain/proof.ts'
import { sinceReport } from '../../../../main/journal/given-out/since-report.ts'
import { readEntries } from '../../../../main/journal/chain/read-entries.ts'
import { entryKinds } from '../../../../shared/ledger/entry-kinds.ts'
import type { IssuedReport } from '../../../../shared/ledger/issued-report.ts'
import * as v from 'valibot'
import { journalKey } from '../../../fixtures/secrets.ts'
import { crossingOf, recordedBy, why } from './crossing-of.ts'
import { check, newFolder, openIn } from './journal-in.ts'

const reportOf = (through: number): IssuedReport => ({
  format: 'csv',
  sha256: 'a'.repeat(64),
  bytes: 10,
  post: 'Chốt',
  lane: '1',
  mode: 'real',
  from: 0,
  to: 1000,
  head: { seq: through, hash: 'b'.repeat(64), epoch: 'c'.repeat(64) },
  crossings: 2,
  people: 4,
  voided: 0,
  erased: 0,
  identities: false,
  reason: null,
  guarded: {},
})

async function issued() {
  const folder = newFolder()
  const journal = await openIn(folder)
  journal.begin('real', 1)
  journal.ledger.ensureKeys(2)
  const recorded = [10, 20].map((at) => recordedBy(journal, crossingOf(), at))
  const through = journal.ledger.head()?.seq ?? 0
  const answer = journal.issues.issue(reportOf(through), 30)
  if (!answer.recorded) throw new Error(answer.code)
  return { folder, journal, recorded, through, proof: answer.proof }
}

test('a report that is given out is an entry, signed up to there at once', async () => {
  const { folder, journal, proof, through } = await issued()
  const last = [...readEntries(folder, journalKey, 1)][0]
  expect(last?.entry).toEqual(proof.entry)
  expect(v.parse(entryKinds['access.exported'].payload, JSON.parse(last?.payload ?? ''))).toEqual({
    entries: 2,
    report: reportOf(through),
  })
  expect(proof.head.seq).toBe(proof.entry.seq)
  expect(proofHolds(proof)).toBe(true)
  journal.close()
  expect(check(folder)).toMatchObject({ intact: true })
})

test('an entry that is signed anyway, being the hundredth, has a proof all the same', async () => {
  const { journal } = await issued()
  for (let at = 100; at < 200; at++) {
    const answer = journal.issues.issue(reportOf(1), at)
    expect(answer.recorded && proofHolds(answer.proof)).toBe(true)
  }
  journal.close()
})

test('a proof survives being written and read, and nothing else is one', async () => {
  const { journal, proof } = await issued()
  expect(readProof(JSON.stringify(proof))).toEqual(proof)
  for (const text of [
    '',
    '{',
    'null',
    '[]',
    JSON.stringify({ ...proof, chotProof: 2 }),
    JSON.stringify({ ...proof, more: 1 }),
  ])
    expect(readProof(text)).toBeNull()
  journal.close()
})

test.each<[string, (proof: EntryProof) => unknown]>([
  ['the payload', (proof) => ({ payload: proof.payload.replace('"people":4', '"people":5') })],
  ['its hash', (proof) => ({ entry: { ...proof.entry, payloadHash: '0'.repeat(64) } })],
  ['the time', (proof) => ({ entry: { ...proof.entry, at: 31 } })],
  ['the kiosk', (proof) => ({ entry: { ...proof.entry, kiosk: 'kiosk-2' } })],
  ['the kiosk in the head', (proof) => ({ head: { ...proof.head, kiosk: 'kiosk-2' } })],
  ['the officer', (proof) => ({ entry: { ...proof.entry, officer: 'an' } })],
  [
    'who signed the entry',
    (proof) => ({ entry: { ...proof.entry, signer: 'A'.repeat(43), signature: 'A'.repeat(86) } }),
  ],
  ['the head’s number', (proof) => ({ head: { ...proof.head, seq: 1 } })],
  ['the signature', (proof) => ({ head: { ...proof.head, signature: 'A'.repeat(86) } })],
  ['the key', () => ({ key: 'A'.repeat(43) })],
])('a proof in which %s was changed does not hold', async (_, change) => {
  const { journal, proof } = await issued()
  expect(proofHolds(Object.assign({ ...proof }, change(proof)))).toBe(false)
  journal.close()
})

test('the journal says whether a report is its own, and what came or changed since', async () => {
  const { folder, journal, recorded, through, proof } = await issued()
  const range = { from: 0, to: 1000 }
  const asked = () => sinceReport(folder, journalKey, proof, range, through)
  expect(asked()).toEqual({ own: true, added: 0, changed: 0 })
  journal.noteCrossing(recorded[0]!, 'xe hỏng', 40)
  expect(asked()).toEqual({ own: true, added: 0, changed: 0 })
  journal.voidCrossing(recorded[0]!, { undone: false, why }, 41)
  recordedBy(journal, crossingOf({ happenedAt: 15 }), 42)
  recordedBy(journal, crossingOf(), 2000)
  expect(asked()).toEqual({ own: true, added: 1, changed: 1 })
  const other = { ...proof, entry: { ...proof.entry, hash: 'd'.repeat(64) } }
  expect(sinceReport(folder, journalKey, other, range, through)).toEqual({ own: false, claimed: true })
  journal.close()
})

test('a crossing whose time was corrected since is changed, whether it left the report’s time or came into it', async () => {
  const { folder, journal, recorded, through, proof } = await issued()
  const happens = (of: number | undefined, at: number) =>
    journal.amendCrossing(of ?? 0, crossingOf({ happenedAt: at }), why, 40)
  const changed = (from: number, to: number) => {
    const since = sinceReport(folder, journalKey, proof, { from, to }, through)
    return since.own && since.changed
  }
  const was = journal.crossing(recorded[0]!)?.line.at ?? 0
  happens(recorded[0], was - 5)
  expect([changed(was, was + 1), changed(was - 5, was - 4), changed(was + 1, was + 2)]).toEqual([1, 1, 0])
  journal.close()
})

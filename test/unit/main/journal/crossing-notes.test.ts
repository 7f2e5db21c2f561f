import { describe, expect, onTestFinished, test } from 'vitest'
import type { Journal } from '../../../../main/journal/index.ts'
import { hour, now } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy, why } from './crossing-of.ts'
import { behindIts, check, newFolder, openIn } from './journal-in.ts'

async function journalIn(folder = newFolder()): Promise<{ journal: Journal; folder: string }> {
  const journal = await openIn(folder)
  onTestFinished(() => journal.close())
  return { journal, folder }
}

const text = 'Trạm y tế gọi lại: âm tính'

describe('a note on a crossing', () => {
  test('is an entry of its own, and changes nothing of the crossing', async () => {
    const { journal, folder } = await journalIn()
    const seq = recordedBy(journal, crossingOf(), now)
    const before = journal.crossing(seq)!
    expect(journal.noteCrossing(seq, text, now + 1)).toEqual({ recorded: true, seq: 2, at: now + 1 })
    expect(journal.crossing(seq)).toEqual({ ...before, history: [{ kind: 'noted', seq: 2, at: now + 1, text }] })
    expect(check(folder)).toMatchObject({ intact: true })
    expect(journal.rebuild().changed).toBe(false)
  })

  test('can be made of a corrected and of a voided one, and of none that never was or is erased', async () => {
    const { journal, folder } = await journalIn()
    const seq = recordedBy(journal, crossingOf(), now)
    journal.amendCrossing(seq, crossingOf({ decision: 'refused' }), why, now + 1)
    journal.noteCrossing(seq, text, now + 2)
    journal.voidCrossing(seq, { undone: false, why }, now + 3)
    journal.noteCrossing(seq, text, now + 4)
    expect(journal.crossing(seq)?.history.map(({ kind }) => kind)).toEqual(['amended', 'noted', 'voided', 'noted'])
    expect(journal.crossing(seq)).toMatchObject({ line: { state: 'voided' }, crossing: { decision: 'refused' } })
    expect(journal.noteCrossing(99, text, now)).toEqual({ recorded: false, code: 'unknown' })
    expect(check(folder)).toMatchObject({ intact: true })
    journal.erase(now + hour, 99, now + 2 * hour)
    expect(journal.noteCrossing(seq, text, now)).toEqual({ recorded: false, code: 'erased' })
  })

  test('is erased with the crossing, and not before', async () => {
    const { journal, folder } = await journalIn()
    const seq = recordedBy(journal, crossingOf(), now)
    journal.noteCrossing(seq, text, now + hour)
    journal.erase(now + 1, 99, now + 2 * hour)
    expect(journal.crossing(seq)?.history).toHaveLength(1)
    journal.erase(now + 2 * hour, 99, now + 3 * hour)
    const left = behindIts(folder, `SELECT seq FROM entries WHERE kind LIKE 'crossing.%' AND payload IS NOT NULL`)
    expect([journal.crossing(seq), left]).toEqual([null, []])
    expect(check(folder)).toMatchObject({ intact: true })
  })

  test('that is taken out of the list of changes behind the journal’s back is missed', async () => {
    const { journal, folder } = await journalIn()
    journal.noteCrossing(recordedBy(journal, crossingOf(), now), text, now + 1)
    behindIts(folder, 'DELETE FROM crossing_changes')
    expect(check(folder).discords).toMatchObject([{ why: 'row-altered', table: 'crossings' }])
  })
})

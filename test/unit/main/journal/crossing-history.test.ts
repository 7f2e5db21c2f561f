import { describe, expect, onTestFinished, test } from 'vitest'
import type { Journal } from '../../../../main/journal/index.ts'
import { now } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy, why } from './crossing-of.ts'
import { newFolder, openIn } from './journal-in.ts'

const because = { code: 'other', note: 'Nhầm làn' } as const

async function aJournal(): Promise<Journal> {
  const journal = await openIn(newFolder())
  onTestFinished(() => journal.close())
  return journal
}

describe('what became of a crossing since it was recorded', () => {
  test('is nothing, where nobody changed it', async () => {
    const journal = await aJournal()
    expect(journal.crossing(recordedBy(journal, crossingOf(), now))?.history).toEqual([])
  })

  test('is every version that it had, with when and why it was changed', async () => {
    const journal = await aJournal()
    const first = crossingOf({ reason: why })
    const seq = recordedBy(journal, first, now)
    const second = crossingOf({ decision: 'refused', vehicle: null, reason: because })
    journal.amendCrossing(seq, second, because, now + 1)
    journal.amendCrossing(seq, crossingOf({ decision: 'referred' }), why, now + 2)
    const was = ({ decision, reason, vehicle }: typeof first) => ({ decision, reason, vehicle })
    expect(journal.crossing(seq)?.history).toEqual([
      { kind: 'amended', seq: 2, at: now + 1, why: because, was: was(first) },
      { kind: 'amended', seq: 3, at: now + 2, why, was: was(second) },
    ])
  })

  test('is why it was voided, or that it was taken back at once', async () => {
    const journal = await aJournal()
    const [voided, undone] = [recordedBy(journal, crossingOf(), now), recordedBy(journal, crossingOf(), now + 1)]
    journal.voidCrossing(voided, { undone: false, why: because }, now + 2)
    journal.voidCrossing(undone, { undone: true, why: null }, now + 3)
    expect(journal.crossing(voided)?.history).toEqual([{ kind: 'voided', seq: 3, at: now + 2, why: because }])
    expect(journal.crossing(undone)?.history).toEqual([{ kind: 'voided', seq: 4, at: now + 3, why: null }])
  })
})

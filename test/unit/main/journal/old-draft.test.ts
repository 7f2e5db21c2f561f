/** The crossing that is being built, put back as an older page of the journal's file by somebody who has no key. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEntries, type Journal } from '../../../../main/journal/index.ts'
import { an } from '../../../fixtures/shown-things.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { accepted, now } from '../../../fixtures/verdicts.ts'
import { laneAt, scanCard } from '../lane/lane-at.ts'
import { crossingOf, recordedBy, why } from './crossing-of.ts'
import { behindIts, check, newFolder, openIn } from './journal-in.ts'

const pageSize = 8192

/** The page that holds the draft, as it lies in the file of a closed journal. */
function draftPage(folder: string): { bytes: Buffer; at: number } {
  const [row] = behindIts(folder, `SELECT rootpage FROM sqlite_schema WHERE name = 'open_crossing'`)
  const at = ((row as { rootpage: number }).rootpage - 1) * pageSize
  return { bytes: readFileSync(join(folder, 'journal.sqlite')).subarray(at, at + pageSize), at }
}

function putBack(folder: string, { bytes, at }: { bytes: Buffer; at: number }): void {
  const file = readFileSync(join(folder, 'journal.sqlite'))
  bytes.copy(file, at)
  writeFileSync(join(folder, 'journal.sqlite'), file)
}

/** What may happen at a lane after a draft was kept, and whether that draft is used up by it. */
const acts: Record<string, { uses: boolean; act: (journal: Journal, crossing: number) => unknown }> = {
  scan: { uses: false, act: (journal) => journal.recordScan(accepted, 'camera', now) },
  save: { uses: false, act: (journal) => journal.saveDraft('{"later":1}') },
  begin: { uses: false, act: (journal) => journal.saveDraft(null) },
  amend: { uses: false, act: (journal, crossing) => journal.amendCrossing(crossing, crossingOf(), why, now) },
  void: { uses: false, act: (journal) => journal.voidCrossing(1, { undone: false, why }, now) },
  decide: { uses: true, act: (journal) => recordedBy(journal, crossingOf(), now) },
  decideOn: { uses: true, act: (journal) => recordedBy(journal, crossingOf(), now, '{"next":1}') },
  abandon: { uses: true, act: (journal) => journal.abandonCrossing(crossingOf(), now, null) },
  undo: {
    uses: true,
    act: (journal, crossing) => journal.voidCrossing(crossing, { undone: true, why: null }, now, '{}'),
  },
}

const isRecorded = (came: unknown): boolean =>
  typeof came === 'object' && came !== null && 'recorded' in came && came.recorded === true

describe('a draft of before that is put back', () => {
  test('is found by opening and by a check where anything was decided since, and nothing else is', async () => {
    const some = fc.array(fc.constantFrom(...Object.keys(acts)), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(some, fc.boolean(), async (happened, back) => {
        const folder = newFolder()
        const first = await openIn(folder)
        recordedBy(first, crossingOf(), now)
        const crossing = recordedBy(first, crossingOf(), now)
        first.saveDraft('{"before":1}')
        first.close()
        const before = draftPage(folder)
        const second = await openIn(folder)
        // What was undone already is not undone again: then nothing is recorded, and the draft stays as it is.
        const usedUp = happened.map((name) => {
          const { uses, act } = acts[name]!
          const came = act(second, crossing)
          return uses && (typeof came === 'number' || isRecorded(came))
        })
        second.close()
        if (back) putBack(folder, before)
        const used = back && usedUp.includes(true)
        const found = used ? [{ why: 'draft-old', seq: expect.any(Number) }] : []
        expect(check(folder).discords).toEqual(found)
        const third = await openIn(folder)
        expect(third.doubts).toEqual(found)
        expect(third.isDraftDoubted()).toBe(used)
        third.close()
      }),
      { numRuns: 40 },
    )
  })

  test('of another journal under the same key is found', async () => {
    const [folder, other] = [newFolder(), newFolder()]
    for (const place of [folder, other]) {
      const journal = await openIn(place)
      recordedBy(journal, crossingOf(), now)
      journal.saveDraft(JSON.stringify({ place }))
      journal.close()
    }
    const [row] = behindIts(other, 'SELECT after_hash AS hash FROM open_crossing') as { hash: string }[]
    behindIts(folder, `UPDATE open_crossing SET after_hash = '${row?.hash ?? ''}'`)
    expect(check(folder).discords).toEqual([{ why: 'draft-misplaced', seq: 1 }])
  })

  test('is not opened at the lane: that is said, is an entry, and the next scan begins anew', async () => {
    const folder = newFolder()
    const first = await laneAt(folder)
    scanCard(first.lane, an)
    const second = await first.restart()
    expect(second.lane.shown()).toMatchObject({ notDone: null, travellers: [{ name: an.name }] })
    second.lane.close()
    second.journal.close()
    const before = draftPage(folder)
    const third = await laneAt(folder)
    expect(third.lane.decide('refused', why)).toMatchObject({ recorded: true })
    third.lane.close()
    third.journal.close()
    putBack(folder, before)
    const fourth = await laneAt(folder)
    expect(fourth.lane.shown()).toMatchObject({ notDone: 'not-reopened', empty: true })
    fourth.journal.recordDoubts(now)
    const kinds = [...readEntries(folder, journalKey)].map(({ entry }) => entry.kind)
    expect(kinds.at(-1)).toBe('journal.doubted')
    scanCard(fourth.lane, an)
    expect(fourth.journal.isDraftDoubted()).toBe(false)
    const fifth = await fourth.restart()
    expect(fifth.journal.doubts).toEqual([])
    expect(fifth.lane.shown()).toMatchObject({ notDone: null, travellers: [{ name: an.name }] })
  })
})

/** A trace on paper as the screen asks for it: by the real job, out of a real journal. */
import { expect, onTestFinished, test } from 'vitest'
import { TracePapers } from '../../../../main/reporting/index.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { now } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy } from '../journal/crossing-of.ts'
import { newFolder, openIn } from '../journal/journal-in.ts'
import { pagesOf } from '../reports/read-pdf.ts'

const query = {
  subject: { kind: 'plate', plate: '98A-123.45' },
  from: now - 1,
  to: now + 1,
  withinMinutes: 15,
} as const

async function papersOf(folder: string) {
  const logged: string[] = []
  const papers = new TracePapers({
    toRead: { folder, key: journalKey },
    source: () => ({
      kiosk: 'kiosk-1',
      post: 'Chốt Như Nguyệt',
      lane: '2',
      mode: 'practice',
      province: 'Bắc Ninh',
      letterhead: undefined,
    }),
    now: () => now,
    log: (line) => void logged.push(line),
  })
  onTestFinished(() => papers.close())
  return { papers, logged }
}

test('it is the report that the command writes, with the reason that was said', async () => {
  const folder = newFolder()
  const journal = await openIn(folder)
  onTestFinished(() => journal.close())
  journal.ledger.ensureKeys(now)
  recordedBy(journal, crossingOf({ travellers: 2 }), now)
  const { papers } = await papersOf(folder)
  const pdf = await papers.make({ query, answer: journal.trace(query), reason: 'Truy vết dịch tễ: CDC 118' })
  const text = pagesOf(Buffer.from(pdf ?? []))
    .flat()
    .map((line) => line.text)
    .join(' ')
  expect(text).toContain('phương tiện biển số 98A-123.45. Lý do: Truy vết dịch tễ: CDC 118.')
  expect(text).toContain('TẬP HUẤN')
})

test('where it cannot be made, that is told and logged', async () => {
  const { papers, logged } = await papersOf(newFolder())
  expect(await papers.make({ query, answer: { lines: [], more: false }, reason: null })).toBeNull()
  expect(logged).toEqual([expect.stringContaining('a trace was not made')])
})

import { expect, onTestFinished, test } from 'vitest'
import { journalRoom, readEntries } from '../../../../main/journal/index.ts'
import { enrolled, receiptFor } from '../../../fixtures/hub.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { accepted, hour, now } from '../../../fixtures/verdicts.ts'
import { behindIts, newFolder, openIn } from './journal-in.ts'

const day = 24 * hour

/** A journal with a scan that is backed up, in a kiosk of which clock, doubt and policy can be turned. */
async function kiosk() {
  const folder = newFolder()
  const journal = await openIn(folder)
  onTestFinished(() => journal.close())
  journal.recordScan(accepted, 'camera', now)
  enrolled(journal, now)
  journal.ledger.keepReceipt(receiptFor(folder, 2))
  const is = { now: now + 11 * day, doubt: null as string | null, retentionDays: 10 as number | undefined }
  const room = journalRoom({
    journal,
    clock: { standing: () => is },
    trust: {
      store: {
        get policy() {
          return { retentionDays: is.retentionDays }
        },
      },
    },
    now: () => is.now,
  })
  const kinds = () => [...readEntries(folder, journalKey)].map(({ entry }) => entry.kind)
  return { folder, room, is, kinds }
}

test('what is older than the policy’s days, and backed up, is erased by itself', async () => {
  const { room, kinds } = await kiosk()
  room.beat?.()
  expect(kinds()).toEqual(['scan.verified', 'hub.enrolled', 'journal.erased'])
})

test('nothing is erased by a clock in doubt, which may be ahead, and it is once that is put right', async () => {
  const { room, is, kinds } = await kiosk()
  is.doubt = 'ahead'
  room.beat?.()
  expect(kinds()).not.toContain('journal.erased')
  is.doubt = null
  room.beat?.()
  expect(kinds()).toContain('journal.erased')
})

test('nothing is erased where the policy says nothing of it', async () => {
  const { room, is, kinds } = await kiosk()
  is.retentionDays = undefined
  room.beat?.()
  expect(kinds()).not.toContain('journal.erased')
})

test('a command that reads entries out beside the kiosk has that entered, or hears that it is not', async () => {
  const { folder, room, kinds } = await kiosk()
  expect(room.handlers['journal.export']({ entries: 2 })).toEqual({ recorded: true, seq: 3 })
  expect(kinds().at(-1)).toBe('access.exported')
  behindIts(folder, `CREATE TRIGGER refused BEFORE INSERT ON entries BEGIN SELECT raise(FAIL, 'no'); END`)
  expect(room.handlers['journal.export']({ entries: 2 })).toEqual({ recorded: false, code: 'failed' })
})

/** What is told of sync: counted anew each time it is asked for, and that it stands still is said. */
import { expect, test } from 'vitest'
import { stateOfSync, type Underway } from '../../../../main/sync/status/state-of-sync.ts'
import type { SyncStatus } from '../../../../main/sync/status/sync-status.ts'
import { syncStatus } from '../../../../main/sync/status/sync-status.ts'
import { PaperHub } from '../../../fixtures/paper-hub.ts'
import { at, byWire, invitedKiosk, record } from './invited-kiosk.ts'

const minute = 60_000
const day = 24 * 60 * minute
const now = 100 * day

/** Of a kiosk whose oldest waiting entry is of so long ago. */
const waitingFor = (long: number, others: Partial<SyncStatus> = {}): SyncStatus => ({
  hub: { hub: 'h', enrolment: 'e', address: 'https://hub.example', fingerprint: 'f', confirmed: true },
  head: 9,
  receipted: 5,
  backedUp: 0,
  waiting: 4,
  oldest: { seq: 6, at: now - long },
  hubHead: null,
  hubWentBack: false,
  receiptAt: null,
  stopped: null,
  revoked: false,
  refused: null,
  offset: null,
  last: null,
  tries: [],
  delivered: false,
  ...others,
})
const byStick = { hub: { hub: 'h', enrolment: 'e', address: null, fingerprint: 'f', confirmed: true } }
const open = (since: number, quiet = false): Underway => ({ running: null, nextAt: null, quiet, since: now - since })

test.each<[string, SyncStatus, Underway | null, boolean]>([
  ['waits for nine minutes', waitingFor(9 * minute), null, false],
  ['waits for eleven', waitingFor(11 * minute), null, true],
  ['waits for eleven, and had a receipt since', waitingFor(11 * minute, { receiptAt: now - 5 * minute }), null, false],
  ['waits for a night in which the kiosk was shut', waitingFor(600 * minute), open(2 * minute), false],
  ['waits for a night, ten minutes after it was opened', waitingFor(600 * minute), open(11 * minute), true],
  ['waits for a stick for two days', waitingFor(2 * day, byStick), null, false],
  ['waits for a stick for four', waitingFor(4 * day, byStick), null, true],
  ['waits for a minute, with a trip of which nothing comes', waitingFor(minute), open(minute, true), true],
  ['waits for no hub', waitingFor(4 * day, { hub: null }), null, false],
  ['is all delivered', waitingFor(4 * day, { oldest: null, waiting: 0 }), null, false],
])('what %s stands still only where that is too long', (_what, status, underway, stalled) => {
  expect(stateOfSync(status, underway, now).stalled).toBe(stalled)
})

test('what waits is counted from the journal and its receipts, though nothing was sent or asked in between', async () => {
  const { ground, journal } = await invitedKiosk(3, 'https://hub.example')
  await byWire(ground, new PaperHub())
  const told = async () => stateOfSync(await syncStatus(ground), null, at)
  const { head, receipted } = await told()
  expect([receipted, await told()]).toMatchObject([head, { waiting: 0, delivered: true, oldest: null }])
  record(journal, 2)
  expect(await told()).toMatchObject({ head: head + 2, receipted: head, waiting: 2, delivered: false })
  expect(await told()).toMatchObject({ oldest: { seq: head + 1 }, last: { why: null } })
})

/** What the status line says of what waits to be sent. */
import { expect, test } from 'vitest'
import { waitingOf } from '../../../../renderer/frame/use-waiting.ts'
import { now } from '../../../gallery/clock.ts'
import { aSync, waitingSync } from '../../../gallery/fixtures/a-sync.ts'

const minute = 60_000
const ago = (minutes: number) => ({ oldest: { seq: 1, at: now - minutes * minute } })

test('nothing, as long as what waits is younger than a trip takes', () => {
  expect([waitingOf(aSync(), now), waitingOf(waitingSync(ago(4)), now)]).toEqual([null, null])
})

test('how much, once it has waited longer, and that it is nobody’s fault yet', () => {
  expect(waitingOf(waitingSync(ago(6)), now)).toEqual({ waiting: 1204, problem: false })
})

test('that somebody has to see to it, however little waits', () => {
  for (const given of [{ stalled: true }, { stopped: 'fork' as const }, { revoked: true }])
    expect(waitingOf(waitingSync({ ...given, ...ago(0), waiting: 1 }), now)).toEqual({ waiting: 1, problem: true })
})

test('nothing of a kiosk that is enrolled with no hub: the room says it', () => {
  expect(waitingOf(waitingSync({ hub: null }), now)).toBeNull()
})

/** The room Sync: what is said first, and that nothing says "all delivered" but that each entry has its receipt. */
import { describe, expect, test } from 'vitest'
import {
  entered,
  reduceRoom,
  standOf,
  type RoomAction,
  type RoomState,
} from '../../../../renderer/screens/sync/sync-state.ts'
import type { SyncState } from '../../../../shared/contract/sync.ts'
import { anInvitation, aSync, waitingSync } from '../../../gallery/fixtures/a-sync.ts'

const after = (...actions: RoomAction[]): RoomState => actions.reduce(reduceRoom, entered)
type RanAnswer = Extract<RoomAction, { kind: 'ran' }>['answer']

const words = { vi: 'xong', en: 'done' }
const ran = { ran: true, why: null, said: words, batches: 1, folder: null, retryAfter: null, most: null } as const

describe('what is said first', () => {
  const cases: [SyncState, ReturnType<typeof standOf>][] = [
    [aSync({ hub: null, delivered: false }), 'none'],
    [waitingSync({ stopped: 'fork', stalled: true, revoked: true }), 'stopped'],
    [waitingSync({ revoked: true, stalled: true }), 'revoked'],
    [waitingSync({ refused: { why: 'unreadable', at: 0, said: words }, stalled: true }), 'refused'],
    [waitingSync({ stalled: true }), 'stalled'],
    [waitingSync({ running: { way: 'wire', since: 0 } }), 'running'],
    [waitingSync(), 'waiting'],
    [aSync(), 'delivered'],
    [aSync({ running: { way: 'wire', since: 0 } }), 'delivered'],
    [aSync({ head: 0, receipted: 0, delivered: false }), 'empty'],
  ]
  test.each(cases)('%#', (sync, stand) => expect(standOf(sync)).toBe(stand))

  test('of a hub that takes sticks alone is to bring one', () => {
    const { hub, ...rest } = waitingSync()
    expect(standOf({ ...rest, hub: hub && { ...hub, address: null } })).toBe('stick')
  })

  test('is never that all is delivered while something waits', () => {
    for (const given of [{}, { stalled: true }, { revoked: true }, { running: { way: 'wire', since: 0 } }] as const)
      expect(standOf(waitingSync(given))).not.toBe('delivered')
  })
})

describe('the room', () => {
  test('shows what came of a trip, and goes back to the figures where it was good', () => {
    const state = after(
      { kind: 'opened', part: 'stick' },
      { kind: 'begun', from: '/usb' },
      { kind: 'ran', answer: ran },
    )
    expect(state).toMatchObject({ part: 'facts', busy: null, last: { good: true, said: words } })
  })

  test('stays with the sticks where it was not', () => {
    const answer = { ...ran, why: 'stick-full', folder: { answer: 'none', strangers: ['a', 'b'] } } satisfies RanAnswer
    const state = after({ kind: 'opened', part: 'stick' }, { kind: 'begun', from: '/usb' }, { kind: 'ran', answer })
    expect(state).toMatchObject({ part: 'stick', last: { good: false }, strangers: 2 })
  })

  test('leaves nothing while it is at work', () => {
    const state = after(
      { kind: 'opened', part: 'stick' },
      { kind: 'begun', from: '/usb' },
      { kind: 'opened', part: 'facts' },
    )
    expect(state).toMatchObject({ part: 'stick', busy: { from: '/usb' } })
  })

  test('has nothing to agree to any more once the invitation is left', () => {
    const invited: RoomAction = {
      kind: 'invited',
      answer: anInvitation,
      invitation: { from: 'text', text: 'CHOT-ENROL:1' },
    }
    expect(after(invited).invited?.told).toEqual(anInvitation)
    expect(after(invited, { kind: 'opened', part: 'facts' }).invited).toBeNull()
  })

  test('asks for the fingerprint anew with each invitation, and says what was wrong until something else is typed', () => {
    const invited: RoomAction = { kind: 'invited', answer: anInvitation, invitation: { from: 'text', text: 'x' } }
    const wrong = [invited, { kind: 'heard', heard: '0000' }, { kind: 'unheard', fault: 'read-short' }] as const
    expect(after(...wrong)).toMatchObject({ heard: '0000', unheard: 'read-short' })
    expect(after(...wrong, { kind: 'heard', heard: '00001' })).toMatchObject({ heard: '00001', unheard: null })
    expect(after(...wrong, invited)).toMatchObject({ heard: '', unheard: null })
  })

  test('keeps how it stood where the program does not answer, and says so', () => {
    const state = after({ kind: 'read', sync: aSync() }, { kind: 'read', sync: null })
    expect(state).toMatchObject({ failed: true, sync: { head: aSync().head } })
  })
})

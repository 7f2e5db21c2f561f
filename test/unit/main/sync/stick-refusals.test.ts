/** What a kiosk believes of a stick that says the hub took nothing: the hub's own word about this enrolment, once. */
import { describe, expect, test } from 'vitest'
import { tripByFolder } from '../../../../main/sync/folder-trip.ts'
import { onStick } from '../../../../main/sync/places.ts'
import { syncStatus } from '../../../../main/sync/status/sync-status.ts'
import type { Answer } from '../../../../shared/sync/answer.ts'
import { signRefused, type Refused } from '../../../../shared/sync/refusal.ts'
import { ForgetfulDisk } from '../../../fixtures/forgetful-disk.ts'
import { invited } from '../../../fixtures/paper-hub.ts'
import { hub, hubSigner, signerOf } from '../../../fixtures/sync-parties.ts'
import { invitedKiosk, readyTrip } from './invited-kiosk.ts'

const said = (others: Partial<Refused> = {}): Refused => ({
  hub,
  enrolment: invited,
  why: 'not-enrolled',
  at: 1000,
  ...others,
})

/** What the hub signs. */
const signed = (others: Partial<Refused> = {}): Partial<Answer> => ({
  refusal: signRefused(said(others), hubSigner.sign),
})

/** A kiosk, and what it knows once it has heard a stick's answer. */
async function hearing() {
  const { ground } = await invitedKiosk(3)
  return async (answer: Partial<Answer>) => {
    const disk = new ForgetfulDisk()
    disk.put(onStick('/stick', invited).answer, Buffer.from(JSON.stringify({ receipts: [], now: 1, ...answer })))
    const trip = await tripByFolder(await readyTrip(ground), disk, '/stick', () => undefined)
    expect(trip.answer).toBe('taken')
    const { refused, revoked, stopped } = await syncStatus(ground)
    return { refused: refused?.why ?? null, revoked, stopped }
  }
}

const nothing = { refused: null, revoked: false, stopped: null }

describe('a stick that says the hub took nothing', () => {
  test('is believed where the hub signed it about this enrolment', async () => {
    expect(await (await hearing())(signed())).toEqual({ ...nothing, refused: 'not-enrolled' })
    expect(await (await hearing())(signed({ why: 'revoked' }))).toEqual({
      ...nothing,
      refused: 'revoked',
      revoked: true,
    })
    expect(await (await hearing())(signed({ why: 'fork', seq: 2 }))).toEqual({
      ...nothing,
      refused: 'fork',
      stopped: 'fork',
    })
  })

  const forged: [string, Partial<Answer>][] = [
    ['nobody signed', { refused: { why: 'revoked' } }],
    ['nobody signed, of a fork', { refused: { why: 'fork', seq: 1 } }],
    ['another key signed', { refusal: signRefused(said({ why: 'fork' }), signerOf(0x77).sign) }],
    ['the hub signed about another kiosk', signed({ enrolment: 'ab'.repeat(16), why: 'revoked' })],
    ['is no refusal', { refusal: 'revoked' }],
  ]
  test.each(forged)('changes nothing where it is one that %s', async (_what, answer) => {
    expect(await (await hearing())(answer)).toEqual(nothing)
  })

  test('says nothing new when it comes again, or is older than what was heard', async () => {
    const hear = await hearing()
    await hear(signed({ at: 2000 }))
    expect(await hear(signed({ at: 1999, why: 'revoked' }))).toEqual({ ...nothing, refused: 'not-enrolled' })
    expect(await hear({})).toEqual(nothing)
    expect(await hear(signed({ at: 2000 }))).toEqual(nothing)
    expect(await hear(signed({ at: 2001 }))).toEqual({ ...nothing, refused: 'not-enrolled' })
  })

  test('takes no withdrawal back by saying nothing of it', async () => {
    const hear = await hearing()
    await hear(signed({ why: 'revoked' }))
    expect(await hear({})).toEqual({ ...nothing, revoked: true })
  })
})

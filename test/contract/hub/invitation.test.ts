/** An invitation of a hub is taken up once, by the kiosk that it is for, in its time. */
import { describe, expect, test } from 'vitest'
import { invite, takeWish } from '../../../hub/kiosks/enrol.ts'
import { nodeMeans } from '../../../main/sync/means.ts'
import { sealWish } from '../../../shared/sync/enrolment.ts'
import { enrolmentOf } from '../../../shared/sync/invitation.ts'
import { clock, hubForTests, noDatabase } from '../../fixtures/hub-ground.ts'
import { signerOf } from '../../fixtures/sync-parties.ts'

const hub = hubForTests()

describe.skipIf(noDatabase !== null)('an invitation', () => {
  const wishFor = async (name: string) => {
    const invitation = await invite(hub.ground, { name, mode: 'practice', address: 'https://hub.example', ca: null })
    const enrolment = enrolmentOf(nodeMeans, hub.ground.keys.hub, invitation.code)
    return (byte: number, others: object = {}) => {
      const signer = signerOf(byte)
      const wish = {
        hub: hub.ground.keys.hub,
        enrolment,
        code: invitation.code,
        kiosk: 'kiosk-1',
        name,
        mode: 'practice' as const,
        sign: { number: 2, public: signer.public },
        box: { number: 1, public: signer.public },
        at: 1,
        ...others,
      }
      return takeWish(hub.ground, sealWish(nodeMeans, wish, signer.sign, hub.ground.keys.to))
    }
  }

  test('is taken up once; the same kiosk is answered again', async () => {
    const wish = await wishFor('Chốt M')
    const first = await wish(0x21)
    expect(first.enrolled).toEqual(expect.any(String))
    expect((await wish(0x21)).enrolled).toBe(first.enrolled)
    expect(await wish(0x22)).toMatchObject({ refused: { why: 'not-enrolled', reason: 'code-used' } })
  })

  test('is taken up by one of two that come at once', async () => {
    const wish = await wishFor('Chốt N')
    const both = await Promise.all([wish(0x23), wish(0x24)])
    expect(both.filter(({ enrolled }) => enrolled !== undefined)).toHaveLength(1)
  })

  test('lets no kiosk back in that was revoked, by its code or by its key', async () => {
    const wish = await wishFor('Chốt M2')
    await wish(0x26)
    const sql = `UPDATE kiosk SET revoked_at = $2 WHERE name = $1`
    await hub.ground.pool.query(sql, ['Chốt M2', clock.now])
    for (const byte of [0x26, 0x27])
      expect(await wish(byte)).toMatchObject({ refused: { why: 'not-enrolled', reason: 'revoked' } })
  })

  test('is too old after its day, guessed never, and for one kind of kiosk', async () => {
    const wish = await wishFor('Chốt O')
    expect(await wish(0x25, { mode: 'real' })).toMatchObject({ refused: { reason: 'another-mode' } })
    expect(await wish(0x25, { code: '0000-0000-0000-0000' })).toMatchObject({ refused: { reason: 'unknown-code' } })
    clock.now += 25 * 3_600_000
    expect(await wish(0x25)).toMatchObject({ refused: { reason: 'code-too-old' } })
  })
})

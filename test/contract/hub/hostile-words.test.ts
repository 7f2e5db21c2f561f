/** What a kiosk in strange hands says that no database keeps: it is refused as that, and keeps nobody else's from being taken. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { invite, takeWish } from '../../../hub/kiosks/enrol.ts'
import { takeStick } from '../../../hub/stick.ts'
import { nodeDisk } from '../../../main/sync/disk.ts'
import { nodeMeans } from '../../../main/sync/means.ts'
import { batchFileName, onStick } from '../../../main/sync/places.ts'
import { sealWish, type Wish } from '../../../shared/sync/enrolment.ts'
import { enrolmentOf } from '../../../shared/sync/invitation.ts'
import type { Statement } from '../../../shared/sync/statement.ts'
import { hubForTests, noDatabase } from '../../fixtures/hub-ground.ts'
import { hashesAt, kioskOf } from '../../fixtures/hub-kiosk.ts'
import { chained, signerOf, statementOf } from '../../fixtures/sync-parties.ts'

const hub = hubForTests()

/** A sign that ends a text, and half of one. */
const unkept = ['0.1\0', '0.1\ud800']

const saying = (said: Partial<Statement['kiosk']>): Partial<Statement> => ({
  kiosk: { ...statementOf(chained(3)).kiosk, ...said },
})

describe.skipIf(noDatabase !== null)('a kiosk that says what no database keeps', () => {
  test.each([
    ...unkept.map((version) => ['of its version', saying({ version })] as const),
    ...unkept.map((list) => ['of a list', saying({ trust: { [list]: 1 } })] as const),
    ...unkept.map((doubt) => ['of its clock', saying({ clock: { doubt, offset: 0 } })] as const),
  ])('%s is not understood', async (_, others) => {
    const kiosk = await kioskOf(hub.ground, 'Chốt lời')
    expect(await kiosk.send(chained(3), others)).toMatchObject({ refused: { why: 'unreadable' } })
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual([])
  })

  test.each([
    ...unkept.map((kiosk) => ['its name', { kiosk }] as const),
    ['a key’s number', { sign: { number: 2 ** 40, public: signerOf(7).public } }] as const,
  ])('in its wish, by %s, is not enrolled', async (_, others: Partial<Wish>) => {
    const { ground } = hub
    const { code } = await invite(ground, { name: 'Chốt muốn', mode: 'practice', address: null, ca: null })
    const signer = signerOf(7)
    const wish: Wish = {
      hub: ground.keys.hub,
      enrolment: enrolmentOf(nodeMeans, ground.keys.hub, code),
      code,
      kiosk: 'kiosk-1',
      name: 'Chốt muốn',
      mode: 'practice',
      sign: { number: 2, public: signer.public },
      box: { number: 1, public: signer.public },
      at: 1,
      ...others,
    }
    const answer = await takeWish(ground, sealWish(nodeMeans, wish, signer.sign, ground.keys.to))
    expect(answer).toMatchObject({ refused: { why: 'unreadable' } })
  })

  test('keeps nobody’s batches on the same stick from being taken', async () => {
    const kiosks = [await kioskOf(hub.ground, 'Chốt 1', 11), await kioskOf(hub.ground, 'Chốt 2', 12)]
    const [hostile, other] = kiosks.toSorted((a, b) => (a.enrolment < b.enrolment ? -1 : 1))
    if (!hostile || !other) throw new Error('no kiosks')
    const stick = mkdtempSync(join(tmpdir(), 'chot-stick-'))
    const entries = chained(3)
    const name = batchFileName({ from: 1, through: 3, hash: entries.at(-1)?.entry.hash ?? '' })
    for (const [kiosk, others] of [
      [hostile, saying({ version: '0.1\0' })],
      [other, {}],
    ] as const) {
      const { up } = onStick(stick, kiosk.enrolment)
      mkdirSync(up, { recursive: true })
      writeFileSync(join(up, name), kiosk.seal(entries, others))
    }
    const { files, answered } = await takeStick(hub.ground, nodeDisk, stick)
    expect(files.map(({ why }) => why)).toEqual(['unreadable', null])
    expect(answered).toBe(2)
  })
})

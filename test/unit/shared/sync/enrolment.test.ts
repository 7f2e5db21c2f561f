/** An enrolment: the invitation as a file and as a code, the wish of the kiosk, the answer of the hub. */
import { describe, expect, test } from 'vitest'
import { nodeMeans } from '../../../../main/sync/means.ts'
import { openWish, readEnrolled, sealWish, signEnrolled, type Wish } from '../../../../shared/sync/enrolment.ts'
import {
  enrolmentOf,
  fingerprintOf,
  newCode,
  printInvitation,
  readInvitation,
  readPrinted,
} from '../../../../shared/sync/invitation.ts'
import { readSealingKeys, signSealingKeys } from '../../../../shared/sync/sealing-keys.ts'
import {
  enrolment,
  foreseenMeans,
  hub,
  hubBox,
  hubSigner,
  kioskSigner,
  nextSigner,
  outsideOf,
  recoveryBox,
  secretsOf,
} from '../../../fixtures/sync-parties.ts'

const text = (key: Uint8Array): string => Buffer.from(key).toString('base64url')

const said = { hub, number: 1, keys: [text(hubBox.public)], recovery: text(recoveryBox.public), at: 1 }
const sealing = signSealingKeys(said, hubSigner.sign)
const code = newCode(foreseenMeans())
const invitation = {
  chot: 'invitation',
  hub,
  name: 'Chốt Như Nguyệt',
  mode: 'practice',
  code,
  until: 2,
  address: 'https://hub.example/chot',
  key: hubSigner.public,
  sealing,
  ca: null,
}
const read = (others: object = {}) => readInvitation(nodeMeans, JSON.stringify({ ...invitation, ...others }))

describe('an invitation', () => {
  test('is read with the keys that it seals to', () => {
    expect(read()).toEqual({ invitation, sealing: said })
  })

  test.each([
    ['its hub is not the one of its key', { hub: '0'.repeat(32) }],
    ['another key is in it', { key: kioskSigner.public }],
    ['the keys to seal to are another hub’s word', { sealing: signSealingKeys(said, kioskSigner.sign) }],
    ['the keys to seal to are another hub’s', { sealing: signSealingKeys({ ...said, hub: 'x' }, hubSigner.sign) }],
    ['its address leads into a file', { address: 'file:///etc/passwd' }],
    ['its code is short', { code: 'ABCD-EFGH' }],
    ['it is something else', { chot: 'set-up' }],
  ])('is none where %s', (_what, others) => expect(read(others)).toBeNull())

  test('is none where it is no JSON or never ends', () => {
    expect(readInvitation(nodeMeans, 'no')).toBeNull()
    expect(readInvitation(nodeMeans, `${JSON.stringify(invitation)}${' '.repeat(70_000)}`)).toBeNull()
  })

  test('has a code of eighty bits that no letter of is taken for a figure', () => {
    expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
    const made = Array.from({ length: 300 }, () => newCode(nodeMeans))
    expect(new Set(made).size).toBe(300)
    // Every place takes every sign, so nothing of the eighty bits is lost.
    const places = Array.from({ length: 16 }, (_, at) => new Set(made.map((each) => each.replaceAll('-', '')[at])))
    expect(Math.min(...places.map(({ size }) => size))).toBeGreaterThan(25)
  })

  test('names the enrolment, which does not tell the code', () => {
    expect(enrolmentOf(nodeMeans, hub, code)).toMatch(/^[0-9a-f]{32}$/)
    expect(enrolmentOf(nodeMeans, hub, code)).not.toBe(enrolmentOf(nodeMeans, 'another', code))
  })

  test('as a code to scan says where, with which fingerprints', () => {
    const printed = { code, key: fingerprintOf(nodeMeans, hubSigner.public), ca: null, address: 'https://hub.example' }
    expect(readPrinted(printInvitation(printed))).toEqual(printed)
    const pinned = { ...printed, ca: 'cd'.repeat(32) }
    expect(readPrinted(`${printInvitation(pinned)}\r\n`)).toEqual(pinned)
    for (const wrong of [
      'HC1:6BF',
      printInvitation(printed).replace('https', 'file'),
      `${printInvitation(printed)} more`,
    ])
      expect(readPrinted(wrong)).toBeNull()
  })
})

describe('a kiosk’s wish', () => {
  const wish: Wish = {
    hub,
    enrolment,
    code,
    kiosk: 'kiosk-1',
    name: 'Chốt Như Nguyệt',
    mode: 'practice',
    sign: { number: 2, public: kioskSigner.public },
    box: { number: 1, public: text(hubBox.public) },
    at: 3,
  }
  const sealed = sealWish(nodeMeans, wish, kioskSigner.sign, [hubBox.public])

  test('is opened by the hub, and by nobody else', () => {
    expect(openWish(nodeMeans, outsideOf(sealed), secretsOf(hubBox))).toEqual(wish)
    expect(openWish(nodeMeans, outsideOf(sealed), secretsOf(recoveryBox))).toBe('another-seal')
    expect(Buffer.from(sealed).includes(code)).toBe(false)
  })

  test('is none where another key signed it than it names', () => {
    const forged = sealWish(nodeMeans, wish, nextSigner.sign, [hubBox.public])
    expect(openWish(nodeMeans, outsideOf(forged), secretsOf(hubBox))).toBe('not-a-wish')
  })

  test('does not open where a bit of it was altered', () => {
    for (let at = 0; at < sealed.length; at += 5) {
      const flipped = sealed.slice()
      flipped[at]! ^= 4
      try {
        expect(openWish(nodeMeans, outsideOf(flipped), secretsOf(hubBox))).not.toEqual(wish)
      } catch (error) {
        expect(String(error)).toContain('nothing that is sealed')
      }
    }
  })
})

describe('what a hub says under its key', () => {
  const enrolled = { hub, enrolment, key: kioskSigner.public, name: 'Chốt 1', at: 4 }
  const answer = signEnrolled(enrolled, hubSigner.sign)

  test('is read by that key, and by no other', () => {
    expect(readEnrolled(nodeMeans, hubSigner.public, answer)).toEqual(enrolled)
    expect(readEnrolled(nodeMeans, kioskSigner.public, answer)).toBeNull()
  })

  test('is not taken for anything else that it says', () => {
    expect(readSealingKeys(nodeMeans, hubSigner.public, answer)).toBeNull()
    expect(readEnrolled(nodeMeans, hubSigner.public, sealing)).toBeNull()
  })

  test('is nothing once a letter of it is another', () => {
    expect(readEnrolled(nodeMeans, hubSigner.public, answer.replace('Chốt 1', 'Chốt 2'))).toBeNull()
    expect(readEnrolled(nodeMeans, hubSigner.public, 'no JSON')).toBeNull()
  })
})

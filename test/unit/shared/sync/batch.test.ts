/** A batch comes out as it went in, or not at all. */
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { nodeMeans } from '../../../../main/sync/means.ts'
import type { StoredEntry } from '../../../../shared/ledger/entry.ts'
import { openBatch, type OpenedBatch } from '../../../../shared/sync/batch.ts'
import { mostInflated, mostTaken } from '../../../../shared/sync/limits.ts'
import { openSeal, readSealed, seal, sealedMagic } from '../../../../shared/sync/seal.ts'
import { signFile } from '../../../../shared/sync/signed-file.ts'
import {
  chained,
  enrolment,
  hub,
  hubBox,
  hubSigner,
  kioskSigner,
  outsideOf,
  recoveryBox,
  sealedOf,
  secretsOf,
  statementOf,
} from '../../../fixtures/sync-parties.ts'

const ours = secretsOf(hubBox)

/** A batch that opens, or the test fails. */
function opened(sealed: Uint8Array, secrets = ours): OpenedBatch {
  const batch = openBatch(nodeMeans, outsideOf(sealed), secrets)
  if (typeof batch === 'string') throw new Error(`it does not open: ${batch}`)
  return batch
}

/** Seals what a kiosk would never write, signed by its key all the same. */
function sealedBody(statement: object, body: Uint8Array): Uint8Array {
  const plain = signFile(nodeMeans, 'chot batch', statement, body, kioskSigner.sign)
  return seal(nodeMeans, { kind: 'batch', hub, enrolment, plain, to: [hubBox.public] })
}

describe('a batch', () => {
  const said = [
    '{"salt":"AA==","t":"Đã báo\\n\\u0007 \\"trạm\\""}',
    '{ "b": 1,\t"a":1.0e2 }',
    null,
    '\u{1f6d1} không phải JSON',
  ]
  const entries = chained(4, { say: (seq) => said[seq - 1] ?? null })

  test('gives the entries back byte for byte, erased ones among them', () => {
    expect(opened(sealedOf(entries)).entries()).toEqual({ entries })
  })

  test('says who sealed it and what', () => {
    const { statement, signedBy } = opened(sealedOf(entries))
    expect(statement).toMatchObject(statementOf(entries))
    expect([signedBy(kioskSigner.public), signedBy(hubSigner.public)]).toEqual([true, false])
  })

  test('is opened by the province’s recovery key as well, and by no other', () => {
    expect(opened(sealedOf(entries), secretsOf(recoveryBox)).entries()).toEqual({ entries })
    expect(openBatch(nodeMeans, outsideOf(sealedOf(entries, {}, { to: [recoveryBox.public] })), ours)).toBe(
      'another-seal',
    )
  })

  test('is another file each time, so nobody sees that the same was sent twice', () => {
    expect(sealedOf(entries)).not.toEqual(sealedOf(entries))
  })

  test('may hold no entries, and then says only how the kiosk is', () => {
    const { hash } = entries.at(-1)!.entry
    const sealed = sealedBody(
      { ...statementOf(entries, { from: 5, through: 4, previous: hash }), size: 0 },
      new Uint8Array(0),
    )
    expect(opened(sealed).entries()).toEqual({ entries: [] })
  })
})

describe('a batch that was altered on its way', () => {
  const entries = chained(3)
  const sealed = sealedOf(entries)

  test('does not open, whichever bit it is, or is not sealed, or is to somebody else', () => {
    const taken: number[] = []
    for (let at = 0; at < sealed.length; at++) {
      const flipped = sealed.slice()
      flipped[at]! ^= 1 << (at % 8)
      const file = readSealed(flipped)
      if (typeof file !== 'string' && typeof openBatch(nodeMeans, file, ours) !== 'string') taken.push(at)
    }
    // The box for the province is nobody's business here, nor is it read.
    const { keys } = outsideOf(sealed).outer
    const text = Buffer.from(sealed).toString('latin1')
    const province = [text.indexOf(keys[1]!.id), text.indexOf(keys[1]!.box)] as const
    const within = (at: number): boolean =>
      (at >= province[0] && at < province[0] + 16) || (at >= province[1] && at < province[1] + 64)
    expect(taken.filter((at) => !within(at))).toEqual([])
    expect(taken.length).toBeGreaterThan(0)
  })

  test('does not open where it is cut off, at whatever byte', () => {
    for (let length = 0; length < sealed.length; length += 7) {
      const file = readSealed(sealed.slice(0, length))
      if (typeof file !== 'string') expect(openBatch(nodeMeans, file, ours)).toBe('broken-seal')
    }
  })

  test('is no other kiosk’s because another enrolment was written outside', () => {
    const plain = openSeal(outsideOf(sealed), ours)
    if (typeof plain === 'string') throw new Error(plain)
    const renamed = seal(nodeMeans, { kind: 'batch', hub, enrolment: 'f1'.repeat(16), plain, to: [hubBox.public] })
    expect(openBatch(nodeMeans, outsideOf(renamed), ours)).toBe('not-a-batch')
    const elsewhere = seal(nodeMeans, { kind: 'batch', hub: 'another', enrolment, plain, to: [hubBox.public] })
    expect(openBatch(nodeMeans, outsideOf(elsewhere), ours)).toBe('not-a-batch')
    const wish = seal(nodeMeans, { kind: 'enrolment', hub, enrolment, plain, to: [hubBox.public] })
    expect(openBatch(nodeMeans, outsideOf(wish), ours)).toBe('not-a-batch')
  })

  test('is not signed any more once anything of it was exchanged', () => {
    const plain = openSeal(outsideOf(sealed), ours)
    if (typeof plain === 'string') throw new Error(plain)
    for (let at = 64; at < plain.length; at += 3) {
      const flipped = plain.slice()
      flipped[at]! ^= 1
      const again = seal(nodeMeans, { kind: 'batch', hub, enrolment, plain: flipped, to: [hubBox.public] })
      const batch = openBatch(nodeMeans, outsideOf(again), ours)
      if (typeof batch !== 'string') expect(batch.signedBy(kioskSigner.public)).toBe(false)
    }
  })
})

describe('what is no batch', () => {
  test.each([
    ['nothing', new Uint8Array(0)],
    ['a stranger’s file', Buffer.from('PK\u0003\u0004 holiday pictures')],
    ['the first line alone', Buffer.from(sealedMagic)],
    ['a first line that never ends', Buffer.from(`${sealedMagic}${' '.repeat(9000)}\n`)],
    ['a later version', Buffer.from('chot sealed 2\n{}\n')],
    ['a list in front', Buffer.from(`${sealedMagic}[]\n`)],
  ])('is not sealed: %s', (_what, bytes) => expect(readSealed(bytes)).toBe('not-sealed'))

  test('is not read where it is larger than anything of ours', () => {
    expect(readSealed(new Uint8Array(mostTaken + 1))).toBe('too-large')
  })
})

describe('a batch that its kiosk signed and that is wrong all the same', () => {
  const entries = chained(3)
  const whole = opened(sealedOf(entries)).statement
  const linesOf = (of: readonly StoredEntry[]): Buffer =>
    Buffer.from(
      of
        .map(({ entry: { hash, id, at, kiosk, officer, kind, signer, signature }, payload }) =>
          JSON.stringify([hash, id, at, kiosk, officer, kind, signer, signature, payload]).concat('\n'),
        )
        .join(''),
    )
  const fault = (statement: object, lines: Buffer) =>
    opened(sealedBody({ ...statement, size: lines.length }, gzipSync(lines))).entries()

  test('would be right as this test writes it', () => expect(fault(whole, linesOf(entries))).toEqual({ entries }))

  test('names the entry that does not follow', () => {
    const [first, second, third] = entries as [StoredEntry, StoredEntry, StoredEntry]
    const altered = [first, { ...second, payload: '{"salt":"","n":20}' }, third]
    expect(fault(whole, linesOf(altered))).toEqual({ why: 'altered', seq: 2 })
    expect(fault(whole, linesOf([first, third, second]))).toEqual({ why: 'altered', seq: 2 })
    expect(fault(whole, linesOf([first, second]))).toEqual({ why: 'another-count', seq: 1 })
    expect(fault({ ...whole, hash: 'cd'.repeat(32) }, linesOf(entries))).toEqual({ why: 'another-end', seq: 3 })
    expect(fault(whole, Buffer.concat([linesOf([first]), Buffer.from('{}\n[]\n')]))).toEqual({
      why: 'not-a-line',
      seq: 2,
    })
  })

  test('inflates to what was said and not a byte further', () => {
    const lines = linesOf(entries)
    const bomb = gzipSync(Buffer.alloc(mostInflated + 1))
    expect(bomb.length).toBeLessThan(20_000)
    const unread = { why: 'not-inflated', seq: 1 }
    expect(opened(sealedBody({ ...whole, size: mostInflated }, bomb)).entries()).toEqual(unread)
    expect(opened(sealedBody({ ...whole, size: lines.length - 1 }, gzipSync(lines))).entries()).toEqual(unread)
    expect(opened(sealedBody({ ...whole, size: lines.length + 1 }, gzipSync(lines))).entries()).toEqual(unread)
    expect(opened(sealedBody(whole, Buffer.from('no gzip'))).entries()).toEqual(unread)
    const behind = Buffer.concat([gzipSync(lines), Buffer.from('behind')])
    expect(opened(sealedBody(whole, behind)).entries()).toEqual(unread)
  })

  test.each([
    ['more entries than a batch may hold', { through: 1001 }],
    ['an end before its beginning', { from: 3, through: 1 }],
    ['more bytes than are ever inflated', { size: mostInflated + 1 }],
    ['no entries and yet another head', { from: 4, through: 3, size: 0 }],
    ['a first entry that something comes before', { previous: 'ab'.repeat(32) }],
    ['a number that is none', { from: 1.5 }],
    ['hashes that are none', { hash: 'no hash' }],
  ])('is no batch where it says %s', (_what, said) => {
    const sealed = sealedBody({ ...whole, ...said }, new Uint8Array(0))
    expect(openBatch(nodeMeans, outsideOf(sealed), ours)).toBe('not-a-batch')
  })
})

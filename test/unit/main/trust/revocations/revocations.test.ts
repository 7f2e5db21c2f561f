/** Revocation lists: what is written is found, and what is not sound is refused. */
import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { noRevocations, parseRevocations, revocationHashes } from '../../../../../main/trust/revocations/index.ts'
import { buildRevocations, layout, mostRevocations, type PerKind } from '../../../../../shared/domain/revocation.ts'

const issuedAt = Date.parse('2021-10-04T08:00:00+07:00')
const nothing: PerKind<Uint8Array[]> = { identifier: [], 'country-identifier': [], signature: [] }
const noHash: PerKind<null> = { identifier: null, 'country-identifier': null, signature: null }

function bytesOf(hashes: Partial<PerKind<Uint8Array[]>>): Buffer {
  return Buffer.from(buildRevocations({ ...nothing, ...hashes }, issuedAt).buffer)
}

function listOf(hashes: Partial<PerKind<Uint8Array[]>>) {
  const answer = parseRevocations(bytesOf(hashes))
  if (!answer.ok) throw new Error(answer.why)
  return answer.list
}

function sha16(input: string | Uint8Array): string {
  return createHash('sha256').update(input).digest('hex').slice(0, 32)
}

const hex = (bytes: Uint8Array | null): string | null => bytes && Buffer.from(bytes).toString('hex')
const subject = {
  identifier: 'URN:UVCI:01:VN:ABC',
  country: 'VN',
  signature: Buffer.alloc(64, 7),
  algorithm: 'EdDSA',
} as const

describe('a revocation list', () => {
  it('finds every hash it was built of, under its own kind only', () => {
    const hashes = Array.from({ length: 5000 }, () => randomBytes(16))
    const list = listOf({ signature: hashes })
    expect(hashes.filter((hash) => list.find({ ...noHash, signature: hash }) !== 'signature')).toEqual([])
    expect(hashes.filter((hash) => list.find({ ...noHash, identifier: hash }) !== null)).toEqual([])
  })

  it('does not find neighbours of what it has', () => {
    const hash = Buffer.from('00ff00ff00ff00ff00ff00ff00ff00ff', 'hex')
    const list = listOf({ identifier: [hash] })
    for (let index = 0; index < 16; index++) {
      for (const step of [1, 255]) {
        const near = Buffer.from(hash)
        near[index] = near[index]! + step
        expect(list.find({ ...noHash, identifier: near })).toBeNull()
      }
    }
  })

  it('finds the least and the greatest hash there can be', () => {
    const ends = [Buffer.alloc(16, 0), Buffer.alloc(16, 0xff)]
    const list = listOf({ identifier: ends })
    expect(ends.map((hash) => list.find({ ...noHash, identifier: hash }))).toEqual(['identifier', 'identifier'])
  })

  it('finds all of many hashes that begin alike', () => {
    const hashes = Array.from({ length: 300 }, (_, index) =>
      Buffer.concat([Buffer.alloc(14, 5), Buffer.from([index >> 8, index & 255])]),
    )
    const list = listOf({ identifier: hashes.toReversed() })
    expect(hashes.every((hash) => list.find({ ...noHash, identifier: hash }) === 'identifier')).toBe(true)
  })

  it('keeps what is named twice once', () => {
    const hash = randomBytes(16)
    expect(listOf({ identifier: [hash, Buffer.from(hash)] }).size).toBe(1)
  })

  it('knows when it was issued and of which kinds it has any', () => {
    const list = listOf({ 'country-identifier': [randomBytes(16)] })
    expect([list.issuedAt, list.kinds]).toEqual([issuedAt, ['country-identifier']])
  })

  it('finds nothing where nothing was revoked', () => {
    expect(noRevocations.find(revocationHashes(subject))).toBeNull()
  })

  it('is not built of hashes of another length', () => {
    expect(() => buildRevocations({ ...nothing, identifier: [randomBytes(32)] }, issuedAt)).toThrow(RangeError)
  })
})

describe('the hashes of a certificate', () => {
  it('are of the identifier, and of the country before it', () => {
    const hashes = revocationHashes(subject)
    expect(hex(hashes.identifier)).toBe(sha16('URN:UVCI:01:VN:ABC'))
    expect(hex(hashes['country-identifier'])).toBe(sha16('VNURN:UVCI:01:VN:ABC'))
  })

  it('are of r alone for ECDSA, so that a signature turned around is the same', () => {
    const r = randomBytes(32)
    const one = revocationHashes({ ...subject, algorithm: 'ES256', signature: Buffer.concat([r, randomBytes(32)]) })
    const other = revocationHashes({ ...subject, algorithm: 'ES256', signature: Buffer.concat([r, randomBytes(32)]) })
    expect([hex(one.signature), hex(other.signature)]).toEqual([sha16(r), sha16(r)])
  })

  it.each(['EdDSA', 'PS256'] as const)('are of the whole signature for %s', (algorithm) => {
    const signature = randomBytes(256)
    expect(hex(revocationHashes({ ...subject, algorithm, signature }).signature)).toBe(sha16(signature))
  })

  it('leave out what is not known', () => {
    expect(revocationHashes({ identifier: null, country: 'VN', signature: Buffer.alloc(64), algorithm: null })).toEqual(
      noHash,
    )
  })

  it('leave out what is not asked for', () => {
    const hashes = revocationHashes(subject, ['signature'])
    expect([hashes.identifier, hashes['country-identifier'], hashes.signature === null]).toEqual([null, null, false])
  })
})

describe('a hostile list is refused', () => {
  const sound = (): Buffer =>
    bytesOf({ identifier: [Buffer.alloc(16, 1), Buffer.alloc(16, 2)], signature: [Buffer.alloc(16, 3)] })
  const why = (bytes: Buffer): string | null => {
    const answer = parseRevocations(bytes)
    return answer.ok ? null : answer.why
  }
  const spoilt = (spoil: (bytes: Buffer) => void): string | null => {
    const bytes = sound()
    spoil(bytes)
    return why(bytes)
  }

  it('but a sound one is not', () => expect(why(sound())).toBeNull())
  it('when it is empty', () => expect(why(Buffer.alloc(0))).toBe('not-a-list'))
  it('when it begins otherwise', () => expect(spoilt((bytes) => bytes.writeUInt8(0))).toBe('not-a-list'))
  it('when its version is another', () =>
    expect(spoilt((bytes) => bytes.writeUInt32BE(2, layout.versionAt))).toBe('version-unknown'))
  it('when it claims more than it holds', () =>
    expect(spoilt((bytes) => bytes.writeUInt32BE(3, layout.countsAt))).toBe('wrong-size'))
  it('when it claims less than it holds', () =>
    expect(spoilt((bytes) => bytes.writeUInt32BE(1, layout.countsAt))).toBe('wrong-size'))
  it('when it claims more than anybody revokes', () =>
    expect(spoilt((bytes) => bytes.writeUInt32BE(mostRevocations, layout.countsAt))).toBe('too-many'))
  it('when its time is beyond any calendar', () =>
    expect(spoilt((bytes) => bytes.fill(0xff, layout.issuedAt, 32))).toBe('time-impossible'))
  it('when two hashes are out of order', () => expect(spoilt((bytes) => bytes.fill(9, 32, 48))).toBe('not-in-order'))
  it('when a hash is there twice', () => expect(spoilt((bytes) => bytes.fill(2, 32, 48))).toBe('not-in-order'))
  it('when only the last byte of a pair is out of order', () => {
    const bytes = bytesOf({ identifier: [Buffer.alloc(16, 1), Buffer.concat([Buffer.alloc(15, 1), Buffer.from([2])])] })
    bytes[32 + 15] = 3
    expect(why(bytes)).toBe('not-in-order')
  })
})

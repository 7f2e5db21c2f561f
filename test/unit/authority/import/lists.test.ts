/** Published lists of keys: taken over when their signatures hold, refused whole when not. */
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { issueCertificate } from '../../../../authority/issue-certificate.ts'
import { encodeCbor, type Encodable } from '../../../../authority/cbor-encode.ts'
import { readAustrianList } from '../../../../authority/import/austrian-list.ts'
import { readGermanList } from '../../../../authority/import/german-list.ts'
import { readFingerprint, readSigner } from '../../../../authority/import/list-signer.ts'
import { readSwedishList } from '../../../../authority/import/swedish-list.ts'
import { readVciSnapshot } from '../../../../authority/import/vci-snapshot.ts'
import { keyFromJwk } from '../../../../main/trust/index.ts'
import { signatureInput } from '../../../../shared/certificate/cose.ts'
import { failureOf } from './failure-of.ts'

function pair(curve: 'P-256' | 'P-521'): { publicKey: KeyObject; privateKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: curve })
}
const lister = pair('P-256')
const stranger = pair('P-256')

const day = 86_400_000
const today = Date.parse('2021-10-04T00:00:00Z')

/** A signer's certificate, DER, signed by itself. */
function certificateOf(
  keys: { publicKey: KeyObject; privateKey: KeyObject },
  purposes: readonly string[] = [],
): Buffer {
  const names = { country: 'VN', commonName: 'Signer' }
  const content = { ...names, state: null, publicKey: keys.publicKey, notBefore: today, notAfter: today + 365 * day }
  return issueCertificate({ ...content, authority: false, purposes, documentTypes: [] }, { ...names, keys })
}

const testSigner = pair('P-256')
const forTests = certificateOf(testSigner, ['1.3.6.1.4.1.1847.2021.1.1'])
const kid = createHash('sha256').update(forTests).digest().subarray(0, 8).toString('base64')

function german(content: string, key: KeyObject = lister.privateKey): Buffer {
  const signature = sign('sha256', Buffer.from(content), { key, dsaEncoding: 'ieee-p1363' })
  return Buffer.from(`${signature.toString('base64')}\n${content}`)
}

describe('a list as Germany publishes it', () => {
  it('is refused when somebody else signed it', () => {
    expect(failureOf(() => readGermanList(german('{"certificates":[]}', stranger.privateKey), lister.publicKey))).toBe(
      'list-signature',
    )
  })

  it('is refused when one byte was altered', () => {
    const list = german('{"certificates":[]}')
    list[list.length - 1] = 0x20
    expect(failureOf(() => readGermanList(list, lister.publicKey))).toBe('list-signature')
  })

  it('is refused when it has no signature line', () => {
    expect(failureOf(() => readGermanList(Buffer.from('{"certificates":[]}'), lister.publicKey))).toBe('list-signature')
  })

  it('is refused when it is signed but no list', () => {
    expect(failureOf(() => readGermanList(german('{"keys":[]}'), lister.publicKey))).toBe('list-form')
  })

  it('gives keys with what their certificates say of them', () => {
    const item = { certificateType: 'DSC', country: 'VN', kid, rawData: forTests.toString('base64') }
    const { entries, refused } = readGermanList(german(JSON.stringify({ certificates: [item] })), lister.publicKey)
    const { x, y } = testSigner.publicKey.export({ format: 'jwk' })
    const validity = { notBefore: '2021-10-04T00:00:00.000Z', notAfter: '2022-10-04T00:00:00.000Z' }
    expect(refused).toEqual([])
    expect(entries).toMatchObject([
      { kty: 'EC', crv: 'P-256', x, y, kid, country: 'VN', usage: ['test'], ...validity, x5c: [item.rawData] },
    ])
  })

  it('does not give a key of what is no document signer', () => {
    const item = { certificateType: 'CSCA', country: 'VN', kid, rawData: forTests.toString('base64') }
    expect(readGermanList(german(JSON.stringify({ certificates: [item] })), lister.publicKey).refused).toHaveLength(1)
  })

  it('names an entry that cannot be used, and goes on', () => {
    const list = german('{"certificates":[{"certificateType":"DSC","country":"VN","kid":"AAAA","rawData":"AAAA"}]}')
    expect(readGermanList(list, lister.publicKey)).toMatchObject({ entries: [], refused: [{ name: 'VN AAAA' }] })
  })
})

describe('a list as Sweden publishes it', () => {
  const at = today
  const leaf = certificateOf(lister)
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  function jws(payload: object, header: object = {}, key: KeyObject = lister.privateKey): Buffer {
    const signed = `${encode({ alg: 'ES256', x5c: [leaf.toString('base64')], ...header })}.${encode(payload)}`
    const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' })
    return Buffer.from(`${signed}.${signature.toString('base64url')}`)
  }
  const listed = (keys: object[], eku: Record<string, string[]> = {}): object => ({
    exp: at / 1000 + 60,
    dsc_trust_list: { VN: { eku, keys } },
  })
  const read = (file: Buffer) => readSwedishList(file, { key: lister.publicKey }, at)
  const bare = { ...testSigner.publicKey.export({ format: 'jwk' }), kid }

  it('gives certified keys and bare ones', () => {
    const certified = { ...bare, x5c: [forTests.toString('base64')] }
    expect(read(jws(listed([certified, bare]))).entries.map(({ country, usage }) => [country, usage])).toEqual([
      ['VN', ['test']],
      ['VN', undefined],
    ])
  })

  it('narrows what a key may sign to the purposes it lists', () => {
    const { entries } = read(jws(listed([bare], { [kid]: ['1.3.6.1.4.1.0.1847.2021.1.2'] })))
    expect(entries).toMatchObject([{ usage: ['vaccination'] }])
  })

  it('refuses a key to which list and certificate leave no purpose', () => {
    const certified = { ...bare, x5c: [forTests.toString('base64')] }
    expect(read(jws(listed([certified], { [kid]: ['1.3.6.1.4.1.1847.2021.1.3'] })))).toMatchObject({
      entries: [],
      refused: [{ name: 'VN, key 1' }],
    })
  })

  it('is refused when another key signed it in the name of that certificate', () => {
    expect(failureOf(() => read(jws(listed([]), {}, stranger.privateKey)))).toBe('list-signature')
  })

  it('is refused when another certificate signed it soundly', () => {
    const other = certificateOf(stranger).toString('base64')
    expect(failureOf(() => read(jws(listed([]), { x5c: [other] }, stranger.privateKey)))).toBe('list-signature')
  })

  it.each([['none'], ['HS256']])('is refused when it claims the algorithm %s', (alg) => {
    expect(failureOf(() => read(jws(listed([]), { alg })))).toBe('list-form')
  })

  it('is refused when it claims an algorithm of other keys', () => {
    expect(failureOf(() => read(jws(listed([]), { alg: 'RS256' })))).toBe('list-signature')
  })

  it('is refused when it has extensions that must be understood', () => {
    expect(failureOf(() => read(jws(listed([]), { crit: ['b64'] })))).toBe('list-form')
  })

  it('is refused when it has run out', () => {
    expect(failureOf(() => read(jws({ exp: at / 1000 - 1, dsc_trust_list: {} })))).toBe('list-out-of-date')
  })
})

describe('a snapshot as VCI publishes it', () => {
  const signer = pair('P-521')
  const jwk = lister.publicKey.export({ format: 'jwk' })
  const snapshot = (iss: string, key: object): Buffer =>
    Buffer.from(JSON.stringify({ issuerInfo: [{ issuer: { iss, name: 'Clinic' }, keys: [key] }] }))
  const read = (file: Buffer) => readVciSnapshot(file, sign('sha512', file, signer.privateKey), signer.publicKey)

  it('gives keys that a checkpoint finds by issuer and identifier', () => {
    const { entries } = read(snapshot('https://clinic.example/shc', { ...jwk, kid: 'abc', use: 'sig', alg: 'ES256' }))
    expect(entries).toEqual([{ ...jwk, kid: 'abc', issuer: 'https://clinic.example/shc' }])
    expect(keyFromJwk(entries[0]).issuer).toBe('https://clinic.example/shc')
  })

  it('is refused when it was altered', () => {
    const file = snapshot('https://clinic.example/shc', { ...jwk, kid: 'abc' })
    const signature = sign('sha512', file, signer.privateKey)
    file[0] = 0x20
    expect(failureOf(() => readVciSnapshot(file, signature, signer.publicKey))).toBe('list-signature')
  })

  it.each([
    ['an issuer without https', 'http://clinic.example', { ...jwk, kid: 'abc' }],
    ['a key without identifier', 'https://clinic.example', jwk],
    ['a key that is no point of its curve', 'https://clinic.example', { ...jwk, kid: 'abc', y: jwk.x }],
  ])('refuses %s', (_, iss, key) => {
    expect(read(snapshot(iss, key))).toMatchObject({ entries: [], refused: [{ name: 'Clinic' }] })
  })
})

describe('a list as Austria publishes it', () => {
  const at = 1_000_000
  function sealed(
    list: Buffer,
    changes: { digest?: Buffer; notBefore?: number; expiresAt?: number; key?: KeyObject } = {},
  ): Buffer {
    const {
      digest = createHash('sha256').update(list).digest(),
      notBefore = 0,
      expiresAt = 2000,
      key = lister.privateKey,
    } = changes
    const header = encodeCbor(new Map<number, Encodable>([[1, -7]]))
    const payload = encodeCbor(
      new Map<number, Encodable>([
        [2, digest],
        [4, expiresAt],
        [5, notBefore],
      ]),
    )
    const signature = sign('sha256', signatureInput(header, payload), { key, dsaEncoding: 'ieee-p1363' })
    return encodeCbor([header, new Map(), payload, signature])
  }
  const list = encodeCbor({ c: [{ i: Buffer.alloc(8), c: Buffer.from('no certificate') }] })
  const read = (signature: Buffer) => readAustrianList(list, signature, lister.publicKey, at)

  it('is read, entry by entry', () => expect(read(sealed(list)).refused).toMatchObject([{ name: 'certificate 1' }]))
  it('is refused when the seal is of another list', () =>
    expect(failureOf(() => read(sealed(list, { digest: Buffer.alloc(32) })))).toBe('list-signature'))
  it('is refused when somebody else sealed it', () =>
    expect(failureOf(() => read(sealed(list, { key: stranger.privateKey })))).toBe('list-signature'))
  it('is refused when it has run out', () =>
    expect(failureOf(() => read(sealed(list, { expiresAt: 999 })))).toBe('list-out-of-date'))
  it('is refused when it has not begun', () =>
    expect(failureOf(() => read(sealed(list, { notBefore: 1001 })))).toBe('list-out-of-date'))
  it('is refused when the seal is none', () => expect(failureOf(() => read(Buffer.from('seal')))).toBe('list-form'))
})

describe('the signer of a list', () => {
  it('is read from a public key', () => {
    const pem = Buffer.from(lister.publicKey.export({ format: 'pem', type: 'spki' }))
    expect(readSigner(pem, 'key.pem').equals(lister.publicKey)).toBe(true)
  })

  it('is not read from anything else', () => {
    expect(failureOf(() => readSigner(Buffer.from('hello'), 'key.pem'))).toBe('signer-unreadable')
  })

  it('is known by a fingerprint as tools print it', () => {
    expect(readFingerprint(`${'AB:'.repeat(31)}AB`)).toBe('ab'.repeat(32))
    expect(readFingerprint('abcd')).toBeNull()
  })
})

/** The lists that exist in public, as other people made them. */
import { createHash, generateKeyPairSync, X509Certificate } from 'node:crypto'
import { expect, it, describe } from 'vitest'
import { readAustrianList } from '../../../../authority/import/austrian-list.ts'
import { readCertificateFiles } from '../../../../authority/import/certificate-files.ts'
import { readGermanList } from '../../../../authority/import/german-list.ts'
import { isPinned, readSigner } from '../../../../authority/import/list-signer.ts'
import { readSwedishList } from '../../../../authority/import/swedish-list.ts'
import { readVciSnapshot } from '../../../../authority/import/vci-snapshot.ts'
import { keyFromJwk, readCertified } from '../../../../main/trust/index.ts'
import { failureOf } from './failure-of.ts'
import { haveLists, publicFile, publicPath } from './public-lists.ts'

const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' })

describe.skipIf(!haveLists)('the public lists in ../shared/data', () => {
  const jws = (): Buffer => publicFile('trust-lists/se/dsc-tl-spec-sample.jws')
  const leaf = (): X509Certificate => {
    const header: { x5c: string[] } = JSON.parse(
      Buffer.from(jws().toString().split('.')[0] ?? '', 'base64url').toString(),
    )
    return new X509Certificate(Buffer.from(header.x5c[0] ?? '', 'base64'))
  }
  const may2021 = Date.parse('2021-05-04T00:00:00Z')

  it('Germany: all 829 signers can be used, Viet Nam’s among them', () => {
    const signer = readSigner(publicFile('trust-lists/de/dsc-list-signing-key.pem'), 'signer')
    const { entries, refused } = readGermanList(publicFile('trust-lists/de/dsc-list.json'), signer)
    expect([entries.length, refused]).toEqual([829, []])
    expect(entries.find(({ country }) => country === 'VN')).toMatchObject({
      kid: 'ZtJVElOdWm0=',
      notAfter: '2026-07-14T11:43:43.000Z',
      kty: 'RSA',
    })
    expect(entries.map((entry) => keyFromJwk(entry).keyType).filter((type) => type !== 'ec' && type !== 'rsa')).toEqual(
      [],
    )
  })

  it('Sweden: keys come with the purposes that the list narrows them to', () => {
    const { entries } = readSwedishList(jws(), { key: leaf().publicKey }, may2021)
    expect(entries.map(({ country, usage }) => [country, usage])).toEqual([
      ['DE', ['test']],
      ['DE', undefined],
      ['DE', ['vaccination']],
      ['SE', ['test']],
      ['SE', ['vaccination', 'recovery']],
    ])
  })

  it('Sweden: a pin by fingerprint is enough, another one is not', () => {
    const fingerprint = createHash('sha256').update(leaf().raw).digest('hex')
    const read = readCertified(leaf().raw)
    expect(read.ok && isPinned(read.certified, { fingerprint })).toBe(true)
    expect(failureOf(() => readSwedishList(jws(), { fingerprint: '0'.repeat(64) }, may2021))).toBe('list-signature')
  })

  it('Sweden: the certificate inside is not believed for its being there', () => {
    expect(failureOf(() => readSwedishList(jws(), { key: stranger.publicKey }, may2021))).toBe('list-signature')
  })

  it('Sweden: an altered list is refused', () => {
    const [header, payload = '', signature] = jws().toString().trim().split('.')
    const altered = Buffer.from(payload, 'base64url').toString().replace('"DE"', '"VN"')
    const forged = Buffer.from([header, Buffer.from(altered).toString('base64url'), signature].join('.'))
    expect(failureOf(() => readSwedishList(forged, { key: leaf().publicKey }, may2021))).toBe('list-signature')
  })

  it('Sweden: a list that has run out is refused', () => {
    expect(failureOf(() => readSwedishList(jws(), { key: leaf().publicKey }, Date.parse('2021-05-05T00:00:00Z')))).toBe(
      'list-out-of-date',
    )
  })

  it('Austria: both keys are read', () => {
    const [list, seal, signer] = ['trustlist-v2-content.cbor', 'trustlist-v2-signature.cose', 'signer.der'].map(
      (name) => publicFile(`trust-lists/at/${name}`),
    )
    const { entries, refused } = readAustrianList(list!, seal!, readSigner(signer!, 'signer'), 3_600_000)
    expect([entries.map(({ kty }) => kty), refused]).toEqual([['EC', 'RSA'], []])
  })

  it('VCI: all keys are read; one of the 651 issuers has none', () => {
    const [file, signature, signer] = ['vci_snapshot.json', 'vci_snapshot.sig', 'vci_snapshot.crt'].map((name) =>
      publicFile(`trust-lists/vci/${name}`),
    )
    const { entries, refused } = readVciSnapshot(file!, signature!, readSigner(signer!, 'signer'))
    expect([entries.length, new Set(entries.map(({ issuer }) => issuer)).size, refused]).toEqual([961, 650, []])
  })

  it('PEM: a folder’s certificates are read, other files in it are not', () => {
    expect(readCertificateFiles(publicPath('viet-nam')).entries.map(({ kid, country }) => `${country} ${kid}`)).toEqual(
      ['VN 8w2kZxb3iC0=', 'VN ZtJVElOdWm0='],
    )
  })
})

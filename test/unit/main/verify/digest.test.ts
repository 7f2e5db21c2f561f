/** What a certificate is, is what was signed: its digest does not change with the text around that. */
import { deflateSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hc1Text } from '../../../../authority/issue-hc1.ts'
import { issueNzcp } from '../../../../authority/issue-nzcp.ts'
import { issueShcJws, shcText } from '../../../../authority/issue-shc.ts'
import { decodeBase45, encodeBase45 } from '../../../../shared/certificate/base45.ts'
import { codeOf, hour, judge, keyOf, now, testPayload } from '../../../fixtures/certificates.ts'
import { vdsNcCode } from '../../../fixtures/vds-nc.ts'
import { contentOf } from '../../shared/certificate/shc-card.ts'

const digestOf = (text: string): string | null => judge(text).digest

const hc1 = codeOf()
const cose = inflateSync(decodeBase45(hc1, 'HC1:'.length))
const jws = issueShcJws(contentOf(), keyOf('ES256'))
const vds = vdsNcCode()
const pass = {
  issuer: 'did:web:nzcp.example.nz',
  kid: 'key-1',
  notBefore: now - hour,
  expiresAt: now + hour,
  identifier: '60a4f54d-4e30-4332-be33-ad78b1eafa4b',
  subject: { givenName: 'Jack', familyName: 'Sparrow', dob: '1960-04-16' },
}

/** A text, and the same certificate written in other ways. */
const written: [string, string, string[]][] = [
  [
    'HC1',
    hc1,
    [
      `HC1:${encodeBase45(deflateSync(cose, { level: 0 }))}`,
      hc1Text(cose.subarray(1)),
      hc1Text(Buffer.concat([Buffer.from([0xd8, 0x3d]), cose])),
    ],
  ],
  ['SHC', shcText(jws), [shcText(jws).replace('shc:/', 'SHC:/'), shcText(jws).replace('shc:/', 'shc:/1/1/')]],
  ['VDS-NC', vds, [JSON.stringify(JSON.parse(vds), null, 2), `[${vds}]`]],
  ['NZCP', issueNzcp(pass, keyOf('ES256')), []],
]

describe.each(written)('the digest of %s', (format, text, others) => {
  test('is there, and is the same for every way to write the same certificate', () => {
    expect(judge(text).format).toBe(format)
    expect(digestOf(text)).toMatch(/^[0-9a-f]{64}$/)
    for (const other of others) expect(digestOf(other)).toBe(digestOf(text))
  })

  test('is the same with white space around it', () => {
    const space = fc.string({ unit: fc.constantFrom(' ', '\t', '\r', '\n', '\u00a0'), maxLength: 4 })
    fc.assert(
      fc.property(space, space, (before, behind) => {
        expect(digestOf(before + text + behind)).toBe(digestOf(text))
      }),
      { numRuns: 20 },
    )
  })
})

describe('the digest', () => {
  test('differs between certificates, also of one identifier', () => {
    expect(digestOf(codeOf({ payload: testPayload({ tc: 'CDC Bắc Ninh' }) }))).not.toBe(digestOf(hc1))
  })

  test('of what is no certificate is none', () => {
    for (const text of ['hello', 'HC1:', 'shc:/00']) expect(digestOf(text)).toBeNull()
  })
})

/** Certificates as people hand them over. */
import { describe, expect, test } from 'vitest'
import { readCertificates } from '../../../../main/trust/index.ts'
import { readX509 } from '../../../../main/trust/certificates/x509.ts'
import { newAuthority } from '../../../fixtures/vds-nc.ts'

const { certificate: der } = newAuthority()
const block = (label: string, bytes: Buffer = der): string =>
  `-----BEGIN ${label}-----\n${bytes.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`

/** Of each part of a file: what was parsed, in base64, or why it is none. */
const readingsOf = (content: Buffer | string): string[] =>
  readCertificates(Buffer.from(content)).map((reading) =>
    reading.ok ? reading.certificate.der.toString('base64') : reading.why,
  )

const whole = der.toString('base64')
/** What OpenSSL puts behind a certificate: a SEQUENCE of purposes. */
const auxiliary = Buffer.from('300c300a06082b06010505070301', 'hex')

describe('a certificate in a file', () => {
  test.each([
    ['PEM', block('CERTIFICATE')],
    ['PEM of older programs', block('X509 CERTIFICATE')],
    ['PEM of older programs still', block('X.509 CERTIFICATE')],
    ['PEM with words before and after', `Subject: CSCA\n${block('CERTIFICATE')}end\n`],
    ['PEM with Windows’ line ends', block('CERTIFICATE').replaceAll('\n', '\r\n')],
    ['PEM with a byte order mark', `\uFEFF${block('CERTIFICATE')}`],
    ['OpenSSL’s own form', block('TRUSTED CERTIFICATE', Buffer.concat([der, auxiliary]))],
    ['OpenSSL’s own form without more', block('TRUSTED CERTIFICATE')],
  ])('is taken as it was parsed, from %s', (_form, content) => {
    expect(readingsOf(content)).toEqual([whole])
  })

  test('is taken from DER, and from PEM in UTF-16', () => {
    expect(readingsOf(der)).toEqual([whole])
    expect(readingsOf(Buffer.from(`\uFEFF${block('CERTIFICATE')}`, 'utf16le'))).toEqual([whole])
  })

  test('does not cost the others where it is none', () => {
    const content = block('CERTIFICATE') + block('PUBLIC KEY') + block('X509 CERTIFICATE')
    expect(readingsOf(content)).toEqual([whole, 'a block "PUBLIC KEY" is no certificate', whole])
  })

  test.each([
    ['with more after it', block('CERTIFICATE', Buffer.concat([der, auxiliary])), 'not DER: bytes after the end'],
    ['DER with a line end after it', Buffer.concat([der, Buffer.from('\n')]), 'not DER: bytes after the end'],
    ['that has no end', block('CERTIFICATE').replace(/-----END.*/s, ''), 'cut short: the certificate has no end'],
    [
      'whose end is another’s',
      block('CERTIFICATE').replace('END CERT', 'END X509 CERT'),
      'cut short: the certificate has no end',
    ],
    ['that is not base64', block('CERTIFICATE').replace('M', '*'), 'not base64'],
    ['that is PEM within PEM', block('CERTIFICATE', Buffer.from(block('CERTIFICATE'))), 'not DER: '],
    ['that is nothing', Buffer.alloc(0), 'not DER: ends early'],
  ])('is none %s', (_what, content, why) => {
    const [reading, ...more] = readingsOf(content)
    expect([more.length, reading]).toEqual([0, expect.stringContaining(why)])
  })
})

test('many beginnings without an end are read once', () => {
  const readings = readCertificates(Buffer.from('-----BEGIN CERTIFICATE-----\n'.repeat(10_000)))
  expect(readings).toHaveLength(10_000)
})

test.each([
  ['the 31st of February', '220231000000Z'],
  ['a 13th month', '221301000000Z'],
  ['the 24th hour', '220101240000Z'],
])('a certificate dated %s is none', (_what, time) => {
  const bytes = Buffer.from(der)
  const at = bytes.indexOf(Buffer.from([0x17, 0x0d]))
  bytes.write(time, at + 2, 'latin1')
  expect(() => readX509(bytes)).toThrow('a time that cannot be')
})

/** A code inside a longer text, or spelled otherwise: it is read where it can be, and nothing is made up. */
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { issueNzcp } from '../../../../authority/issue-nzcp.ts'
import { shcText, signJws } from '../../../../authority/issue-shc.ts'
import { mostInside, signedInside } from '../../../../shared/barcode/inner-text.ts'
import { decode } from '../../../../shared/certificate/decode.ts'
import { guessWhatItIs } from '../../../../shared/document/guess.ts'
import { recogniseDocument } from '../../../../shared/document/recognise.ts'
import { codeOf, hour, keyOf, now } from '../../../fixtures/certificates.ts'
import { vdsNcCode } from '../../../fixtures/vds-nc.ts'
import { claimsOf, key } from '../certificate/shc-card.ts'

const nzcp = issueNzcp(
  {
    issuer: 'did:web:nzcp.example.nz',
    kid: 'key-1',
    notBefore: now - hour,
    expiresAt: now + hour,
    identifier: '60a4f54d-4e30-4332-be33-ad78b1eafa4b',
    subject: { givenName: 'An', dob: '1999-02-26' },
  },
  keyOf('ES256'),
)
const signed = {
  hc1: codeOf(),
  shc: shcText(signJws(deflateRawSync(JSON.stringify(claimsOf())), key)),
  nzcp,
  vdsNc: vdsNcCode(),
}
const identities = {
  card: '024090000001||Đặng Thử Mẫu|17051990|Nam|Số 1, Xã Mẫu|01072021',
  insurance: `GD4797934567890|${Buffer.from('Lê Cụ').toString('hex')}|1940|1|Huế|46 - 001|01/01/2021|-`,
  personal: 'B12345678|NGUYEN VAN AN|1987-01-18|0|162979388586171100|<1<',
}
const kinds = Object.entries({ ...signed, ...identities })

/** What is read of a text; further fields, of which no order is known, keep what stands behind them. */
function read(text: string) {
  const document = recogniseDocument(text)
  return decode(text) ?? (document && { ...document, extras: [] })
}

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))

const ways: Record<string, (text: string) => string> = {
  'in quotation marks': (text) => `"${text}"`,
  'in Vietnamese quotation marks': (text) => `“${text}”`,
  'in brackets': (text) => `<${text}>`,
  'in the asterisks of Code 39': (text) => `*${text}*`,
  'in an address': (text) => `https://verify.example.vn/?lang=vi&code=${encodeURIComponent(text)}`,
  'behind the mark of a fragment': (text) => `https://verify.example.vn/viewer#${text}`,
  'in the field of a form': (text) => encodeURIComponent(text).replaceAll('%20', '+'),
  'behind a date and a time': (text) => `2026-11-28 07:30:00;${text}`,
  'behind the length of a message': (text) => `[)>\u001E06\u001D${text}\u001E\u0004`,
  'before a line end that is written out': (text) => `${text}\\r\\n`,
  'before a key that is written out': (text) => `${text}{ENTER}`,
  'before the next cells of a list': (text) => `${text};1;`,
  'twice, as a scanner that is pressed twice sends it': (text) => `${text}\r${text}`,
  'in letters of full width': fullWidth,
  'two bytes a letter': (text) => Array.from(text).join('\0'),
  'behind a byte order mark read as letters': (text) => `ï»¿${text}`,
  'behind two identifiers of the symbol': (text) => `]Q1]Q1${text}`,
}

describe('a code', () => {
  test.each(
    Object.entries(ways).flatMap(([how, way]) => kinds.map(([kind, text]) => [kind, how, way(text), text] as const)),
  )('is read as it is: %s %s', (_kind, _how, text, bare) => {
    const [found, itself] = [read(text), read(bare)]
    expect(itself).not.toBeNull()
    expect(found).toEqual(itself)
  })

  test.each([
    ['a space that never breaks the line', '\u200D'],
    ['a soft hyphen', '\u00AD'],
    ['a line end', '\r\n'],
  ])('of JSON is read with %s inside', (_what, mark) => {
    const { vdsNc } = signed
    expect(read(vdsNc.slice(0, 200) + mark + vdsNc.slice(200))).toEqual(read(vdsNc))
  })

  test('of JSON is read with the quotation marks of a telephone, a page or a program', () => {
    const { vdsNc } = signed
    for (const text of [
      vdsNc.replaceAll('"', '”'),
      vdsNc.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
      JSON.stringify(vdsNc),
    ])
      expect(read(text)).toEqual(read(vdsNc))
  })

  test('is not taken for the whole where another one or much else stands behind it', () => {
    const { hc1, shc } = signed
    for (const behind of [`${hc1.slice(0, -2)}AA`, shc, ' và nhiều chữ khác'.repeat(8)])
      expect(signedInside(hc1 + behind)).not.toContain(hc1)
  })

  test('of another person is never made of a number that letters or digits stand before', () => {
    for (const before of ['A', '0', 'x1', 'Ă']) expect(recogniseDocument(before + identities.card)).toBeNull()
  })

  test.each([
    ['SHC', signed.shc.slice(1)],
    ['NZCP', signed.nzcp.slice(1)],
    ['VDS-NC', signed.vdsNc.slice(1)],
    ['HC1', signed.hc1.slice(1)],
    ['HC1', signed.hc1.slice(3)],
  ])('whose first characters were cut off is said to be one: %s', (_kind, text) => {
    expect(decode(text)).toBeNull()
    expect(guessWhatItIs(text)).toEqual({ kind: 'headless-certificate' })
  })

  test.each([identities.card.slice(1), `0${identities.card}`])('of a citizen is said to be damaged: %s', (text) => {
    expect(guessWhatItIs(text)).toEqual({ kind: 'damaged-document', document: 'citizen-card' })
  })
})

test('any text has so many codes inside at most, and none of them is longer than it', () => {
  const pieces = fc.constantFrom(
    'HC1:',
    'shc:/1',
    'NZCP:/1/A',
    '{"data"}',
    '%3A',
    '+',
    '"',
    '*',
    '&quot;',
    '|',
    '\0',
    'A B',
  )
  const text = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 40 }).map((all) => all.join(''))
  fc.assert(
    fc.property(text, (given) => {
      const found = signedInside(given)
      expect(found.length).toBeLessThanOrEqual(mostInside)
      for (const code of found) expect(code.length).toBeLessThanOrEqual(given.normalize('NFKC').length)
    }),
  )
  expect(signedInside('%3A"'.repeat(10_000))).toEqual([])
})

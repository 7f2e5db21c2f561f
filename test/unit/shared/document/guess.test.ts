import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessKinds, guessWhatItIs } from '../../../../shared/document/guess.ts'
import { guessSentences } from '../../../../shared/document/guess-sentences.ts'

const vietQr =
  '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E'

describe('what a text seems to be', () => {
  test.each([
    ['https://example.vn/?a=1|2|3|4|5|6|7', { kind: 'url', host: 'example.vn' }],
    ['HTTP://Example.VN:8080/x', { kind: 'url', host: 'example.vn' }],
    ['www.example.vn', { kind: 'url', host: 'www.example.vn' }],
    ['https://qr.pccovid.gov.vn/AbC123', { kind: 'location-code', host: 'qr.pccovid.gov.vn', code: 'AbC123' }],
    ['https://qr.pccovid.gov.vn/', { kind: 'url', host: 'qr.pccovid.gov.vn' }],
    ['WIFI:T:WPA;S:Quán\\;Cà phê;P:S:secret;;', { kind: 'wifi', network: 'Quán;Cà phê' }],
    ['WIFI:T:WPA;P:S:secret;;', { kind: 'wifi', network: null }],
    ['BEGIN:VCARD\r\nFN:An\r\nEND:VCARD', { kind: 'contact' }],
    ['MECARD:N:An;;', { kind: 'contact' }],
    ['tel:+84943000000', { kind: 'phone' }],
    ['0943000000', { kind: 'phone' }],
    ['SMSTO:8088:KQ', { kind: 'message' }],
    ['mailto:a@example.vn', { kind: 'email' }],
    ['a.b@example.vn', { kind: 'email' }],
    ['geo:21.27,106.19', { kind: 'place' }],
    [vietQr, { kind: 'payment', vietQr: true }],
    ['8934588012112', { kind: 'product', symbology: 'GTIN-13', digits: '8934588012112' }],
    ['96385074', { kind: 'product', symbology: 'GTIN-8', digits: '96385074' }],
    ['024099012346', { kind: 'identity-number', number: '024099012346' }],
    ['003099012346', { kind: 'plain-text' }],
    [
      `HC2:${'6'.repeat(40)}`,
      { kind: 'certificate-family', family: 'health-certificate-other-version', system: 'HC2' },
    ],
    [`NL2:${'6'.repeat(40)}`, { kind: 'certificate-family', family: 'dutch-domestic', system: 'NL2' }],
    ['PK\u0003\u0004\u0000certificate.json', { kind: 'certificate-family', family: 'divoc', system: 'DIVOC' }],
    [`LT1:${'6'.repeat(40)}`, { kind: 'certificate-family', family: 'base45-scheme', system: 'LT1' }],
    [`cz1:${'6bf+70'.repeat(9)}`, { kind: 'certificate-family', family: 'base45-scheme', system: 'CZ1' }],
    [`DE01:${'6BF+70'.repeat(12)}`, { kind: 'certificate-family', family: 'base45-scheme', system: 'DE01' }],
    [`"HC10:${'6BF+70'.repeat(12)}"`, { kind: 'certificate-family', family: 'base45-scheme', system: 'HC10' }],
    ['openid4vp://?client_id=x', { kind: 'certificate-family', family: 'wallet', system: 'OpenID' }],
    ['eudi-openid4vp://authorize?x', { kind: 'certificate-family', family: 'wallet', system: 'OpenID' }],
    ['openid-credential-offer://?x', { kind: 'certificate-family', family: 'wallet', system: 'OpenID' }],
    ['mdoc:owBjMS4wAYIB2BhYS6QB', { kind: 'certificate-family', family: 'wallet', system: 'ISO 18013-5' }],
    [
      'eyJhbGciOiJFUzI1NiJ9.eyJ2Y3QiOiJ4In0.c2lnbmF0dXJl~WyJhIl0~',
      { kind: 'certificate-family', family: 'verifiable-credential', system: 'Verifiable Credential' },
    ],
    [
      '@\n\u001E\rANSI 636014040002DL00410278ZC',
      { kind: 'certificate-family', family: 'driving-licence', system: 'AAMVA' },
    ],
    ['2|99|0912345678|NGUYEN VAN A|a@b.c|0|0|50000||transfer_myqr', { kind: 'payment', vietQr: false }],
    ['upi://pay?pa=x@y', { kind: 'payment', vietQr: false }],
    ['240123456789|ĐẶNG THỬ MẪU|17/05/1990|B2|01/01/2030', { kind: 'plain-text' }],
    [`URL:HTTPS://${'EXAMPLE.VN/'.repeat(9)}`, { kind: 'plain-text' }],
    [`NZCP:/2/${'ABCD2345'.repeat(4)}`, { kind: 'certificate-family', family: 'pass-other-version', system: 'NZCP' }],
    [
      'shlink:/eyJ1cmwiOiJodHRwczovL2EifQ',
      { kind: 'certificate-family', family: 'health-link', system: 'SMART Health Link' },
    ],
    [
      'https://viewer.example/see?x=1#shlink:/eyJ1cmwiOiJodHRwczovL2EifQ',
      { kind: 'certificate-family', family: 'health-link', system: 'SMART Health Link' },
    ],
    [
      'SHLINK:/EYJ1CMWIOIJODHRWCZOVL2EIFQ',
      { kind: 'certificate-family', family: 'health-link', system: 'SMART Health Link' },
    ],
    ['SHLINK:/EYJ', { kind: 'certificate-family', family: 'health-link', system: 'SMART Health Link' }],
    [
      'https://viewer.example/#shlink:/eyJ1',
      { kind: 'certificate-family', family: 'health-link', system: 'SMART Health Link' },
    ],
    [
      'https://viewer.example/#/shlink:/eyJ1cmwiOiJo',
      { kind: 'certificate-family', family: 'health-link', system: 'SMART Health Link' },
    ],
    [
      'QR:shlink:/eyJ1cmwiOiJodHRwczovL2EifQ',
      { kind: 'certificate-family', family: 'health-link', system: 'SMART Health Link' },
    ],
    [
      `\u00DC\u0003${'\u0080VNM'.repeat(9)}`,
      { kind: 'certificate-family', family: 'visible-digital-seal', system: 'ICAO VDS' },
    ],
    ['AB1: tel 0943', { kind: 'plain-text' }],
    [
      '{"credentialSubject":{}}',
      { kind: 'certificate-family', family: 'verifiable-credential', system: 'Verifiable Credential' },
    ],
    [
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
      { kind: 'travel-document' },
    ],
    [
      `P<UTOERIKSSON<<ANNA<MARIA${'<'.repeat(19)}L898902C36UTO7408122F1204159ZE184226B<<<<<10`,
      { kind: 'travel-document' },
    ],
    [
      `p<utoeriksson<<anna<maria${'<'.repeat(19)}\nl898902c36uto7408122f1204159ze184226b<<<<<10`,
      { kind: 'travel-document' },
    ],
    [
      `I<UTOD231458907${'<'.repeat(15)}7408122F1204159UTO${'<'.repeat(11)}6ERIKSSON<<ANNA<MARIA${'<'.repeat(10)}`,
      { kind: 'travel-document' },
    ],
    [
      '001099012345||Nguy\uFFFDn V\uFFFDn An|15081999|Nam|H\uFFFD N\uFFFDi|02092021',
      { kind: 'damaged-document', document: 'citizen-card' },
    ],
    [
      '001099012345||Nguyá»\u0085n VÄ\u0083n An|15081999|Nam|Hà Ná»\u0099i|02092021',
      { kind: 'damaged-document', document: 'citizen-card' },
    ],
    [
      '0010990I2345||Nguyễn Văn An|15081999|Nam|Hà Nội|02092021',
      { kind: 'damaged-document', document: 'citizen-card' },
    ],
    [
      '001099012345||Nguy?n V?n An|15081999|Nam|H? N?i|02092021',
      { kind: 'damaged-document', document: 'citizen-card' },
    ],
    ['\u0000\u0001\u0002', { kind: 'binary' }],
    ['xin ch\uFFFDo', { kind: 'binary' }],
    [' \r\n', { kind: 'empty' }],
    ['Xin chào', { kind: 'plain-text' }],
  ])('%j is %o', (text, guess) => {
    expect(guessWhatItIs(text)).toEqual(guess)
  })

  test.each([
    ['https://qr.pccovid.gov.vn@evil.example/x', 'evil.example'],
    ['https://evil.example\\@qr.pccovid.gov.vn/x', 'evil.example'],
    ['https:\\\\evil.example/qr.pccovid.gov.vn', 'evil.example'],
    ['https://qr.pccovid.gov.vn.evil.example/x', 'qr.pccovid.gov.vn.evil.example'],
  ])('the host of %s is %s, as a browser would have it', (text, host) => {
    expect(guessWhatItIs(text)).toEqual({ kind: 'url', host })
  })

  test('a Wi-Fi code’s password is not taken out', () => {
    expect(JSON.stringify(guessWhatItIs('WIFI:S:net;P:hunter2;;'))).not.toContain('hunter2')
  })

  test('digits with a wrong check digit are no product', () => {
    expect(guessWhatItIs('8934588012113').kind).toBe('plain-text')
  })

  test('a payment code with a length that runs over its end is none', () => {
    expect(guessWhatItIs('0002010102126304AB').kind).toBe('plain-text')
  })

  test('a merchant’s code of another scheme is a payment, not VietQR', () => {
    expect(guessWhatItIs('00020101021163041234')).toEqual({ kind: 'payment', vietQr: false })
  })

  test('always answers, with a kind that has a sentence', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.webUrl(),
          fc.string().map((text) => `WIFI:${text}`),
        ),
        (text) => {
          const { kind } = guessWhatItIs(text)
          expect(guessKinds).toContain(kind)
          // These two have findings of their own.
          if (kind !== 'certificate-family' && kind !== 'mistyped') expect(guessSentences[kind].vi).not.toBe('')
        },
      ),
    )
  })
})

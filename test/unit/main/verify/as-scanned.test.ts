/** Codes as scanners, clipboards and keyboards deliver them: what the officer is told. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readTrust } from '../../../../main/trust/index.ts'
import { verify } from '../../../../main/verify/index.ts'
import { keyboardLayouts, unitedStates } from '../../../../shared/barcode/keyboard-layouts.ts'
import { sayFinding } from '../../../../shared/language/say.ts'
import { codeOf, judge, now, testPayload } from '../../../fixtures/certificates.ts'

const signed = codeOf()
/** Long enough to have several of each sign. */
const longSigned = codeOf({ payload: { ...testPayload(), nam: { fn: 'Nguyễn Thị Ánh '.repeat(12), fnt: 'X' } } })
const card = '024090000001||Đặng Thử Mẫu|17051990|Nam|Số 1, Xã Mẫu|01072021'
const french = (text: string): string =>
  Array.from(text, (typed) => keyboardLayouts.french.charAt(unitedStates.indexOf(typed)) || typed).join('')

describe('a code', () => {
  test.each([
    ['with the reader’s mark', `]Q1${signed}`],
    ['with its character set', `\\000026${signed}`],
    ['with both, and line ends', `]Q1\\000026${signed}\r\n`],
    ['ended by end of transmission', `${signed}\u0004`],
    ['after a byte order mark', `\uFEFF${signed}`],
    ['with a mark inside that nobody sees', `${signed.slice(0, 40)}\u200B${signed.slice(40)}`],
    ['under Caps Lock', signed.toLowerCase()],
    ['in small letters behind its beginning', `HC1:${signed.slice(4).toLowerCase()}`],
    ['behind a beginning in small letters', `hc1:${signed.slice(4)}`],
    ['broken into lines', signed.replaceAll(/.{64}/g, '$&\r\n')],
    ['broken into lines at its spaces', signed.replaceAll(' ', '\n')],
    ['out of an address', encodeURIComponent(signed)],
    ['out of a form’s address', new URLSearchParams({ x: signed }).toString().slice('x='.length)],
    ['typed on a French keyboard', french(signed)],
  ])('%s is accepted, and kept as it was scanned', (_what, text) => {
    expect(judge(text)).toMatchObject({ outcome: 'accepted', text })
  })

  test.each([
    ['with the reader’s mark', `]Q1${card}`],
    ['under Caps Lock', '024090000001||đẶNG tHỬ mẪU|17051990|nAM|sỐ 1, xÃ mẪU|01072021'],
    ['ended by a tab', `${card}\t`],
    ['broken into lines', '024090000001||Đặng Thử\nMẫu|17051990|\r\nNam|Số 1,\nXã Mẫu|01072021'],
  ])('of a card %s is the card', (_what, text) => {
    expect(judge(text)).toMatchObject({
      outcome: 'check',
      document: { number: '024090000001', name: 'Đặng Thử Mẫu', address: 'Số 1, Xã Mẫu' },
    })
  })

  test.each([
    ['that lost its marked letters', 'ng Th Mu', 'Xã Mẫu'],
    ['that lost one letter', 'L Thị Hà', 'Xã Mẫu'],
    ['in an old character set', 'TrÇn ThÞ Thö', 'Xã Mẫu'],
    ['whose address was encoded twice', 'DANG THU MAU', 'XÃ£ Máº«u'],
  ])('of a card %s is read, with a warning', (_what, name, address) => {
    const verdict = judge(`024090000001||${name}|17051990|Nam|${address}|01072021`)
    expect(verdict).toMatchObject({
      outcome: 'check',
      reason: { code: 'document-letters-doubtful' },
      document: { name },
    })
  })

  test('of a card whose name was encoded twice is damaged', () => {
    const verdict = judge('024090000001||LÃŠ TÃš|17051990|Nam|Bac Giang|01072021')
    expect(verdict).toMatchObject({ outcome: 'unreadable', reason: { values: { kind: 'damaged-document' } } })
    expect(sayFinding('vi', verdict.reason)).toContain('UTF-8')
  })

  test('of a card typed on a French keyboard is told to be one, with what to do', () => {
    const { outcome, reason, document } = judge(french(card))
    expect({ outcome, code: reason.code, document }).toEqual({
      outcome: 'unreadable',
      code: 'format-mistyped',
      document: null,
    })
    expect(sayFinding('vi', reason)).toContain('Chuyển bàn phím sang tiếng Anh (Mỹ)')
    expect(sayFinding('en', reason)).toContain('an identity code')
  })

  test.each([
    ['by Telex', signed.replace(/(.{60})../, '$1Â')],
    ['by an address that made spaces of its pluses', longSigned.replaceAll('+', ' ')],
    ['by Telex at its end', signed.replace(/..$/, 'Đ')],
    ['by a key beside Enter inside', `${signed.slice(0, 80)}]${signed.slice(80)}`],
    ['in its case', `${signed.slice(0, 80)}a${signed.slice(81)}`],
    ['of another kind', `shc:/5676290952${'4'.repeat(60)}đ${'4'.repeat(60)}`],
    ['of a third kind', `NZCP:/1/${'2KCEVIQEIVVWK6JNGEASNICZAEP2KALY'.repeat(4)}Ă`],
  ])('that a keyboard altered %s is not invalid: it cannot be read', (_what, text) => {
    const verdict = judge(text)
    expect(verdict).toMatchObject({ outcome: 'unreadable', reason: { code: 'format-mistyped' } })
    expect(verdict.format).not.toBeNull()
    expect(sayFinding('vi', verdict.reason)).toContain('tắt Unikey')
  })

  test.each([']', '~', '\\', '`]'])('with a sign behind it that no code ends with is read: %s', (sign) => {
    expect(judge(signed + sign)).toMatchObject({ outcome: 'accepted' })
  })

  test('that is damaged within its alphabet stays invalid', () => {
    expect(judge(signed.slice(0, -50))).toMatchObject({ outcome: 'rejected' })
    expect(judge(signed.replace(/...$/, ':::'))).toMatchObject({
      outcome: 'rejected',
      reason: { code: 'text-damaged' },
    })
  })

  test('of a system that is not read here is named in both languages', () => {
    const { outcome, reason } = judge(signed.replace('HC1:', 'LT1:'))
    expect(outcome).toBe('check')
    expect(reason).toMatchObject({ code: 'format-unsupported', values: { kind: 'certificate-family', system: 'LT1' } })
    expect(sayFinding('vi', reason)).toMatch(/^Đây là chứng nhận của hệ thống chưa được hỗ trợ \(LT1\)/)
    expect(sayFinding('en', reason)).toMatch(/^This is a certificate of a system not supported here \(LT1\)/)
  })

  test.each(['shlink:/eyJhbGciOiJub25lIn0', 'eudi-wallet://authorize?x=1', 'openid4vp://?client_id=x'])(
    'that only leads to a certificate is to be checked, with what to ask for: %s',
    (text) => {
      const { outcome, reason } = judge(text)
      expect({ outcome, code: reason.code }).toEqual({ outcome: 'check', code: 'format-unsupported' })
      expect(sayFinding('vi', reason)).toContain('mở mã QR của chính chứng nhận')
      expect(sayFinding('en', reason)).toContain('the certificate’s own QR code')
    },
  )

  test('that is expired is rejected whatever stands around it', () => {
    const expired = codeOf({ expiresAt: now - 1 })
    for (const text of [expired, `]Q1${expired}`, expired.toLowerCase(), french(expired)]) {
      expect(judge(text)).toMatchObject({ outcome: 'rejected', reason: { code: 'period-expired' } })
    }
  })
})

const field = new URL('../../../../../shared/findings/field/', import.meta.url)

describe.skipIf(!existsSync(field))('what others met (../shared/findings/field)', () => {
  const verdictOf = (file: string) =>
    verify(readFileSync(new URL(`${file}.txt`, field), 'utf8'), {
      trust: readTrust(new URL('trust', field).pathname),
      now,
      rules: true,
    })

  test.each([
    ['A04-hc1-lower-case', 'rules-met'],
    ['A07-aim-prefix-hc1', 'rules-met'],
    ['A08-eci-escape-hc1', 'rules-met'],
    ['A10-zero-width-space', 'rules-met'],
    ['A14-light-LT1', 'format-unsupported'],
    ['A15-norway-NO1', 'format-unsupported'],
    ['A16-shlink', 'format-unsupported'],
    ['A17-who-test-hcert4', 'content-foreign'],
    ['A21f-sc-no-seconds', 'rules-met'],
    ['A21g-sc-space', 'rules-met'],
    ['A21h-sc-lower-z', 'rules-met'],
    ['A22i-dob-impossible', 'rules-met'],
    ['B09-aim-prefix-shc', 'rules-met'],
    ['B21-nzcp-lower-case', 'kind-without-rule'],
    ['C05-aim-prefix-card', 'document-unsigned'],
    ['C09-card-marked-letters-dropped', 'document-letters-doubtful'],
    ['C10b-hc1-windows-vietnamese-layout', 'rules-met'],
    ['C10c-hc1-azerty', 'format-mistyped'],
    ['C10d-card-azerty', 'format-mistyped'],
    ['H32-sc-offset-plus7', 'rules-met'],
  ])('%s: %s', (file, code) => {
    expect(verdictOf(file).reason.code).toBe(code)
  })

  test.each([
    ['H10-card-name-misread-cp1252', 'damaged-document'],
    ['H11-card-latin1-controls', 'damaged-document'],
    ['H12-card-replacement-marks', 'damaged-document'],
    ['H21-mrz-joined', 'travel-document'],
  ])('%s seems to be: %s', (file, kind) => {
    expect(verdictOf(file).reason.values).toMatchObject({ kind })
  })

  test('H32 is valid for as long as its sample is young', () => {
    expect(verdictOf('H32-sc-offset-plus7').validUntil).toBe(Date.parse('2021-10-06T12:00:00+07:00'))
  })
})

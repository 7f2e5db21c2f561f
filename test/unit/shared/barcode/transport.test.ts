/** What transport wraps around a code is taken off in one place, for every kind of code, and nothing else is. */
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { issueNzcp } from '../../../../authority/issue-nzcp.ts'
import { shcChunkTexts, shcText, signJws } from '../../../../authority/issue-shc.ts'
import { keyboardLayouts, unitedStates } from '../../../../shared/barcode/keyboard-layouts.ts'
import { mostReadings, otherReadings, seemsMistyped } from '../../../../shared/barcode/mistyped.ts'
import { unwrapTransport } from '../../../../shared/barcode/transport.ts'
import { decode } from '../../../../shared/certificate/decode.ts'
import { collectPart } from '../../../../shared/certificate/shc-chunks.ts'
import { guessWhatItIs } from '../../../../shared/document/guess.ts'
import { recogniseDocument } from '../../../../shared/document/recognise.ts'
import { codeOf, hour, keyOf, now } from '../../../fixtures/certificates.ts'
import { vdsNcCode } from '../../../fixtures/vds-nc.ts'
import { claimsOf, key } from '../certificate/shc-card.ts'

const hc1 = codeOf()
const jws = signJws(deflateRawSync(JSON.stringify(claimsOf())), key)
const shc = shcText(jws)
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
const vdsNc = vdsNcCode()
const card = '024090000001||Đặng Thử Mẫu|17051990|Nam|Số 1, Xã Mẫu|01072021'
const woman = '024190000001||ĐẶNG THỬ MẪU|17051990|Nữ|Số 1, Xã Mẫu|01072021'
const personal = 'B12345678|NGUYEN VAN AN|1987-01-18|0|162979388586171100|<1<'
const insurance = `GD4797934567890|${Buffer.from('Lê Cụ').toString('hex')}|1940|1|Huế|46 - 001|01/01/2021|-`
const signed = { hc1, shc, nzcp, vdsNc }
const everyKind = { ...signed, card, woman, personal, insurance }

/** What is read of a text, of whatever kind it is. */
const read = (text: string) => decode(text) ?? recogniseDocument(text)

/** Everything before or behind a code that belongs to a scanner, a clipboard or a file. */
const before = fc.array(
  fc.oneof(
    fc.constantFrom('\uFEFF', '\u200B', '\u200E', '\u2060', ' ', '\u00A0', '\t', '\u0002', '\r\n'),
    fc.constantFrom('\\000026', '\\000003'),
  ),
  { maxLength: 3 },
)
const identifier = fc.constantFrom('', ']Q1', ']Q3', ']z0', ']d2', ']L2', ']C1', ']e0')
const behind = fc.array(fc.constantFrom('\r', '\n', '\t', '\u001D', '\u0004', '\u0003', '\u200B', '\uFEFF', ' '), {
  maxLength: 4,
})
const around = fc
  .tuple(before, identifier, before, behind)
  .map(([first, aim, then, last]) => [[...first, aim, ...then].join(''), last.join('')] as const)

/** What Caps Lock makes of keys. */
const capsLocked = (text: string): string =>
  Array.from(text, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase())).join('')

describe('what stands around a code', () => {
  test.each(Object.entries(everyKind))('is taken off: %s', (_kind, text) => {
    const bare = read(text)
    expect(bare).not.toBeNull()
    fc.assert(
      fc.property(around, ([start, end]) => {
        expect(read(start + text + end)).toEqual(bare)
      }),
    )
  })

  test.each(Object.entries(everyKind))('is taken off where Caps Lock was on: %s', (_kind, text) => {
    const bare = read(text)
    fc.assert(
      fc.property(around, ([start, end]) => {
        expect(read(start + capsLocked(text) + end)).toEqual(bare)
      }),
      { numRuns: 30 },
    )
  })

  test('is taken off of each part of a card', () => {
    const [first = '', second = ''] = shcChunkTexts(jws, 2)
    const collected = collectPart(null, `]Q1${first}\r`)
    expect(collected).toMatchObject({ kind: 'more', missing: [2] })
    const parts = collected.kind === 'more' ? collected.parts : null
    expect(collectPart(parts, `\\000026${second}\u0004`)).toEqual({ kind: 'complete', text: shc })
  })

  test.each([
    ['s', hc1],
    ['P01', hc1],
    ['QR_', shc],
    ['z', nzcp],
  ])('may be a scanner’s own mark before a signed code: %s', (mark, text) => {
    expect(read(mark + text)).toEqual(read(text))
  })

  test.each(['QR:', 'QR ', '00123 ', 'QR-Code: ', 'ma=', '7;', 'Mã:', '12\t'])(
    'may be a word with a separator before any code: %j',
    (word) => {
      for (const [kind, text] of Object.entries(everyKind)) {
        // A personal code's number begins like any word.
        if (kind !== 'personal') expect(read(word + text), kind).toEqual(read(text))
      }
      expect(read(word + hc1.toLowerCase())).toEqual(read(hc1))
    },
  )

  test('may be a word only where a code can be read behind it', () => {
    expect(read('xem HC1: là gì')).toBeNull()
    expect(read(`QR:${hc1.slice(0, 100)}`)).toBeNull()
  })

  test('may have taken the beginning away: base45 alone is no certificate, but what it was is said', () => {
    for (const body of [hc1.slice('HC1:'.length), hc1.slice('HC1:'.length, -10)]) {
      expect(read(body)).toBeNull()
      expect(guessWhatItIs(body)).toEqual({ kind: 'headless-certificate' })
    }
  })

  test('is taken off once and for all', () => {
    fc.assert(
      fc.property(around, fc.constantFrom(...Object.values(everyKind)), ([start, end], text) => {
        const once = unwrapTransport(start + text + end)
        expect(unwrapTransport(once)).toBe(once)
      }),
    )
  })

  test('is nothing of the text: what is no code stays what it was', () => {
    const words = fc.stringMatching(/^[a-zđêơ][a-z đêơ0-9,.]{0,40}[a-z]$/)
    fc.assert(fc.property(words, (text) => unwrapTransport(text) === text))
    expect(unwrapTransport('\u0000\u0001')).toBe('\u0000\u0001')
  })

  test.each([
    '0024090000001||Đặng Thử Mẫu|17051990|Nam|Số 1|01072021',
    '24090000001||Đặng Thử Mẫu|17051990|Nam|Số 1|01072021',
    'A024090000001||Đặng Thử Mẫu|17051990|Nam|Số 1|01072021',
  ])('is never part of a card’s number: %s', (text) => {
    expect(recogniseDocument(text)).toBeNull()
  })

  test('does not hide inside a card: marks that nobody sees stay refused there', () => {
    expect(recogniseDocument(card.replace('Thử', 'Th\u200Bử'))).toBeNull()
  })
})

describe('marks inside a signed code', () => {
  test.each(['\u200B', '\uFEFF', '\r\n', '\u00AD', '\t'])('are taken out: %j', (mark) => {
    for (const text of [hc1, shc, nzcp]) {
      const altered = text.slice(0, 30) + mark + text.slice(30)
      expect(decode(altered)).toEqual(decode(text))
    }
  })

  test('a space that never breaks is a space', () => {
    expect(hc1).toContain(' ')
    expect(decode(hc1.replaceAll(' ', '\u00A0'))).toEqual(decode(hc1))
  })
})

describe('a code typed on another keyboard layout', () => {
  const typedOn = (keys: string, text: string): string =>
    Array.from(text, (typed) => (unitedStates.includes(typed) ? keys.charAt(unitedStates.indexOf(typed)) : typed)).join(
      '',
    )
  const layouts = Object.entries(keyboardLayouts).map(
    ([name, keys]) => [name, (text: string) => typedOn(keys, text)] as const,
  )

  test.each(Object.entries(keyboardLayouts))('has a character for each key: %s', (_name, keys) => {
    expect(keys).toHaveLength(unitedStates.length)
  })

  test.each(layouts)('is read where its content comes back whole: %s', (_name, typed) => {
    for (const text of [hc1, shc, nzcp]) {
      expect(decode(typed(text))).toEqual(decode(text))
      expect(decode(typed(`]Q1${text}`))).toEqual(decode(text))
    }
  })

  test('is recognised where the file that holds it was composed, which loses the order of two tones', () => {
    const typed = typedOn(keyboardLayouts.vietnamese, 'HC1:A59B6Z10AAAAAAAAAAAAAAAAAAAAAAAA')
    expect(guessWhatItIs(typed.normalize('NFC'))).toEqual({ kind: 'mistyped', seems: 'certificate' })
  })

  test.each(layouts)('that is damaged besides gets the hint: %s', (_name, typed) => {
    const damaged = typed(hc1.replace(/.{40}$/, 'X'))
    // A layout that has base45 on its own keys alters nothing.
    if (damaged.startsWith('HC1:')) return
    expect(decode(damaged)).toBeNull()
    expect(guessWhatItIs(damaged)).toEqual({ kind: 'mistyped', seems: 'certificate' })
  })

  test.each(layouts)('an identity code gets the hint and is not guessed at: %s', (_name, typed) => {
    for (const text of [card, insurance]) {
      const distorted = typed(text)
      if (distorted === text) continue
      expect(recogniseDocument(distorted)).toBeNull()
      expect(guessWhatItIs(distorted)).toEqual({ kind: 'mistyped', seems: 'identity' })
    }
  })

  test.each(['·', '~', '°', '¦', '/', ';', 'Ç', '>', '#'])(
    'a card is known whatever became of its bars: %s',
    (sign) => {
      for (const text of [card, card.replace('||', '|024090001|'), card.replace('17051990', '1990'), `${card}|x|y`]) {
        const distorted = text.replaceAll('|', sign)
        expect(recogniseDocument(distorted)).toBeNull()
        expect(guessWhatItIs(distorted)).toEqual({ kind: 'mistyped', seems: 'identity' })
      }
    },
  )

  test.each(['£', ';', '*', '}', '°', '>', '^'])(
    'a code of an insured person or an application is known whatever became of its bars: %s',
    (sign) => {
      for (const text of [insurance, personal]) {
        const distorted = text.replaceAll('|', sign)
        expect(recogniseDocument(distorted)).toBeNull()
        expect(guessWhatItIs(distorted)).toEqual({ kind: 'mistyped', seems: 'identity' })
      }
    },
  )

  test.each(['ÅÄÖ', '*ªÇ', '`^Ç', 'ĞİŞ'])('JSON is known whatever became of its signs: %s', (signs) => {
    const [brace = '', mark = '', colon = ''] = Array.from(signs)
    const distorted = vdsNc.replaceAll('{', brace).replaceAll('"', mark).replaceAll(':', colon)
    expect(decode(distorted)).toBeNull()
    expect(guessWhatItIs(distorted)).toEqual({ kind: 'mistyped', seems: 'certificate' })
  })

  test('is recognised by its letters and digits where its signs are another layout’s still', () => {
    const french = new Map(Array.from('1234567890AQWZM:', (k, at) => [k, Array.from('&é"\'(-è_çàQAZW?/')[at] ?? k]))
    const half = (text: string): string => Array.from(text, (typed) => french.get(typed) ?? typed).join('')
    expect(seemsMistyped(half(hc1))).toBe('certificate')
    expect(seemsMistyped(half(card))).toBe('identity')
  })

  test('never takes an ordinary text for one', () => {
    for (const text of ['HC1', 'HC1 là gì?', 'shc', '0943000000', card, 'xin chào', '29A-123.45|x|y']) {
      expect(seemsMistyped(text), text).toBeNull()
    }
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => seemsMistyped(text) === null))
  })

  test('costs so many more readings at most, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('HC1:', 'shc:/', 'NZCP:/1/', 'HC&M', ''),
        fc.string({ unit: 'binary' }),
        (start, rest) => {
          expect(otherReadings(start + rest).length).toBeLessThanOrEqual(mostReadings)
        },
      ),
    )
  })
})

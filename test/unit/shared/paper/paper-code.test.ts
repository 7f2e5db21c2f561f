/** The code of a printed paper: what is put in comes back, and nothing else is taken for one. */
import { expect, test } from 'vitest'
import { beginsLikeCode } from '../../../../shared/document/code-beginnings.ts'
import { decode } from '../../../../shared/certificate/decode.ts'
import { longestName } from '../../../../shared/paper/paper-claim.ts'
import { isPaperCode, readPaperCode } from '../../../../shared/paper/paper-code.ts'
import { pageClaim, sealed, slipClaim } from '../../../fixtures/sealed-paper.ts'

test('a page and a slip come back as they were said', () => {
  for (const claim of [pageClaim(), pageClaim({ paper: 'trace', apart: null }), slipClaim()])
    expect(readPaperCode(sealed(claim))?.claim).toEqual(claim)
})

test('a code is made of the letters of a QR code’s alphanumeric mode, ends in no blank, and stays small', () => {
  const code = sealed(pageClaim())
  expect(code).toMatch(/^CHOT-PAPER:[0-9A-Z $%*+\-./:]*[^ ]$/)
  // A code of 61 modules holds 366 characters (version 11, correction M).
  expect(code.length).toBeLessThanOrEqual(366)
})

test('a scanner may change the case and put its marks around it', () => {
  const code = sealed(slipClaim())
  for (const scanned of [code.toLowerCase(), `]Q1${code}`, `${code}\r\n`]) {
    expect(isPaperCode(scanned)).toBe(true)
    expect(readPaperCode(scanned)?.claim).toEqual(slipClaim())
  }
})

test('it is typed by no hand, and is no certificate', () => {
  expect(beginsLikeCode(sealed(pageClaim()))).toBe(true)
  expect(decode(sealed(pageClaim()))).toBeNull()
})

test('names longer than there is room for are cut, and still one claim', () => {
  const long = 'Ủ'.repeat(longestName + 20)
  const read = readPaperCode(sealed(pageClaim({ post: long, kiosk: long, lane: long })))
  expect(read?.claim.post).toBe('Ủ'.repeat(longestName))
})

test('whatever is cut off, too long or of another version is damaged, and nothing throws', () => {
  const code = sealed(pageClaim())
  const wrong = ['CHOT-PAPER:', code.slice(0, 200), code.slice(0, -3), `${code}${'A'.repeat(3_000)}`, 'CHOT-PAPER:ỦỦỦ']
  for (const text of wrong) expect(readPaperCode(text)).toBeNull()
})

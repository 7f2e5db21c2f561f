import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { say } from '../../../../shared/language/say.ts'
import { longestShown, quotedText, shownText } from '../../../../shared/language/shown-text.ts'
import { besideIsolates } from '../../../fixtures/hostile-names.ts'

describe('text that is shown', () => {
  it.each([
    ['a Vietnamese name, composed', 'Nguyễn Thị Ánh Đặng'],
    ['the same, decomposed', 'Nguyễn Thị Ánh'.normalize('NFD')],
    ['another script', '阮文安'],
    ['an address', 'thôn 3, xã Tân Dĩnh; số 12/4'],
  ])('leaves %s alone', (_, text) => expect(shownText(text)).toBe(text))

  it.each([
    ['a line break', 'An\r\nVALID: all good', 'An VALID: all good'],
    ['a line separator', 'An\u2028Bình', 'An Bình'],
    ['a terminal’s escape', '\u001B[2J\u001B[1;1HVALID', '\uFFFD[2J\uFFFD[1;1HVALID'],
    ['an eight-bit escape', '\u009B2JAn', '\uFFFD2JAn'],
    ['a bidi override', 'An \u202E1990', 'An \uFFFD1990'],
    ['a bidi isolate', '\u2066An\u2069', '\uFFFDAn\uFFFD'],
    ['zero-width marks', 'A\u200Bn\uFEFF', 'An'],
    ['a zero-width mark between blanks', 'An \u200B Bình', 'An Bình'],
    ['half a character', 'An \uD83D', 'An \uFFFD'],
    ['blanks of all kinds', '\u3000An\u00A0 \t Bình\u2800', 'An Bình'],
    ['letters that cannot be seen', '\u3164\u115F', '\uFFFD'],
    ['a blank that is called a letter', '\u2800', '\uFFFD'],
    ['marks that would stand on what is before', '\u0302An', '\u25CC\u0302An'],
    ['a sign that goes under the figures behind it', '\u0600123', '\uFFFD123'],
    ['nothing but blanks', ' \u200B\n', ''],
  ])('makes %s harmless', (_, text, shown) => expect(shownText(text)).toBe(shown))

  it.each([
    ['Arabic', 'محمد علي'],
    ['Hebrew', 'שרה כהן'],
    ['figures behind a letter', 'An ג 1958'],
  ])('isolates %s from what stands around it, once', (_, name) => {
    expect(shownText(name)).toBe(`\u2068${name}\u2069`)
    const sentence = quotedText(`${shownText(name)} · 1990`)
    expect(sentence).toBe(`\u2068${name}\u2069 · 1990`)
    expect(quotedText(`${sentence} · 1990`)).toBe(`\u2068${name}\u2069 · 1990 · 1990`)
    expect(say('vi', '{name} · 1990', { name })).toBe(sentence)
  })

  it('isolates again what somebody isolated in part', () => {
    expect(shownText('\u2068ג\u2069 ד 1')).toBe('\u2068ג ד 1\u2069')
    expect(shownText('\u2068\u202Eג\u2069')).toBe('\u2068\uFFFDג\u2069')
    expect(shownText('ג\u2069 1990')).toBe('\u2068ג\uFFFD 1990\u2069')
  })

  it('cuts what is isolated without letting it out', () => {
    const shown = shownText(`An ${'ג'.repeat(400)}`)
    expect(shown).toMatch(/^\u2068An ג+\u2069…$/u)
    expect(shown.length).toBeLessThanOrEqual(longestShown)
    expect(quotedText(`${'A'.repeat(990)}${shownText('ג'.repeat(20))}`)).toMatch(/^\u2068A+ג+\u2069…$/u)
  })

  it('cuts what is too long, and says so', () => {
    const shown = shownText('Á'.repeat(10_000))
    expect(Array.from(shown)).toHaveLength(longestShown)
    expect(shown.endsWith('Á…')).toBe(true)
  })

  it('lowers a tower of marks', () => expect(shownText(`a${'\u0301'.repeat(50)}n`)).toBe(`a${'\u0301'.repeat(4)}n`))

  it('shows any text as one line that commands nothing, and the same when it is shown again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const shown = shownText(text)
        expect(besideIsolates(shown)).not.toMatch(/[\p{Cc}\u2028\u2029\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/u)
        expect(Array.from(shown).length).toBeLessThanOrEqual(longestShown)
        expect(shownText(shown)).toBe(shown)
      }),
    )
  })
})

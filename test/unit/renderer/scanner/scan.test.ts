/** A scan is never lost or mistaken, whatever surrounds it: text, prefix, suffix, pauses, and where the focus is. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noKeys, press, settle, type BurstState } from '../../../../renderer/scanner/wedge/burst.ts'
import type { FieldText } from '../../../../renderer/scanner/wedge/field-text.ts'
import { lostCharacter } from '../../../../renderer/scanner/wedge/keys.ts'
import { inField, isShortcut, keyPress, later, scansOf, timed, type, typed, typingOf, type Key } from './keystrokes.ts'

const card = '024099001234|121234567|Nguyễn Văn An|12031999|Nam|Thôn Đồng, Yên Dũng, Bắc Giang|01012021'

const base45 = fc.string({
  unit: fc.constantFrom(...Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$%*+-./:')),
  maxLength: 200,
})
const known = fc.oneof(
  fc
    .constantFrom('HC1:', 'hc1:', 'HC2:', 'NZCP:/', 'shc:/', 'CHOT:', ']Q1HC1:', '\\000026HC1:')
    .chain((beginning) => base45.map((body) => beginning + body)),
  base45.map((body) => `LT1:6BFNX1${body}`),
  base45.map((body) => `DC04FR0001AAAA${body}`),
  fc.constantFrom(card, '{"data":{"hdr":{"t":"icao.test"}}}', 'DN4790123456789|4e|01/01/1990|1'),
)
const suffixes = fc.constantFrom(
  [],
  ['Enter'],
  ['Tab'],
  ['Escape'],
  ['Enter', 'Enter'],
  ['Tab', 'Enter'],
  ['Enter', 'Tab'],
)
/** Pauses from a scanner's own to far above any hand's. */
const pauses = fc.array(fc.integer({ min: 0, max: 390 }), { minLength: 1, maxLength: 40 })

describe('a text that begins as a known code', () => {
  it('is a scan, however slowly and unevenly its keys come, and all of it but a beginning is kept from the page', () => {
    fc.assert(
      fc.property(known, suffixes, pauses, fc.boolean(), (text, suffix, gaps, focus) => {
        const characters = Array.from(text)
        const gapBefore = (index: number): number => (index > characters.length ? 5 : (gaps[index % gaps.length] ?? 0))
        const keys = timed([...characters, ...suffix], gapBefore)
        const { outputs, claimed } = type(focus ? inField(keys) : keys)
        expect(scansOf(outputs)).toEqual([text])
        expect(outputs.filter(({ kind }) => kind === 'shortcut')).toEqual([])
        expect(claimed.slice(Math.min(24, characters.length))).not.toContain(null)
      }),
    )
  })

  it('is one scan though it stumbles for 300 ms in the middle', () => {
    for (const stumble of [300, 500, 900]) {
      const keys = timed([...Array.from(card), 'Enter'], (index) => (index === 40 ? stumble : 8))
      expect(type(keys).outputs).toEqual([{ kind: 'scan', text: card, fault: null }])
    }
  })

  it('is whole wherever it stumbles once, a beginning of other codes within it or not', () => {
    for (const text of [card, 'DN4790123456789|4e|01/01/1990|1', ']Q1HC1:6BFOXN', '\\000026HC1:6BFOXN']) {
      for (let index = 1; index < text.length; index += 1) {
        const keys = timed([...Array.from(text), 'Enter'], (at) => (at === index ? 120 : 2))
        expect(scansOf(type(keys).outputs)).toEqual([text])
      }
    }
  })

  it('is whole though it stumbles where eight quick keys have shown a scanner, and not yet which code', () => {
    const codes = [card, 'DN4790123456789|4e|01/01/1990|1', 'LT1:6BFNX1ABCDEFGH', 'DC04FR0001AAAAB']
    for (const text of codes)
      for (const quick of [8, 9, 10, 11, 12])
        for (const pause of [250, 390, 900]) {
          const keys = timed(Array.from(text), (at) => (at % quick === 4 ? pause : 1))
          expect(scansOf(type(keys).outputs)).toEqual([text])
        }
  })

  it('is whole though the machine holds up half of it for seconds, where scans are known to be ended by a key', () => {
    const { state } = type(typed(card, 2, 'Enter'))
    for (const pause of [1_500, 2_900]) {
      const keys = later(
        timed([...Array.from(card), 'Enter'], (index) => (index === 40 ? pause : 2)),
        5_000,
      )
      expect(scansOf(type(keys, state).outputs)).toEqual([card])
      // The first scan of all says nothing yet: it may be a scanner that sends no key behind it.
      expect(scansOf(type(keys).outputs)).toEqual([card.slice(0, 40), card.slice(40)])
    }
  })

  it('is waited for less long where the scan before was not ended by a key either', () => {
    const { state } = type(typed(card, 2))
    let after = state
    for (const key of later(typed(card, 2), 5_000)) after = press(after, keyPress(key), isShortcut).state
    expect((after.due ?? 0) - after.last).toBe(400)
  })

  it('begins where it begins, though a person was typing the moment before', () => {
    const person = fc.string({ unit: fc.constantFrom(...Array.from('0123456789ABCH')), minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(
        person,
        fc.integer({ min: 60, max: 300 }),
        fc.integer({ min: 51, max: 900 }),
        (plate, pace, pause) => {
          for (const text of [card, 'HC1:6BFOXN']) {
            const before = typed(plate, pace)
            const keys = [...before, ...later(typed(text, 2, 'Enter'), (before.at(-1)?.at ?? 0) - 1_000 + pause)]
            const { outputs } = type(keys)
            expect(scansOf(outputs)).toEqual([text])
            expect(typingOf(outputs)).toBe(plate)
          }
        },
      ),
    )
  })

  it('is a scan with the prefix that the scanner is set to, which is taken off', () => {
    const state: BurstState = { ...noKeys, prefix: '~~' }
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 60 }), pauses, (text, gaps) => {
        const keys = timed([...Array.from(`~~${text}`), 'Enter'], (index) => gaps[index % gaps.length] ?? 0)
        expect(scansOf(type(keys, state).outputs)).toEqual([text])
      }),
    )
  })
})

describe('what comes right behind a scan', () => {
  it('is claimed whole, and does nothing', () => {
    const behind = fc.array(fc.constantFrom('Enter', 'Tab', 'Escape', 'F1', 'F4', 'ArrowDown', ' ', 'd'), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), behind, fc.boolean(), (pace, keys, focus) => {
        const sent = timed([...Array.from(card), 'Enter', ...keys], () => pace)
        const { outputs, claimed } = type(focus ? inField(sent) : sent)
        expect(outputs).toEqual([{ kind: 'scan', text: card, fault: null }])
        expect(claimed.slice(-keys.length - 1)).toEqual(['scanner', ...keys.map(() => 'scanner')])
      }),
    )
  })

  it('is claimed where the second Enter or Tab is late', () => {
    for (const key of ['Enter', 'Tab', 'Escape']) {
      const sent = typed(card, 2, 'Enter')
      const end = sent.at(-1)?.at ?? 0
      expect(type([...sent, { key, at: end + 150 }]).claimed.at(-1)).toBe('scanner')
    }
  })
})

describe('a field that a scan was typed into', () => {
  const held = (value: string, focused = true): FieldText => JSON.parse(JSON.stringify({ value, focused }))

  /** What is put back while these are typed. @param begin what the field held before each key */
  function restoredOf(keys: readonly Key[], begin: (index: number) => FieldText, focused = true): FieldText[] {
    let state = noKeys
    return keys.flatMap((key, index) => {
      state = settle(state, key.at).state
      const step = press(state, keyPress({ ...key, inField: focused, before: begin(index) }), isShortcut)
      state = step.state
      return step.restore ? [step.restore] : []
    })
  }

  it('is put back as it was before the first character of the scan', () => {
    const keys = timed([...Array.from('98A'), ...Array.from('HC1:6BFOXN')], (index) =>
      index < 3 ? 90 : index === 3 ? 200 : 70,
    )
    expect(restoredOf(keys, (index) => held(`before ${index}`))).toEqual([held('before 3')])
  })

  it('is put back further where it becomes clear later that the scan began earlier', () => {
    const keys = timed([...Array.from('0240'), ...Array.from('99001234|')], (index) =>
      index === 2 || index === 4 ? 120 : 2,
    )
    expect(restoredOf(keys, (index) => held(`before ${index}`)).at(-1)).toEqual(held('before 0'))
  })

  it('that had no focus is left alone: what stands in it was not of the scan', () => {
    const unfocused = (index: number): FieldText => held(`before ${index}`, false)
    expect(restoredOf(typed(card, 2), unfocused, false)).toEqual([])
    expect(restoredOf(typed('HC1:6BFOXN', 30), unfocused, false)).toEqual([])
  })

  it('that had no focus is put back where it was given the beginning, which came as slowly as a hand’s', () => {
    const unfocused = (index: number): FieldText => held(`before ${index}`, false)
    const keys = timed(Array.from('HC1:6BFOXN'), () => 90)
    expect(restoredOf(keys, unfocused, false)).toEqual([held('before 0', false)])
  })
})

describe('characters that do not arrive as themselves', () => {
  const placed = (text: string, key: (character: string) => string): Key[] =>
    typed(text, 5, 'Enter').map((each) =>
      each.key === 'Enter' ? each : { ...each, key: key(each.key), place: each.key },
    )

  it('are read by the places of their keys where that gives a known code', () => {
    const { outputs } = type(placed('HC1:6BFOXN', () => lostCharacter))
    expect(outputs).toEqual([{ kind: 'scan', text: 'HC1:6BFOXN', fault: null }])
    const azerty = type(placed('HC1:6BAQ', (character) => (character === '1' ? '&' : character)))
    expect(scansOf(azerty.outputs)).toEqual(['HC1:6BAQ'])
  })

  it('are missed aloud where nothing says what they were', () => {
    const keys = typed(card.replace('ễ', lostCharacter), 2, 'Enter')
    expect(type(keys).outputs).toMatchObject([{ kind: 'scan', fault: 'letters-lost' }])
    expect(
      type(typed(lostCharacter.repeat(12), 2, 'Enter').map((key) => ({ ...key, ofMethod: key.key !== 'Enter' })))
        .outputs,
    ).toMatchObject([{ kind: 'scan', fault: 'input-method' }])
  })

  it('are an input method’s where something takes characters of a scan back', () => {
    const keys = timed([...Array.from('HC1:6BFA'), 'Backspace', 'Â', ...Array.from('NXJ1'), 'Enter'], () => 3)
    expect(type(keys).outputs).toMatchObject([{ kind: 'scan', fault: 'input-method' }])
  })
})

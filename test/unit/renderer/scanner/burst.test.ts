import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noKeys, press, remind, settle } from '../../../../renderer/scanner/wedge/burst.ts'
import { inField, isShortcut, keyPress, later, scansOf, timed, type, typed, type Key } from './keystrokes.ts'

const printable = (minLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: 'grapheme-ascii', minLength, maxLength: 1_200 })
const gapsTo = (max: number): fc.Arbitrary<number[]> => fc.array(fc.integer({ min: 0, max }), { minLength: 1 })
const scan = (text: string): object => ({ kind: 'scan', text, fault: null })

describe('a keyboard-wedge scanner', () => {
  it('is heard whole, whatever it types: eight characters at its pace, twelve at gaps that a hand may reach', () => {
    const spaces = fc.oneof(fc.tuple(printable(8), gapsTo(30)), fc.tuple(printable(12), gapsTo(49)))
    fc.assert(
      fc.property(spaces, ([text, gaps]) => {
        const keys = timed([...Array.from(text), 'Enter'], (index) => gaps[index % gaps.length] ?? 0)
        expect(type(keys).outputs).toEqual([scan(text)])
      }),
    )
  })

  it('is heard at 1,000 characters of 2 ms each', () => {
    const text = 'HC1:6BFU70H90T9WTWGSLKC'.repeat(44).slice(0, 1_000)
    expect(type(typed(text, 2, 'Enter')).outputs).toEqual([scan(text)])
  })

  it('ends its burst by Tab or Escape, or by silence alone', () => {
    for (const suffix of [['Tab'], ['Escape'], []]) {
      expect(type(typed('HC1:ABCDEF', 8, ...suffix)).outputs).toEqual([scan('HC1:ABCDEF')])
    }
  })

  it('never triggers a shortcut, though its text begins and ends with shortcut keys', () => {
    expect(type(typed('dddddddddd', 5, 'Enter')).outputs).toEqual([scan('dddddddddd')])
  })

  it('may stumble once a burst is on', () => {
    const keys = timed([...Array.from('a-text-of-no-kind'), 'Enter'], (index) => (index === 10 ? 180 : 10))
    expect(type(keys).outputs).toEqual([scan('a-text-of-no-kind')])
  })

  it('may stumble once before it is on, whatever it types', () => {
    for (let stumble = 1; stumble < 8; stumble += 1) {
      const { outputs } = type(
        timed([...Array.from('https://example.vn'), 'Enter'], (index) => (index === stumble ? 180 : 2)),
      )
      expect(scansOf(outputs)).toEqual(['https://example.vn'])
    }
  })

  it('keeps its spaces and its Enter from the button that has the focus', () => {
    expect(type(typed(' HC1: A B C', 5, 'Enter')).claimed).not.toContain(null)
  })

  it('is heard as two scans when two codes are scanned one after the other', () => {
    for (const pause of [5, 60, 400]) {
      const first = typed('FIRST-CODE', 5, 'Enter')
      const second = later(typed('SECOND-CODE', 5, 'Enter'), 50 + pause)
      expect(type([...first, ...second]).outputs).toEqual([scan('FIRST-CODE'), scan('SECOND-CODE')])
    }
  })

  it('sends separators as chords with Ctrl', () => {
    const keys = timed([...Array.from('ABCDEFGH'), 'Ctrl+]', 'I', 'Enter'], () => 5)
    expect(type(keys).outputs).toEqual([scan('ABCDEFGH\u001dI')])
  })
})

describe('a blocked page', () => {
  it('loses nothing: a reminder that comes late does not end the burst whose keys wait behind it', () => {
    let state = noKeys
    for (const key of typed('ABCDEFGHIJ', 2)) state = press(state, keyPress(key), isShortcut).state
    const late = remind(state, (state.due ?? 0) + 400)
    expect(late.output).toBeNull()
    const { outputs } = type(later(typed('KLMN', 2, 'Enter'), 20), late.state)
    expect(outputs).toEqual([scan('ABCDEFGHIJKLMN')])
  })

  it('puts a late reminder off once only, so that the scan is not held back for ever', () => {
    let state = noKeys
    for (const key of typed('ABCDEFGHIJ', 2)) state = press(state, keyPress(key), isShortcut).state
    const late = remind(state, (state.due ?? 0) + 400)
    const lateAgain = remind(late.state, (late.state.due ?? 0) + 400)
    expect([late.output, lateAgain.output]).toEqual([null, scan('ABCDEFGHIJ')])
  })
})

describe('a person at the keyboard', () => {
  it('is never taken for a scanner, typing with gaps above 50 ms', () => {
    const person = printable(8).filter((text) => !/[|:*\]\\{]/.test(text))
    fc.assert(
      fc.property(person, fc.integer({ min: 51, max: 400 }), fc.boolean(), (text, gap, focus) => {
        const keys = typed(text, gap, 'Enter')
        expect(scansOf(type(focus ? inField(keys) : keys).outputs)).toEqual([])
      }),
    )
  })

  it('is never taken for a scanner, typing a plate as quickly as hands can', () => {
    for (const plate of ['98A12345', '98A-123.45', '29LD12345', '80NG01101']) {
      for (let gap = 32; gap <= 120; gap += 4) expect(scansOf(type(typed(plate, gap, 'Enter')).outputs)).toEqual([])
    }
  })

  it('is not taken for a scanner by a palm on a few keys', () => {
    expect(type(typed('asdfghj', 3)).outputs).toEqual([{ kind: 'typed', text: 'asdfghj' }])
  })

  it('is not taken for a scanner by a key that is held', () => {
    const held = Array.from({ length: 40 }, (_, index) => ({ key: 'Repeat', at: 1_500 + index * 30 }))
    expect(type([{ key: '9', at: 1_000 }, ...held]).outputs).toEqual([{ kind: 'typed', text: '9' }])
  })

  it('gets a function key after the moment in which a burst might have followed', () => {
    expect(type([{ key: 'F4', at: 0 }]).outputs).toEqual([{ kind: 'shortcut', key: 'F4' }])
    expect(remind(press(noKeys, keyPress({ key: 'F4', at: 0 }), isShortcut).state, 20).output).toBeNull()
  })

  it('keeps Enter and Tab for the focused button', () => {
    expect(type([{ key: 'Enter', at: 0 }]).claimed).toEqual([null])
    expect(type([{ key: 'Tab', at: 0 }]).claimed).toEqual([null])
  })

  it('does not lose a shortcut pressed soon after another', () => {
    const keys = [
      { key: 'F4', at: 0 },
      { key: 'F9', at: 51 },
    ]
    expect(type(keys).outputs).toEqual([
      { kind: 'shortcut', key: 'F4' },
      { kind: 'shortcut', key: 'F9' },
    ])
  })

  it('has both of two different keys that come at once, and one of a key that is held down', () => {
    const keysOf = (...keys: string[]): unknown[] =>
      type(timed(keys, () => 20)).outputs.map((output) => (output.kind === 'shortcut' ? output.key : output))
    expect(keysOf('F4', 'F9', 'Escape')).toEqual(['F4', 'F9', 'Escape'])
    expect(keysOf('F4', 'F4', 'F4')).toEqual(['F4'])
  })

  it('has every key back a moment after a scan', () => {
    const scanned = typed('HC1:ABCDEF', 2, 'Enter')
    const end = scanned.at(-1)?.at ?? 0
    expect(type([...scanned, { key: 'F1', at: end + 40 }]).outputs).toContainEqual({ kind: 'shortcut', key: 'F1' })
    // Whoever presses F1 is there, and takes it back at once.
    const { outputs } = type([...scanned, { key: 'F1', at: end + 60 }, { key: 'Escape', at: end + 150 }])
    expect(outputs).toContainEqual({ kind: 'shortcut', key: 'Escape' })
    expect(type([...scanned, { key: '9', at: end + 40 }]).outputs).toContainEqual({ kind: 'typed', text: '9' })
    expect(type([...scanned, { key: 'Enter', at: end + 300 }]).claimed.at(-1)).toBeNull()
  })
})

describe('typing while no field has the focus', () => {
  it('is handed on, so that a plate needs no field to be chosen first', () => {
    expect(type(typed('345', 120)).outputs).toEqual(['3', '4', '5'].map((text) => ({ kind: 'typed', text })))
  })

  it('loses no character of a quick hand', () => {
    expect(type(typed('345', 30)).outputs).toEqual([{ kind: 'typed', text: '345' }])
  })

  it('is kept from the page, which would press the focused button', () => {
    expect(type(typed('34 5', 120)).claimed).not.toContain(null)
  })

  it('is a shortcut where the key is one', () => {
    expect(type([{ key: 'd', at: 0 }]).outputs).toEqual([{ kind: 'shortcut', key: 'd' }])
  })
})

describe('a field that has the focus', () => {
  it('gets what a person types, however quick, and its Enter', () => {
    const { outputs, claimed } = type(inField(typed('98a12', 30, 'Enter')))
    expect(outputs).toEqual([])
    expect(new Set(claimed)).toEqual(new Set([null]))
  })

  it('gets no more of a burst once it is clear that it is one, and not its Enter', () => {
    const { outputs, claimed } = type(inField(typed('ABCDEFGHIJ', 5, 'Enter')))
    expect(outputs).toEqual([scan('ABCDEFGHIJ')])
    expect(claimed).toEqual([...Array<null>(7).fill(null), ...Array<string>(4).fill('scanner')])
  })

  it('keeps the short runs of an input method that writes Vietnamese marks', () => {
    // Telex: each key of the person brings a Backspace and the changed letters at once.
    const keys = Array.from('nguoiwfphuongwfj').flatMap((key, index): Key[] => [
      { key, at: index * 45 },
      { key: 'Backspace', at: index * 45 + 2 },
      { key: 'ư', at: index * 45 + 4 },
      { key: 'ờ', at: index * 45 + 6 },
    ])
    const { outputs, claimed } = type(inField(keys))
    expect(outputs).toEqual([])
    expect(new Set(claimed)).toEqual(new Set([null]))
  })

  it('leaves a function key its meaning, though a character came just before it', () => {
    const keys = inField([...typed('5', 0), { key: 'F4', at: 1_030 }])
    expect(type(keys).outputs).toEqual([{ kind: 'shortcut', key: 'F4' }])
  })
})

describe('what silence has settled', () => {
  it('is told before the next key, so that the key goes to the field that the typing chose', () => {
    const first = press(noKeys, keyPress({ key: '3', at: 0 }), isShortcut).state
    expect(settle(first, 120).output).toEqual({ kind: 'typed', text: '3' })
    expect(settle(first, 40).output).toBeNull()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  noKeys,
  press,
  remind,
  settle,
  type BurstOutput,
  type KeyPress,
} from '../../../../renderer/scanner/wedge/burst.ts'

const isShortcut = (key: string): boolean => ['F4', 'F9', 'd', ' '].includes(key)

/** Keys that go to no field unless they say so. */
type Key = Omit<KeyPress, 'inField'> & { inField?: boolean }

/** Types the keys as a page with a free main thread would: due reminders come on time, between the keys. */
function type(keys: readonly Key[]): { outputs: BurstOutput[]; claimed: boolean[] } {
  let state = noKeys
  const outputs: BurstOutput[] = []
  const claimed: boolean[] = []
  const remindUntil = (time: number): void => {
    while (state.due !== null && state.due <= time) {
      const step = remind(state, state.due)
      state = step.state
      if (step.output) outputs.push(step.output)
    }
  }
  for (const key of keys) {
    remindUntil(key.at)
    const step = press(state, { inField: false, ...key }, isShortcut)
    state = step.state
    claimed.push(step.claimed)
    if (step.output) outputs.push(step.output)
  }
  remindUntil(Number.POSITIVE_INFINITY)
  return { outputs, claimed }
}

/** `text` typed with a steady gap (milliseconds), and a suffix key where one is given. */
function typed(text: string, gap: number, suffix?: string, inField = false): KeyPress[] {
  const keys = [...Array.from(text), ...(suffix ? [suffix] : [])]
  return keys.map((key, index) => ({ key, at: 1_000 + index * gap, inField }))
}

const printable = fc.string({ unit: 'grapheme-ascii', minLength: 8, maxLength: 1_200 })

describe('a keyboard-wedge scanner', () => {
  it('is heard whole, whatever it types and however its gaps vary below 50 ms', () => {
    fc.assert(
      fc.property(printable, fc.array(fc.integer({ min: 0, max: 49 }), { minLength: 1 }), (text, gaps) => {
        let at = 0
        const keys = [...Array.from(text), 'Enter'].map((key, index) => ({
          key,
          at: (at += gaps[index % gaps.length] ?? 0),
        }))
        expect(type(keys).outputs).toEqual([{ kind: 'scan', text }])
      }),
    )
  })

  it('is heard at 1,000 characters of 2 ms each', () => {
    const text = 'HC1:6BFU70H90T9WTWGSLKC'.repeat(44).slice(0, 1_000)
    expect(type(typed(text, 2, 'Enter')).outputs).toEqual([{ kind: 'scan', text }])
  })

  it('ends its burst by Tab, or by silence alone', () => {
    expect(type(typed('HC1:ABCDEF', 8, 'Tab')).outputs).toEqual([{ kind: 'scan', text: 'HC1:ABCDEF' }])
    expect(type(typed('HC1:ABCDEF', 8)).outputs).toEqual([{ kind: 'scan', text: 'HC1:ABCDEF' }])
  })

  it('never triggers a shortcut, though its text begins and ends with shortcut keys', () => {
    expect(type(typed('dddddddddd', 5, 'Enter')).outputs).toEqual([{ kind: 'scan', text: 'dddddddddd' }])
  })

  it('may stumble once a burst is on', () => {
    const keys = typed('HC1:ABCDEFGHIJ', 10, 'Enter').map(({ key, at }, index) => ({
      key,
      at: index < 10 ? at : at + 180,
    }))
    expect(type(keys).outputs).toEqual([{ kind: 'scan', text: 'HC1:ABCDEFGHIJ' }])
  })

  it('keeps its spaces and its Enter from the button that has the focus', () => {
    expect(type(typed(' HC1: A B C', 5, 'Enter')).claimed).not.toContain(false)
  })

  it('is heard as two scans when two codes are scanned one after the other', () => {
    const later = typed('SECOND-CODE', 5, 'Enter').map(({ key, at }) => ({ key, at: at + 400 }))
    expect(type([...typed('FIRST-CODE', 5, 'Enter'), ...later]).outputs).toEqual([
      { kind: 'scan', text: 'FIRST-CODE' },
      { kind: 'scan', text: 'SECOND-CODE' },
    ])
  })
})

describe('a blocked page', () => {
  it('loses nothing: a reminder that comes late does not end the burst whose keys wait behind it', () => {
    let state = noKeys
    for (const key of typed('HC1:ABCDEF', 2)) state = press(state, key, isShortcut).state
    const late = remind(state, (state.due ?? 0) + 400)
    expect(late.output).toBeNull()
    state = late.state
    for (const key of typed('GHIJ', 2, 'Enter')) {
      const step = press(state, { ...key, at: key.at + 20 }, isShortcut)
      if (step.output) expect(step.output).toEqual({ kind: 'scan', text: 'HC1:ABCDEFGHIJ' })
      state = step.state
    }
    expect(state).toEqual(noKeys)
  })
})

describe('a page that is blocked again and again', () => {
  it('puts a late reminder off once only, so that the scan is not held back for ever', () => {
    let state = noKeys
    for (const key of typed('HC1:ABCDEF', 2)) state = press(state, key, isShortcut).state
    const late = remind(state, (state.due ?? 0) + 400)
    const lateAgain = remind(late.state, (late.state.due ?? 0) + 400)
    expect([late.output, lateAgain.output]).toEqual([null, { kind: 'scan', text: 'HC1:ABCDEF' }])
  })
})

describe('a person at the keyboard', () => {
  it('is never taken for a scanner, typing with gaps above 50 ms', () => {
    fc.assert(
      fc.property(printable, fc.integer({ min: 51, max: 400 }), (text, gap) => {
        expect(type(typed(text, gap, 'Enter')).outputs.filter(({ kind }) => kind === 'scan')).toEqual([])
      }),
    )
  })

  it('is not taken for a scanner by a palm on a few keys', () => {
    expect(type(typed('asdfghj', 3)).outputs).toEqual([{ kind: 'typed', text: 'asdfghj' }])
  })

  it('gets a function key after the moment in which a burst might have followed', () => {
    expect(type([{ key: 'F4', at: 0 }]).outputs).toEqual([{ kind: 'shortcut', key: 'F4' }])
    expect(remind(press(noKeys, { key: 'F4', at: 0, inField: false }, isShortcut).state, 20).output).toBeNull()
  })

  it('keeps Enter and Tab for the focused button', () => {
    expect(type([{ key: 'Enter', at: 0 }]).claimed).toEqual([false])
    expect(type([{ key: 'Tab', at: 0 }]).claimed).toEqual([false])
  })

  it('does not lose a shortcut pressed soon after another', () => {
    expect(
      type([
        { key: 'F4', at: 0 },
        { key: 'F9', at: 51 },
      ]).outputs,
    ).toEqual([
      { kind: 'shortcut', key: 'F4' },
      { kind: 'shortcut', key: 'F9' },
    ])
  })
})

describe('typing while no field has the focus', () => {
  it('is handed on, so that a plate needs no field to be chosen first', () => {
    expect(type(typed('345', 120)).outputs).toEqual([
      { kind: 'typed', text: '3' },
      { kind: 'typed', text: '4' },
      { kind: 'typed', text: '5' },
    ])
  })

  it('loses no character of a quick hand', () => {
    expect(type(typed('345', 30)).outputs).toEqual([{ kind: 'typed', text: '345' }])
  })

  it('is kept from the page, which would press the focused button', () => {
    expect(type(typed('34 5', 120)).claimed).toEqual([true, true, true, true])
  })

  it('is a shortcut where the key is one', () => {
    expect(type([{ key: 'd', at: 0 }]).outputs).toEqual([{ kind: 'shortcut', key: 'd' }])
  })
})

describe('a field that has the focus', () => {
  const inField = (text: string, gap: number, suffix?: string): Key[] => typed(text, gap, suffix, true)

  it('gets what a person types, however quick, and its Enter', () => {
    const { outputs, claimed } = type(inField('98a12', 30, 'Enter'))
    expect(outputs).toEqual([])
    expect(claimed).not.toContain(true)
  })

  it('gets no more of a burst once it is clear that it is one, and not its Enter', () => {
    const { outputs, claimed } = type(inField('HC1:ABCDEF', 5, 'Enter'))
    expect(outputs).toEqual([{ kind: 'scan', text: 'HC1:ABCDEF' }])
    expect(claimed).toEqual([...Array<boolean>(7).fill(false), true, true, true, true])
  })

  it('keeps the short runs of an input method that writes Vietnamese marks', () => {
    // Telex: each key of the person brings a Backspace and the changed letters at once.
    const keys = Array.from('nguoiwfphuongwfj').flatMap((key, index): Key[] => [
      { key, at: index * 45, inField: true },
      { key: 'Backspace', at: index * 45 + 2, inField: true },
      { key: 'ư', at: index * 45 + 4, inField: true },
      { key: 'ờ', at: index * 45 + 6, inField: true },
    ])
    const { outputs, claimed } = type(keys)
    expect(outputs).toEqual([])
    expect(claimed).not.toContain(true)
  })

  it('leaves a function key its meaning, though a character came just before it', () => {
    const keys = [...inField('5', 0), { key: 'F4', at: 1_030, inField: true }]
    expect(type(keys).outputs).toEqual([{ kind: 'shortcut', key: 'F4' }])
  })
})

describe('what silence has settled', () => {
  it('is told before the next key, so that the key goes to the field that the typing chose', () => {
    const first = press(noKeys, { key: '3', at: 0, inField: false }, isShortcut).state
    const step = settle(first, 120)
    expect(step).toMatchObject({ state: noKeys, output: { kind: 'typed', text: '3' } })
    expect(settle(first, 40).output).toBeNull()
  })
})

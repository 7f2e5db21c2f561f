/** Keys typed at a page with a free main thread: reminders that are due come on time, between the keys. */
import { noKeys, press, remind, type BurstOutput, type BurstState } from '../../../../renderer/scanner/wedge/burst.ts'
import type { KeyPress } from '../../../../renderer/scanner/wedge/keys.ts'

/** Keys go to no field unless they say so. */
export type Key = Pick<KeyPress, 'key' | 'at'> & Partial<KeyPress>

export const shortcuts = ['F1', 'F4', 'F9', 'Escape', 'd', ' ']
export const isShortcut = (key: string): boolean => shortcuts.includes(key)

export const keyPress = (key: Key): KeyPress => ({ place: null, ofMethod: false, inField: false, before: null, ...key })

export interface Typed {
  outputs: BurstOutput[]
  /** Of each key, whose it was. */
  claimed: Array<'held' | 'scanner' | null>
  state: BurstState
}

export function type(keys: readonly Key[], from: BurstState = noKeys): Typed {
  let state = from
  const outputs: BurstOutput[] = []
  const claimed: Typed['claimed'] = []
  const remindUntil = (time: number): void => {
    while (state.due !== null && state.due <= time) {
      const step = remind(state, state.due)
      state = step.state
      if (step.output) outputs.push(step.output)
    }
  }
  for (const key of keys) {
    remindUntil(key.at)
    const step = press(state, keyPress(key), isShortcut)
    state = step.state
    claimed.push(step.claimed)
    if (step.output) outputs.push(step.output)
  }
  remindUntil(Number.POSITIVE_INFINITY)
  return { outputs, claimed, state }
}

/** Keys with a gap before each, in milliseconds, beginning at `start`. */
export function timed(keys: readonly string[], gapBefore: (index: number) => number, start = 1_000): Key[] {
  let at = start
  return keys.map((key, index) => ({ key, at: (at += index === 0 ? 0 : gapBefore(index)) }))
}

/** `text` with a steady gap, and suffix keys where they are given. */
export function typed(text: string, gap: number, ...suffix: string[]): Key[] {
  return timed([...Array.from(text), ...suffix], () => gap)
}

export const inField = (keys: readonly Key[]): Key[] => keys.map((key) => ({ ...key, inField: true }))

/** The same keys, so much later. */
export const later = (keys: readonly Key[], by: number): Key[] => keys.map((key) => ({ ...key, at: key.at + by }))

export const scansOf = (outputs: readonly BurstOutput[]): string[] =>
  outputs.flatMap((output) => (output.kind === 'scan' ? [output.text] : []))

export const typingOf = (outputs: readonly BurstOutput[]): string =>
  outputs.map((output) => (output.kind === 'typed' ? output.text : '')).join('')

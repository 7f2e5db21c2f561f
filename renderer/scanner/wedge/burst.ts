/**
 * Tells a keyboard-wedge scanner from a person at the same keyboard, by the gaps between keys alone.
 *
 * A scanner types hundreds of characters at 2 to 30 ms each; nobody types eight characters with every gap below
 * 50 ms. So each key is held back until the next one, or the lack of it, tells whose it was: a burst becomes one scan
 * and never a shortcut, a single key becomes its shortcut a moment later, other characters become typing. All times are
 * the events' own (milliseconds on one clock), not when a handler got round to them: a blocked page still sees the true
 * gaps.
 *
 * While a field has the focus its characters are not held back, lest a quick hand lose some: the field gets the first
 * few of a burst too, and whoever listens puts back what it held once it is clear that they are a scanner's.
 */

/** Largest gap between two keys of the beginning of a burst. */
const largestGap = 50

/** Once it is clear that a burst is on, a scanner may stumble (wireless ones do) for as long as this. */
const largestStumble = 250

/** This many characters in quick succession are a burst. */
const fewestKeys = 8

/** A reminder that comes later than this was held up by a blocked page, and keys may be waiting behind it. */
const punctual = 20

/** Longest burst kept; the rest of a longer one is dropped and the scan says so by its length. */
export const longestBurst = 20_000

/** One key that went down: `key` as KeyboardEvent.key, `at` as its timeStamp. */
export interface KeyPress {
  key: string
  at: number
  /** A field had the focus, and gets the key unless it is claimed. */
  inField: boolean
}

/** What has been typed and not yet been given a meaning. */
export interface BurstState {
  /** Characters so far, the latest last. */
  text: string
  /** A field has had the characters so far. */
  inField: boolean
  /** A shortcut key that waits until no burst follows it. */
  shortcut: string | null
  /** When the latest key went down. */
  last: number
  /** When silence will have settled what this is; null when nothing waits. */
  due: number | null
  /** A reminder came late and was put off once, so that keys held up behind it get their turn. */
  putOff: boolean
}

/** What the keys turned out to be. */
export type BurstOutput =
  | { kind: 'scan'; text: string }
  | { kind: 'shortcut'; key: string }
  /** Characters of a person who had no field to type them in. */
  | { kind: 'typed'; text: string }

/** A step: the state after it, what became clear, and whether the key is the scanner's (to be kept from the page). */
export interface BurstStep {
  state: BurstState
  output: BurstOutput | null
  claimed: boolean
}

export const noKeys: BurstState = {
  text: '',
  inField: false,
  shortcut: null,
  last: Number.NEGATIVE_INFINITY,
  due: null,
  putOff: false,
}

const isSuffix = (key: string): boolean => key === 'Enter' || key === 'Tab'
const isCharacter = (key: string): boolean => /^.$/su.test(key)

/** Is it clear by now that a scanner is typing? */
export const isBurst = ({ text }: BurstState): boolean => text.length >= fewestKeys

/** What the silence before a key at `at` has settled, where its reminder has not come yet. */
export function settle(state: BurstState, at: number): BurstStep {
  if (isTogether(state, at)) return { state, output: null, claimed: false }
  return { state: noKeys, output: conclude(state), claimed: false }
}

function isTogether(state: BurstState, at: number): boolean {
  return at - state.last <= (isBurst(state) ? largestStumble : largestGap)
}

/** A key went down. `isShortcut` says whether this key means something to the screen when a person presses it. */
export function press(
  state: BurstState,
  { key, at, inField }: KeyPress,
  isShortcut: (key: string) => boolean,
): BurstStep {
  const { state: before, output } = settle(state, at)
  const following = before.text !== '' || before.shortcut !== null

  if (isSuffix(key)) {
    if (isBurst(before)) return { state: noKeys, output: conclude(before), claimed: true }
    // A quick hand ends a field with Enter; outside a field it is a palm on the keys.
    return { state: noKeys, output: output ?? conclude(before), claimed: !inField && before.text !== '' }
  }
  if (isCharacter(key)) {
    const text = before.text.length < longestBurst ? before.text + key : before.text
    // A shortcut key with a character on its heels was part of a burst.
    const shortcut = !following && isShortcut(key) ? key : null
    const after: BurstState = { ...waiting(text, shortcut, at), inField }
    return { state: after, output, claimed: !inField || shortcut !== null || isBurst(after) }
  }
  // No scanner sends a Backspace; input methods that write Vietnamese marks do, between quick runs of characters.
  if (!isShortcut(key)) return { state: key === 'Backspace' ? noKeys : before, output, claimed: false }
  const held = following && !inField ? before.shortcut : key
  return { state: { ...waiting(before.text, held, at), inField }, output, claimed: true }
}

/** The reminder set for `state.due` came, at `now`. A late one is put off once; after that no key can be waiting. */
export function remind(state: BurstState, now: number): BurstStep {
  if (state.due === null || now < state.due) return { state, output: null, claimed: false }
  if (now > state.due + punctual && !state.putOff) {
    return { state: { ...state, due: now + largestGap, putOff: true }, output: null, claimed: false }
  }
  return { state: noKeys, output: conclude(state), claimed: false }
}

/** The state after a key at `at`, which waits for the next key or for silence. */
function waiting(text: string, shortcut: string | null, at: number): BurstState {
  const silence = text.length >= fewestKeys ? largestStumble : largestGap
  return { text, inField: false, shortcut, last: at, due: at + silence, putOff: false }
}

function conclude(state: BurstState): BurstOutput | null {
  const { text, inField, shortcut } = state
  if (isBurst(state)) return { kind: 'scan', text }
  if (shortcut !== null) return { kind: 'shortcut', key: shortcut }
  return text === '' || inField ? null : { kind: 'typed', text }
}

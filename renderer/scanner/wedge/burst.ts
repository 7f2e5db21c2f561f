/**
 * Tells a keyboard-wedge scanner from a person at the same keyboard.
 *
 * A scanner types hundreds of characters at 2 to 30 ms each, and now and then stumbles: the radio, the driver or the
 * machine was busy. A person's keys come further apart. So a text is a scanner's where its pace is one, or where it
 * begins as a known code does, however slowly it comes. Until that is clear each key is held back for a moment and then
 * given a person's meaning: a single key becomes its shortcut, other characters become typing; whoever listens puts back
 * what was typed once it turns out to be a scanner's. All times are the events' own (milliseconds on one clock), not
 * when a handler got round to them: a blocked page still sees the true gaps.
 *
 * While a field has the focus its characters are not held back, lest a quick hand lose some. Keys right behind a scan (a
 * line feed, a second Enter, a Tab) are the scanner's as well, and do nothing.
 */
import type { FieldText } from './field-text.ts'
import { controlOf, isCharacter, isModifier, isSuffix, type KeyPress } from './keys.ts'
import {
  addCharacter,
  largestGap,
  largestStumble,
  mayBecomeKnown,
  noRun,
  paceOf,
  readRun,
  type Run,
  type ScanRead,
} from './run.ts'

/**
 * A scan that begins as a known code, or may yet, is waited for this long from key to key. Half a code is worth nothing, and a
 * stumble of 300 ms once split one; the wait costs nothing where a key ends the scan, as scanners are set to do.
 */
const knownStumble = 1_000

/**
 * The same of a scanner that is known to end its scans by a key: silence says nothing of it. A machine with too much to do has
 * held up the second half of a scan for more than a second.
 */
const endedStumble = 3_000

/** The same after a scan that ended without a key: each verdict of such a scanner comes this much later. */
const knownSilence = 400

/** For this long behind a scan another Enter, Tab or Esc is the scanner's: nobody answers what they see any sooner. */
const suffixWithin = 200

/** A reminder that comes later than this was held up by a blocked page, and keys may be waiting behind it. */
const punctual = 20

/** What has been typed and not yet been given a meaning. */
export interface BurstState {
  run: Run
  /** So many characters of the run have been given to a field, or are nobody's. */
  given: number
  /** A shortcut key that waits until no burst follows it. */
  shortcut: string | null
  /** When the latest key went down. */
  last: number
  /** When silence will have settled what this is; null when nothing waits. */
  due: number | null
  /** A reminder came late and was put off once, so that keys held up behind it get their turn. */
  putOff: boolean
  /** Until when keys are still those of the scan before: another suffix, and any key at the scanner's own pace. */
  behind: { suffix: number; any: number; pace: number }
  /** Whether the scan before was ended by a key; null: there was none. */
  endsByKey: boolean | null
  /** What this scanner puts before each scan, where it is set so. */
  prefix: string
}

/** What the keys turned out to be. */
export type BurstOutput =
  | ({ kind: 'scan' } & ScanRead)
  | { kind: 'shortcut'; key: string }
  /** Characters of a person who had no field to type them in. */
  | { kind: 'typed'; text: string }

/** A step: the state after it, what became clear, and whose the key is. */
export interface BurstStep {
  state: BurstState
  output: BurstOutput | null
  /** `held`: kept from the page until it is clear what it means. `scanner`: to be kept from everything. */
  claimed: 'held' | 'scanner' | null
  /** What a field held before the scan that has just been recognised. */
  restore: FieldText | null
}

const never = Number.NEGATIVE_INFINITY

export const noKeys: BurstState = {
  run: noRun,
  given: 0,
  shortcut: null,
  last: never,
  due: null,
  putOff: false,
  behind: { suffix: never, any: never, pace: 0 },
  endsByKey: null,
  prefix: '',
}

type Claim = BurstStep['claimed']

function step(state: BurstState, output: BurstOutput | null = null, claimed: Claim = null): BurstStep {
  return { state, output, claimed, restore: null }
}

/** Is it clear by now that a scanner is typing? */
export const isScan = ({ run }: BurstState): boolean => run.begin !== null

const isPending = ({ run, given }: BurstState): boolean => run.text.length > given

/** What the silence before a key at `at` has settled, where its reminder has not come yet. */
export function settle(state: BurstState, at: number): BurstStep {
  return at - state.last <= silenceOf(state) ? step(state) : conclude(state)
}

/** A key went down. `isShortcut` says whether this key means something to the screen when a person presses it. */
export function press(state: BurstState, pressed: KeyPress, isShortcut: (key: string) => boolean): BurstStep {
  const { key, at, inField } = pressed
  const { state: before, output } = settle(state, at)
  const waits = isPending(before) || before.shortcut !== null

  if (isModifier(key)) return step(touch(before, at), output, isScan(before) ? 'scanner' : null)
  if (isCharacter(key)) return { ...takeCharacter(before, pressed, !waits && isShortcut(key)), output }
  if (isScan(before)) return takeKeyOfScan(before, pressed)
  if (at <= (isSuffix(key) ? before.behind.suffix : before.behind.any)) {
    return step({ ...before, behind: behindKey(before.behind, at) }, output, 'scanner')
  }
  if (isShortcut(key)) {
    // Two keys that no scanner sends, one on the heels of the other: a quick hand means both. One that is held down, or
    // bounces, is one.
    const both = before.shortcut !== null && before.shortcut !== key && !isPending(before)
    if (both) return step(waiting({ ...before, shortcut: key, last: at }), conclude(before).output, 'held')
    const shortcut = waits && !inField ? before.shortcut : key
    // No scanner sends such a key: whoever pressed it is there, and the Esc or Enter after it is a hand's too.
    const behind = isSuffix(key) ? before.behind : { ...before.behind, suffix: never }
    return step(waiting({ ...before, shortcut, behind, last: at }), output, 'held')
  }
  if (isSuffix(key)) {
    // A quick hand ends a field with Enter; outside a field it is a palm on the keys.
    return step(cleared(before), output ?? conclude(before).output, !inField && isPending(before) ? 'held' : null)
  }
  return step(waits ? before : cleared(before), output)
}

function takeCharacter(before: BurstState, pressed: KeyPress, isShortcut: boolean): BurstStep {
  const { key, at, inField } = pressed
  const gap = at - before.last
  const joined = isScan(before) || gap <= knownStumble
  const run = addCharacter(joined ? before.run : noRun, pressed, gap, before.prefix)
  const ofScanner = run.begin !== null || at <= before.behind.any
  // A shortcut key with a character on its heels was part of a burst.
  const shortcut = isShortcut && !ofScanner ? key : null
  const hasIt = ofScanner || (inField && shortcut === null)
  const given = hasIt ? run.text.length : joined ? before.given : 0
  const behind = ofScanner ? behindKey(before.behind, at) : before.behind
  const state = waiting({ ...before, run, given, shortcut, last: at, putOff: false, behind })
  const claimed = ofScanner ? 'scanner' : hasIt ? null : 'held'
  const recognised = run.begin !== before.run.begin
  return { state, output: null, claimed, restore: recognised ? changedBy(state, before.given) : null }
}

/**
 * The field that a scan was typed into, as it was. One that had no focus and was given none of it is not the scan's to put
 * back: what stands in it may have been answered since, and would come back as something that somebody typed.
 * @param given so many characters of the run went to a field before it was clear that it is a scan
 */
function changedBy({ run: { begin } }: BurstState, given: number): FieldText | null {
  return begin?.before && (begin.before.focused || given > begin.index) ? begin.before : null
}

/** A key that is no character, among those of a scan. */
function takeKeyOfScan(before: BurstState, { key, at, ...beside }: KeyPress): BurstStep {
  if (isSuffix(key)) return endScan(before, at)
  // No scanner takes anything back; an input method does that, to put other letters in its place.
  if (key === 'Backspace') {
    return step(touch({ ...before, run: { ...before.run, method: 'took-back' } }, at), null, 'scanner')
  }
  const control = controlOf(key)
  if (control === null) return step(touch(before, at), null, 'scanner')
  return takeCharacter(before, { ...beside, key: control, place: control, at }, false)
}

/** A key at `at` ended the scan. */
function endScan(state: BurstState, at: number): BurstStep {
  const pace = paceOf(state.run, at)
  const behind = behindKey({ suffix: at + suffixWithin, any: at, pace }, at)
  return step({ ...cleared(state), behind, endsByKey: true }, conclude(state).output, 'scanner')
}

/** One more key of the scanner's: the next one may be twice its pace away. */
function behindKey({ suffix, any, pace }: BurstState['behind'], at: number): BurstState['behind'] {
  const next = at + Math.min(10 + 2 * pace, largestGap)
  return { suffix: Math.max(suffix, next), any: Math.max(any, next), pace }
}

/** The reminder set for `state.due` came, at `now`. A late one is put off once; after that no key can be waiting. */
export function remind(state: BurstState, now: number): BurstStep {
  if (state.due === null || now < state.due) return step(state)
  if (now > state.due + punctual && !state.putOff) return step({ ...state, due: now + largestGap, putOff: true })
  return conclude(state)
}

/** How long it must be silent before that means something. */
function silenceOf({ run, endsByKey, prefix }: BurstState): number {
  if (run.begin === null) return largestGap
  if (!run.known && !mayBecomeKnown(run, prefix)) return largestStumble
  if (endsByKey === null) return knownStumble
  return endsByKey ? endedStumble : knownSilence
}

/** The state after its latest key, which waits for the next one or for silence. */
function waiting(state: BurstState): BurstState {
  const waits = isScan(state) || isPending(state) || state.shortcut !== null
  return { ...state, due: waits ? state.last + silenceOf(state) : null, putOff: false }
}

/** A key that gives nothing by itself shows that somebody is still typing. */
function touch(state: BurstState, at: number): BurstState {
  return at - state.last <= silenceOf(state) ? waiting({ ...state, last: at }) : state
}

function cleared({ behind, endsByKey, prefix }: BurstState): BurstState {
  return { ...noKeys, behind, endsByKey, prefix }
}

/** Silence has settled what was typed. What a field was given is remembered: it may yet be the beginning of a scan. */
function conclude(state: BurstState): BurstStep {
  const { run, shortcut, given, prefix } = state
  if (isScan(state)) return step({ ...cleared(state), endsByKey: false }, { kind: 'scan', ...readRun(run, prefix) })
  if (shortcut !== null) return step(cleared(state), { kind: 'shortcut', key: shortcut })
  const settled = { ...state, given: run.text.length, due: null, putOff: false }
  return step(settled, isPending(state) ? { kind: 'typed', text: run.text.slice(given) } : null)
}

/**
 * Listens to the keyboard of the whole page and hands on what its keys turn out to be. There is one keyboard and one
 * screen at a time that hears it: keys in flight while one screen gives way to another are the next screen's.
 */
import { isScan, noKeys, press, remind, settle, type BurstOutput, type BurstStep } from './burst.ts'
import { listenToEvents, type Stroke } from './events.ts'
import { focusedField, rememberField, restoreField, type FieldText, type TextField } from './field-text.ts'
import { lostCharacter } from './keys.ts'

/** What a screen is told. */
export type Heard = Exclude<BurstOutput, { kind: 'typed' }>

/** A screen that hears the keyboard. */
export interface Hearer {
  /** Does this key mean something, in a field or outside one? */
  isShortcut: (key: string, inField: boolean) => boolean
  /** Where a person types who has chosen no field; null where that means nothing. */
  typingField: () => TextField | null
  /** A person who has chosen no field typed this. */
  typed: (text: string) => void
  /** What the scanner is set to put before each scan. */
  scannerPrefix: () => string
  heard: (what: Heard) => void
}

/**
 * What a browser does with the function keys loads the page again or covers it. Those that mean nothing here at the moment
 * do nothing: what is half typed would be lost. F11 stays the browser's, for the whole screen.
 */
const ofBrowser = /^F(?:[1-9]|10|12)$/

let hearer: Hearer | null = null
let state = noKeys
let timer: ReturnType<typeof setTimeout> | undefined
/**
 * How much later than it was struck the latest key came, in milliseconds. A machine that hands keys on late is as late with
 * those behind them: their silence begins when the latest came, not when it was struck.
 */
let late = 0
const keysNow = (): number => performance.now() - late
/** What the field held that the scan going on, or just ended, would have changed. */
let kept: FieldText | null = null

/**
 * Calls `heard` for each scan of a keyboard-wedge scanner and each shortcut of a person, and types what a person types
 * while no field has the focus, until `stop` is aborted.
 */
export function listenToKeys(next: Hearer, stop: AbortSignal): void {
  hearer = next
  stop.addEventListener('abort', () => {
    if (hearer === next) hearer = null
  })
  listenToEvents({ settle: (at) => take(settle(state, at)), pressed, inserted }, stop)
}

function take(step: BurstStep): void {
  state = step.state
  clearTimeout(timer)
  if (state.due !== null) {
    timer = setTimeout(() => take(remind(state, keysNow())), Math.max(state.due - keysNow(), 0) + 1)
  }
  if (step.restore) restoreField((kept = step.restore))
  if (step.output?.kind === 'typed') typeOn(step.output.text)
  else if (step.output) hearer?.heard(step.output)
}

function typeOn(text: string): void {
  const letters = text.replaceAll(lostCharacter, '').trimStart()
  if (letters !== '') hearer?.typed(letters)
}

function pressed({ place = null, ofMethod = false, ...stroke }: Stroke): BurstStep['claimed'] {
  late = Math.max(performance.now() - stroke.at, 0)
  const field = focusedField()
  const inField = field !== null
  const typing = field ?? hearer?.typingField()
  const before = !isScan(state) && typing ? rememberField(typing) : null
  const heard = { ...state, prefix: hearer?.scannerPrefix() ?? '' }
  const isShortcut = (key: string): boolean => hearer?.isShortcut(key, inField) ?? false
  const step = press(heard, { ...stroke, place, ofMethod, inField, before }, isShortcut)
  if (step.claimed !== 'scanner') kept = null
  take(step)
  return step.claimed ?? (ofBrowser.test(stroke.key) ? 'held' : null)
}

/** The browser put something in a field. What came of a scan, and could not be kept out, is taken out again. */
function inserted(target: EventTarget | null): void {
  if (kept && target === kept.field) restoreField(kept)
}

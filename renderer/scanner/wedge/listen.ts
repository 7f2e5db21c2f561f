/** Listens to the keyboard of the whole page and hands on what its keys turn out to be. */
import { isBurst, noKeys, press, remind, settle, type BurstOutput, type BurstStep } from './burst.ts'
import { focusedField, rememberField, restoreField, type FieldText } from './field-text.ts'

/**
 * Calls `heard` for each scan of a keyboard-wedge scanner, each shortcut of a person, and what a person types while no
 * field has the focus, until `stop` is aborted. `isShortcut`: does this key mean something, in a field or outside one?
 */
export function listenToKeys(
  isShortcut: (key: string, inField: boolean) => boolean,
  heard: (output: BurstOutput) => void,
  stop: AbortSignal,
): void {
  let state = noKeys
  let timer: ReturnType<typeof setTimeout> | undefined
  /** What the field held before the run of keys that is going on. */
  let untouched: FieldText | null = null

  function take(step: BurstStep): void {
    state = step.state
    clearTimeout(timer)
    if (state.due !== null) {
      timer = setTimeout(() => take(remind(state, performance.now())), Math.max(state.due - performance.now(), 0) + 1)
    }
    if (step.output) heard(step.output)
  }

  function keyDown(event: KeyboardEvent): void {
    // A held key repeats as fast as a scanner types; a scanner always lets go.
    if (event.repeat || event.altKey !== event.getModifierState('AltGraph') || event.metaKey) return
    const key = keyOf(event)
    if (key === null) return
    // What was typed before may give a field the focus, and this key is for that field already.
    take(settle(state, event.timeStamp))
    const field = focusedField()
    if (state.text === '') untouched = field && rememberField(field)
    const wasBurst = isBurst(state)
    const inField = field !== null
    const step = press(state, { key, at: event.timeStamp, inField }, (pressed) => isShortcut(pressed, inField))
    if (!wasBurst && isBurst(step.state) && untouched) restoreField(untouched)
    // Otherwise a burst would press whatever button has the focus, with its spaces and its final Enter.
    if (step.claimed) event.preventDefault()
    if (wasBurst && step.claimed) event.stopPropagation()
    take(step)
  }

  window.addEventListener('keydown', keyDown, { capture: true, signal: stop })
  stop.addEventListener('abort', () => clearTimeout(timer))
}

/**
 * The key's meaning. Some scanners end with Ctrl+J or Ctrl+M (line feed, return); other Ctrl chords are named `Ctrl+F`.
 * Null while an input method is composing: those keys are not yet what they will be.
 */
function keyOf(event: KeyboardEvent): string | null {
  if (event.isComposing || event.key === 'Process') return null
  if (!event.ctrlKey || event.getModifierState('AltGraph')) return event.key
  const letter = event.key.toUpperCase()
  return letter === 'J' || letter === 'M' ? 'Enter' : `Ctrl+${letter}`
}

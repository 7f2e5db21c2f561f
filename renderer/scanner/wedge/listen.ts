/** Listens to the keyboard of the whole page and hands on what its keys turn out to be. */
import { noKeys, press, remind, type BurstOutput, type BurstStep } from './burst.ts'

/** Calls `heard` for each scan of a keyboard-wedge scanner and each shortcut of a person, until `stop` is aborted. */
export function listenToKeys(
  isShortcut: (key: string) => boolean,
  heard: (output: BurstOutput) => void,
  stop: AbortSignal,
): void {
  let state = noKeys
  let timer: ReturnType<typeof setTimeout> | undefined

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
    const step = press(state, { key, at: event.timeStamp }, isShortcut)
    // Otherwise a burst would press whatever button has the focus, with its spaces and its final Enter.
    if (step.claimed) event.preventDefault()
    take(step)
  }

  window.addEventListener('keydown', keyDown, { capture: true, signal: stop })
  stop.addEventListener('abort', () => clearTimeout(timer))
}

/** The key's meaning; some scanners end with Ctrl+J or Ctrl+M (line feed, return). Null for other Ctrl chords. */
function keyOf(event: KeyboardEvent): string | null {
  if (!event.ctrlKey || event.getModifierState('AltGraph')) return event.key
  return ['j', 'm'].includes(event.key.toLowerCase()) ? 'Enter' : null
}

/**
 * The browser's events of keys and characters as strokes, one a character, in the order in which they were made.
 *
 * Most characters come with a keydown. Those that do not are taken from where they do come: the keypad under Alt, a
 * keypress or an insertion that no key explains. Keys whose character stays with an input method are strokes without a
 * known character, so that they are missed and not lost in silence.
 */
import { keypadCharacter, keypadKey } from './alt-keypad.ts'
import { isModifier, lostCharacter, usCharacter, type KeyPress } from './keys.ts'

/** A key, or a character without one. */
export type Stroke = Pick<KeyPress, 'key' | 'at'> & Partial<Pick<KeyPress, 'place' | 'ofMethod'>>

export interface Taker {
  /** Called before each key, as what was typed before it may give a field the focus. */
  settle: (at: number) => void
  /** Answers whose the key is: one that is claimed is kept from the page, one of the scanner from everything. */
  pressed: (stroke: Stroke) => 'held' | 'scanner' | null
  /** The browser has put something in a field. */
  inserted: (target: EventTarget | null) => void
}

/** Tells `taker` of every stroke on the page until `stop` is aborted. */
export function listenToEvents(taker: Taker, stop: AbortSignal): void {
  /** The latest key's character has been told: what comes of it is no other. */
  let told = false
  /** It was told, and is to be kept from the page when it comes. */
  let withheld = false
  /** The latest key does not say its character, which may yet come. */
  let awaited = false
  /** The latest keypress explains the insertion that follows it. */
  let typed = false
  /** What has been typed on the keypad under Alt. */
  let keypad = ''

  function tell(stroke: Stroke, event: Event): boolean {
    awaited = false
    const claimed = taker.pressed(stroke)
    if (claimed) event.preventDefault()
    if (claimed === 'scanner') event.stopPropagation()
    return claimed !== null
  }

  /** What was awaited has not come. */
  function miss(at: number): void {
    if (awaited) taker.pressed({ key: lostCharacter, at })
    awaited = false
  }

  function keyDown(event: KeyboardEvent): void {
    if (event.metaKey) return
    const { key, timeStamp: at } = event
    taker.settle(at)
    miss(at)
    told = true
    withheld = false
    typed = false
    if (isModifier(key)) {
      if (key === 'Alt' && !event.repeat) keypad = ''
      return void tell({ key, at }, event)
    }
    // A held key repeats as fast as a scanner types; a scanner always lets go.
    if (event.repeat) return void tell({ key: 'Repeat', at }, event)
    if (event.altKey && !event.getModifierState('AltGraph')) {
      const digit = keypadKey(event.code, keypad)
      if (digit === null) {
        // By its place: with Alt, some systems make another character of it.
        const place = usCharacter(event.code, false)
        return place === null ? undefined : void tell({ key: `Alt+${place.toUpperCase()}`, at }, event)
      }
      keypad += digit
      taker.pressed({ key: 'Alt', at })
      return event.preventDefault()
    }
    const stroke = strokeOf(event)
    if (stroke) return void tell(stroke, event)
    told = key !== 'Unidentified'
    awaited = !told
  }

  function keyUp(event: KeyboardEvent): void {
    const { key, timeStamp: at } = event
    if (key !== 'Alt') miss(at)
    told = false
    typed = false
    if (key !== 'Alt' || keypad === '') return
    const character = keypadCharacter(keypad)
    keypad = ''
    // Windows knows more code pages, and says the character in a moment.
    if (character === lostCharacter) return void (awaited = true)
    taker.settle(at)
    withheld = tell({ key: character, at }, event)
    told = true
  }

  function keyPress(event: KeyboardEvent): void {
    if (told && withheld) event.preventDefault()
    if (!told) tell({ key: event.key, at: event.timeStamp }, event)
    typed = !event.defaultPrevented
  }

  function beforeInput(event: InputEvent): void {
    const { inputType, data, timeStamp: at } = event
    const explained = told || typed
    typed = false
    if (explained) return
    // Several characters at once are spoken, pasted or chosen, never scanned.
    if (inputType === 'insertText' && data !== null && /^.$/su.test(data)) tell({ key: data, at }, event)
    if (inputType === 'insertCompositionText') tell({ key: lostCharacter, at, ofMethod: true }, event)
  }

  const options = { capture: true, signal: stop }
  window.addEventListener('keydown', keyDown, options)
  window.addEventListener('keyup', keyUp, options)
  window.addEventListener('keypress', keyPress, options)
  window.addEventListener('beforeinput', beforeInput, options)
  window.addEventListener('input', (event) => event.isTrusted && taker.inserted(event.target), options)
}

/** The stroke of a key that went down; null where it has no character, or does not say which. */
function strokeOf(event: KeyboardEvent): Stroke | null {
  const { key, code, timeStamp: at } = event
  const place = usCharacter(code, event.shiftKey)
  if (event.isComposing || key === 'Process' || key === 'Dead') {
    if (code === 'Enter' || code === 'Tab') return { key: code, at }
    return place === null && code !== '' ? null : { key: lostCharacter, place, at, ofMethod: key !== 'Dead' }
  }
  if (key === 'Unidentified') return null
  if (!event.ctrlKey || event.getModifierState('AltGraph')) return { key, place, at }
  // Some scanners end with Ctrl+J or Ctrl+M: line feed, return.
  const letter = key.toUpperCase()
  return { key: letter === 'J' || letter === 'M' ? 'Enter' : `Ctrl+${letter}`, at }
}

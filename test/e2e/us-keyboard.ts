/**
 * Text as the strokes of a US keyboard that would type it: each character is the key that bears it, with Shift held
 * where it needs Shift. Wedge scanners come set to this layout; a character that it does not bear they send as Windows
 * takes any character at all, VK_PACKET, which is no key's place.
 */

/** One event of a key, as `Input.dispatchKeyEvent` of the DevTools protocol takes it. */
export interface Stroke {
  type: 'keyDown' | 'rawKeyDown' | 'keyUp' | 'char'
  key: string
  code: string
  windowsVirtualKeyCode: number
  modifiers?: number
  text?: string
}

/** A key of a US keyboard: the name of its place, and Windows' number for it. */
interface Key {
  code: string
  virtualKey: number
}

interface Chord extends Key {
  shift: boolean
}

const shiftKey = { key: 'Shift', code: 'ShiftLeft', windowsVirtualKeyCode: 16 }
const enterKey = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 }
const shiftHeld = 8
const packet: Chord = { code: '', virtualKey: 231, shift: false }

/** The keys beside letters and digits: place, virtual key, what they bear without and with Shift. */
const marks: ReadonlyArray<readonly [string, number, string, string]> = [
  ['Space', 32, ' ', ' '],
  ['Minus', 189, '-', '_'],
  ['Equal', 187, '=', '+'],
  ['BracketLeft', 219, '[', '{'],
  ['BracketRight', 221, ']', '}'],
  ['Backslash', 220, '\\', '|'],
  ['Semicolon', 186, ';', ':'],
  ['Quote', 222, "'", '"'],
  ['Backquote', 192, '`', '~'],
  ['Comma', 188, ',', '<'],
  ['Period', 190, '.', '>'],
  ['Slash', 191, '/', '?'],
]

const digitsShifted = ')!@#$%^&*('

function chordOf(character: string): Chord {
  if (/^[a-zA-Z]$/.test(character)) {
    const letter = character.toUpperCase()
    return { code: `Key${letter}`, virtualKey: letter.charCodeAt(0), shift: character === letter }
  }
  const digit = /^\d$/.test(character) ? Number(character) : digitsShifted.indexOf(character)
  if (digit >= 0) return { code: `Digit${digit}`, virtualKey: 48 + digit, shift: digitsShifted.includes(character) }
  for (const [code, virtualKey, plain, shifted] of marks) {
    if (character === plain) return { code, virtualKey, shift: false }
    if (character === shifted) return { code, virtualKey, shift: true }
  }
  return packet
}

/** How a scanner sends what its keyboard layout does not bear, and what it sends behind each text. */
export interface ScannerSettings {
  /** `alt`: Alt and digits on the keypad, where Windows makes the character; `alt-alone`: where it makes none. */
  unborne?: 'packet' | 'alt' | 'alt-alone' | 'character'
  suffix?: ReadonlyArray<keyof typeof suffixKeys>
}

/** Strokes, each with the number of the character or suffix that it belongs to. */
export type Strokes = Iterable<{ stroke: Stroke; index: number }>

const suffixKeys = {
  Enter: { ...enterKey, text: '\r' },
  Tab: { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 },
  Escape: { key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 },
  F5: { key: 'F5', code: 'F5', windowsVirtualKeyCode: 116 },
  Backspace: { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 },
}

const altKey = { key: 'Alt', code: 'AltLeft', windowsVirtualKeyCode: 18 }
const altHeld = 1

/** A character by its number, under Alt, as those of the western code page are sent. */
function* keypadStrokes(character: string, windowsMakesIt: boolean): Generator<Stroke> {
  yield { type: 'rawKeyDown', ...altKey, modifiers: altHeld }
  for (const digit of `0${character.codePointAt(0)}`) {
    const key = { key: digit, code: `Numpad${digit}`, windowsVirtualKeyCode: 96 + Number(digit), modifiers: altHeld }
    yield { type: 'rawKeyDown', ...key }
    yield { type: 'keyUp', ...key }
  }
  yield { type: 'keyUp', ...altKey }
  if (windowsMakesIt) yield loose(character)
}

/** A character that comes without a key. */
const loose = (character: string): Stroke => ({
  type: 'char',
  key: character,
  code: '',
  windowsVirtualKeyCode: 0,
  text: character,
})

function* strokesOfKey({ text, ...key }: Omit<Stroke, 'type'>): Generator<Stroke> {
  yield text === undefined ? { type: 'rawKeyDown', ...key } : { type: 'keyDown', ...key, text }
  yield { type: 'keyUp', ...key }
}

/** What the keyboard does for a text and then Enter, or another suffix. Shift is held for as long as it is needed. */
export function* strokesOf(text: string, settings: ScannerSettings = {}): Generator<{ stroke: Stroke; index: number }> {
  const { unborne = 'packet', suffix = ['Enter'] } = settings
  let held = false
  let index = 0
  for (const character of text) {
    const chord = chordOf(character)
    const { code, virtualKey, shift } = chord
    if (shift !== held) yield { stroke: { type: shift ? 'rawKeyDown' : 'keyUp', ...shiftKey }, index }
    held = shift
    const key = { key: character, code, windowsVirtualKeyCode: virtualKey, modifiers: shift ? shiftHeld : 0 }
    const strokes =
      chord !== packet || unborne === 'packet'
        ? strokesOfKey({ ...key, text: character })
        : unborne === 'character'
          ? [loose(character)]
          : keypadStrokes(character, unborne === 'alt')
    for (const stroke of strokes) yield { stroke, index }
    index += 1
  }
  if (held) yield { stroke: { type: 'keyUp', ...shiftKey }, index }
  for (const key of suffix) {
    for (const stroke of strokesOfKey(suffixKeys[key])) yield { stroke, index }
    index += 1
  }
}

/**
 * The same while a Vietnamese input method has the keys: the page learns each key's place and not its character, and
 * the field is given the text so far. `places`: whether the keys have any.
 */
export function* methodStrokes(text: string, places: boolean): Generator<{ stroke: Stroke; index: number }> {
  let index = 0
  for (const character of text) {
    const { code, shift } = chordOf(character)
    const key = {
      key: 'Process',
      code: places ? code : '',
      windowsVirtualKeyCode: 229,
      modifiers: shift ? shiftHeld : 0,
    }
    yield { stroke: { type: 'rawKeyDown', ...key }, index }
    yield { stroke: { type: 'keyUp', ...key }, index }
    index += 1
  }
}

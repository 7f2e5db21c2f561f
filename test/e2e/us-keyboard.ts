/**
 * Text as the strokes of a US keyboard that would type it: each character is the key that bears it, with Shift held
 * where it needs Shift. Wedge scanners come set to this layout; a character that it does not bear they send as Windows
 * takes any character at all, VK_PACKET, which is no key's place.
 */

/** One event of a key, as `Input.dispatchKeyEvent` of the DevTools protocol takes it. */
export interface Stroke {
  type: 'keyDown' | 'rawKeyDown' | 'keyUp'
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

/**
 * What the keyboard does for a text and then Enter; `index` counts characters. Shift is held for as long as it is needed.
 */
export function* strokesOf(text: string): Generator<{ stroke: Stroke; index: number }> {
  let held = false
  let index = 0
  for (const character of text) {
    const { code, virtualKey, shift } = chordOf(character)
    if (shift !== held) yield { stroke: { type: shift ? 'rawKeyDown' : 'keyUp', ...shiftKey }, index }
    held = shift
    const key = { key: character, code, windowsVirtualKeyCode: virtualKey, modifiers: shift ? shiftHeld : 0 }
    yield { stroke: { type: 'keyDown', text: character, ...key }, index }
    yield { stroke: { type: 'keyUp', ...key }, index }
    index += 1
  }
  if (held) yield { stroke: { type: 'keyUp', ...shiftKey }, index }
  yield { stroke: { type: 'keyDown', text: '\r', ...enterKey }, index }
  yield { stroke: { type: 'keyUp', ...enterKey }, index }
}

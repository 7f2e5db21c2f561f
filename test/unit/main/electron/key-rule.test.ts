import { expect, test } from 'vitest'
import { swallows, type Key } from '../../../../main/electron/key-rule.ts'
import { chordsOf, deeds } from '../../../../renderer/keys/key-map.ts'

/** Reads `Ctrl+Shift+I` as Electron would report it. */
function press(chord: string): Key {
  const parts = chord.split(/\+(?=.)/)
  const held = (name: string): boolean => parts.slice(0, -1).includes(name)
  return { key: parts.at(-1) ?? '', control: held('Ctrl'), shift: held('Shift'), alt: held('Alt'), meta: held('Meta') }
}

test.each([
  'F11',
  'Ctrl+r',
  'Ctrl+Shift+R',
  'Ctrl+w',
  'Ctrl+t',
  'Ctrl+n',
  'Ctrl++',
  'Ctrl+-',
  'Ctrl+0',
  'Ctrl+F4',
  'Ctrl+F5',
  'Ctrl+Tab',
  'Ctrl+Shift+I',
  'Meta+q',
  'Alt+ArrowLeft',
  'Alt+ArrowRight',
  'BrowserBack',
  'Ctrl+Alt+Delete',
])('%s is swallowed at a checkpoint', (chord) => {
  expect(swallows(press(chord), true)).toBe(true)
})

test.each([
  'F1',
  'F2',
  'F3',
  'F4',
  'F5',
  'F6',
  'F7',
  'F8',
  'F9',
  'F10',
  'F12',
  'Ctrl+f',
  'Ctrl+j',
  'Ctrl+m',
  'Enter',
  'Escape',
  'Tab',
  'a',
  'Shift+A',
  '%',
  'Shift+*',
  'ArrowLeft',
  'Ctrl+v',
  'Ctrl+c',
  'Ctrl+a',
  'Ctrl+o',
  'Ctrl+k',
  'Ctrl+ArrowLeft',
  'Ctrl+Alt+@',
])('%s reaches the page', (chord) => {
  expect(swallows(press(chord), true)).toBe(false)
})

test.each(deeds.flatMap(chordsOf))('%s, which means something on the screen, reaches it', (chord) => {
  expect(swallows(press(chord), true)).toBe(false)
})

test.each(['Ctrl+Shift+I', 'Ctrl+Shift+i'])('%s is left to a developer', (chord) => {
  expect(swallows(press(chord), false)).toBe(false)
})

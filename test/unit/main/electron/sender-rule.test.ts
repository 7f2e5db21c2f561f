import { expect, test } from 'vitest'
import { mayHear, type Sender } from '../../../../main/electron/sender-rule.ts'

const ours: Sender = { contents: 1, frame: { origin: 'app://kiosk', parent: null } }

test('the main frame of our window is heard', () => {
  expect(mayHear(ours, 1)).toBe(true)
})

test.each<[string, Sender]>([
  ['another window', { ...ours, contents: 2 }],
  ['a frame that is gone', { ...ours, frame: null }],
  ['a frame inside the page', { ...ours, frame: { origin: 'app://kiosk', parent: {} } }],
  ['another origin', { ...ours, frame: { origin: 'https://kiosk', parent: null } }],
  ['an origin that begins like ours', { ...ours, frame: { origin: 'app://kiosk.example', parent: null } }],
  ['an empty origin', { ...ours, frame: { origin: '', parent: null } }],
])('%s is not heard', (_name, sender) => {
  expect(mayHear(sender, 1)).toBe(false)
})

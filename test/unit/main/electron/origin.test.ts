import { expect, test } from 'vitest'
import { isKioskUrl, mayRequest } from '../../../../main/electron/origin.ts'

test.each(['app://kiosk', 'app://kiosk/', 'app://kiosk/assets/index.js?x#y'])('%s is the kiosk', (url) => {
  expect(isKioskUrl(url)).toBe(true)
})

test.each([
  undefined,
  '',
  'null',
  'app://kiosk.example/',
  'app://kioskx/',
  'app://kiosk:1/',
  'app://user@kiosk/',
  'app:kiosk',
  'apps://kiosk/',
  'https://kiosk/',
  'file:///app://kiosk/',
])('%s is not the kiosk', (url) => {
  expect(isKioskUrl(url)).toBe(false)
})

test.each(['app://kiosk/x', 'blob:app://kiosk/1', 'data:image/png;base64,AA', 'devtools://devtools/x'])(
  'the page may ask for %s',
  (url) => {
    expect(mayRequest(url)).toBe(true)
  },
)

test.each(['https://example.com/', 'http://127.0.0.1/', 'ws://127.0.0.1/', 'file:///etc/passwd', 'app://other/x', 'x'])(
  'the page may not ask for %s',
  (url) => {
    expect(mayRequest(url)).toBe(false)
  },
)

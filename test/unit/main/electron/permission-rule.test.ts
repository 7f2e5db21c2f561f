import { expect, test } from 'vitest'
import { grants, type PermissionQuestion } from '../../../../main/electron/permission-rule.ts'

const camera: PermissionQuestion = { permission: 'media', media: ['video'], url: 'app://kiosk/', isMainFrame: true }

test('the camera is granted to our own main frame', () => {
  expect(grants(camera)).toBe(true)
})

test.each<[string, Partial<PermissionQuestion>]>([
  ['the microphone', { media: ['audio'] }],
  ['camera and microphone together', { media: ['video', 'audio'] }],
  ['media of an unknown kind', { media: ['unknown'] }],
  ['media of no kind', { media: [] }],
  ['the camera to a frame inside', { isMainFrame: false }],
  ['the camera to another origin', { url: 'app://kiosk.example/' }],
  ['the camera to nobody known', { url: undefined }],
])('%s is denied', (_name, change) => {
  expect(grants({ ...camera, ...change })).toBe(false)
})

test.each([
  'display-capture',
  'geolocation',
  'notifications',
  'serial',
  'hid',
  'usb',
  'fullscreen',
  'clipboard-read',
  'unknown',
])('%s is denied', (permission) => {
  expect(grants({ ...camera, permission })).toBe(false)
})

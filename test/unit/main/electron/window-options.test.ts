import { expect, test } from 'vitest'
import { windowOptions } from '../../../../main/electron/window-options.ts'

test.each([true, false])('the page is shut in, packaged or not (%s)', (packaged) => {
  expect(windowOptions('/preload.cjs', packaged).webPreferences).toMatchObject({
    preload: '/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
  })
})

test('a checkpoint has the whole screen and no developer tools', () => {
  const options = windowOptions('/preload.cjs', true)
  expect(options.kiosk).toBe(true)
  expect(options.webPreferences?.devTools).toBe(false)
})

test('a developer has a window and the tools', () => {
  const options = windowOptions('/preload.cjs', false)
  expect(options.kiosk).toBe(false)
  expect(options.webPreferences?.devTools).toBe(true)
})

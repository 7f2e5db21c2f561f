import { expect, test } from 'vitest'
import { findBrowser } from '../../../../main/setup/find-browser.ts'

const machine = (platform: NodeJS.Platform, env: Record<string, string>, ...files: string[]) => ({
  platform,
  env,
  exists: (file: string) => files.includes(file),
})

test('on Linux a browser is found on the PATH', () => {
  expect(findBrowser(machine('linux', { PATH: '/bin::/usr/bin' }, '/usr/bin/chromium'))).toBe('/usr/bin/chromium')
})

test('on Windows Edge is found where Windows puts it', () => {
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
  expect(findBrowser(machine('win32', { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' }, edge))).toBe(edge)
})

test('on Windows Chrome is found in the user’s own folder', () => {
  const chrome = 'C:\\Users\\a\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'
  expect(findBrowser(machine('win32', { LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' }, chrome))).toBe(chrome)
})

test('the browser that CHOT_BROWSER names goes first, if it is there', () => {
  const env = { PATH: '/usr/bin', CHOT_BROWSER: '/opt/edge' }
  expect(findBrowser(machine('linux', env, '/usr/bin/chromium', '/opt/edge'))).toBe('/opt/edge')
  expect(findBrowser(machine('linux', env, '/usr/bin/chromium'))).toBe('/usr/bin/chromium')
})

test('where there is none, none is found', () => {
  expect(findBrowser(machine('linux', {}))).toBeNull()
})

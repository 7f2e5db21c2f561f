import { expect, test } from 'vitest'
import { chooseShell, type Choice, type Facts } from '../../../../main/setup/choose-shell.ts'

const facts = (given: Partial<Facts>): Facts => ({
  requested: null,
  display: true,
  root: false,
  electron: { state: 'absent', why: { vi: 'chưa tải', en: 'not fetched' } },
  browser: null,
  ...given,
})
const present = { state: 'present', binary: '/electron' } as const
const unreachable = { state: 'unreachable', why: { vi: 'không có gì đến', en: 'nothing arrived' } } as const

test.each<[string, Partial<Facts>, Partial<Choice>]>([
  ["Electron's binary is on disk", { electron: present, browser: '/edge' }, { open: 'electron', binary: '/electron' }],
  ["Electron's binary is not there yet", { browser: '/edge' }, { open: 'fetch-electron' }],
  [
    'fetching came to nothing and there is a browser',
    { electron: unreachable, browser: '/edge' },
    { open: 'browser', binary: '/edge', why: unreachable.why },
  ],
  ['fetching came to nothing and there is no browser', { electron: unreachable }, { open: 'serve' }],
  [
    'there is no display',
    { display: false, electron: present, browser: '/edge' },
    { open: 'serve', why: { vi: 'máy này không có màn hình', en: 'this machine has no display' } },
  ],
  ['root has a browser', { root: true, electron: present, browser: '/edge' }, { open: 'browser', binary: '/edge' }],
  ['root has no browser', { root: true, electron: present }, { open: 'serve' }],
  [
    'serving is asked for',
    { requested: 'serve', electron: present, browser: '/edge' },
    { open: 'serve', why: { vi: 'bạn yêu cầu', en: 'you asked for it' } },
  ],
  [
    'a browser is asked for',
    { requested: 'browser', electron: present, browser: '/edge' },
    { open: 'browser', binary: '/edge' },
  ],
  ['a browser is asked for and there is none', { requested: 'browser', electron: present }, { open: 'nothing' }],
  [
    'a browser is asked for without a display',
    { requested: 'browser', display: false, browser: '/edge' },
    { open: 'nothing' },
  ],
  ['Electron is asked for', { requested: 'electron', electron: present }, { open: 'electron', binary: '/electron' }],
  ['Electron is asked for and may be fetched', { requested: 'electron' }, { open: 'fetch-electron' }],
  [
    'Electron is asked for and cannot be had',
    { requested: 'electron', electron: unreachable, browser: '/edge' },
    { open: 'nothing', why: unreachable.why },
  ],
  [
    'Electron is asked for without a display',
    { requested: 'electron', display: false, electron: present },
    { open: 'nothing' },
  ],
  ['Electron is asked for by root', { requested: 'electron', root: true, electron: present }, { open: 'nothing' }],
])('when %s', (_when, given, choice) => {
  expect(chooseShell(facts(given))).toMatchObject(choice)
})

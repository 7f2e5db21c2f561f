/** Which profile is opened where nobody names one. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderToStart, profileFolder, profilePlaces } from '../../../../main/profile/index.ts'

/** A user's data folder, with what is in the two places: names, and what checkpoint.json says. */
function user({ real = {}, practice = {} }: Record<string, Record<string, string>>) {
  const env = { XDG_DATA_HOME: mkdtempSync(join(tmpdir(), 'chot-place-')) }
  const places = profilePlaces(env, 'linux')
  for (const [folder, files] of [
    [places.real, real],
    [places.practice, practice],
  ] as const) {
    if (Object.keys(files).length > 0) mkdirSync(folder)
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  }
  const named = (folder: string) => Object.entries(places).find(([, place]) => place === folder)?.[0]
  return { opened: named(profileFolder(env, 'linux')), started: named(folderToStart(env, 'linux')) }
}

const who = { kiosk: 'k', name: 'n', lane: '1' }
const saying = (mode: object) => ({ 'checkpoint.json': JSON.stringify({ ...who, ...mode }) })
const [real, practice] = [saying({ mode: 'real' }), saying({ mode: 'practice' })]

describe('where nobody names a profile', () => {
  test('the real one is opened, also beside one for practice', () => {
    expect(user({ real })).toEqual({ opened: 'real', started: 'real' })
    expect(user({ real, practice })).toEqual({ opened: 'real', started: 'real' })
  })

  test('the one for practice is opened where there is no real one', () => {
    expect(user({ practice })).toEqual({ opened: 'practice', started: 'practice' })
  })

  test('a start makes one for practice in its own place, and a shell that makes none says what is not set up', () => {
    expect(user({})).toEqual({ opened: 'real', started: 'practice' })
    expect(user({ real: { 'settings.json': '{}' } })).toEqual({ opened: 'real', started: 'practice' })
  })

  test.each([
    ['broken', { 'checkpoint.json': '{' }],
    ['missing beside a journal', { journal: '' }],
    ['missing beside what is believed', { trust: '' }],
  ])('no other is opened in place of the real one whose checkpoint.json is %s', (_how, left) => {
    expect(user({ real: left, practice })).toEqual({ opened: 'real', started: 'real' })
  })

  test('a set-up that was not finished is no profile: the one for practice is opened', () => {
    const begun = { 'checkpoint-begun.json': '{}', 'secret.json': '', 'recovery.json': '', trust: '' }
    expect(user({ real: begun, practice })).toEqual({ opened: 'practice', started: 'practice' })
    expect(user({ real: begun })).toEqual({ opened: 'real', started: 'practice' })
  })

  test('what was begun beside a journal was a profile, and nothing is opened in its stead', () => {
    expect(user({ real: { 'checkpoint-begun.json': '{}', journal: '' }, practice })).toMatchObject({ opened: 'real' })
  })

  test('a demo in the real one’s place, where earlier versions made it, is opened there, and not once there is another', () => {
    expect(user({ real: saying({ demo: true }) })).toEqual({ opened: 'real', started: 'real' })
    expect(user({ real: saying({ demo: true }), practice })).toEqual({ opened: 'practice', started: 'practice' })
  })
})

test.each(['linux', 'darwin', 'win32'] as const)(
  'on %s practice lies beside the real one and not in it',
  (platform) => {
    const places = profilePlaces({}, platform)
    expect(places.practice).toMatch(/chot[ -]practice$/i)
    expect(places.practice.startsWith(`${places.real}/`)).toBe(false)
  },
)

test('a profile that the environment names is the one, whatever is there', () => {
  const env = { CHOT_PROFILE: '/p/mine' }
  expect([profileFolder(env), folderToStart(env)]).toEqual(['/p/mine', '/p/mine'])
})

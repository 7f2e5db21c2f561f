import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Conf from 'conf'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SettingsStore } from '../../../../main/app.ts'
import { defaultSettings, openSettings } from '../../../../main/shell/index.ts'
import { strangers } from '../../../fixtures/strangers.ts'

let profile: string
let lines: string[]

const open = (): SettingsStore =>
  openSettings(
    (options) => new Conf({ ...options, configName: 'settings' }),
    profile,
    (line) => lines.push(line),
  )

beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'chot-settings-'))
  lines = []
})
afterEach(() => rmSync(profile, { recursive: true }))

test('a new profile has the defaults: Vietnamese, the theme of the hour, the first camera', () => {
  expect(open().read()).toEqual({ language: 'vi', theme: 'auto', camera: null, scannerPrefix: '' })
  expect(lines).toEqual([])
})

test('a change is answered with all settings and is there the next time', () => {
  expect(open().write({ language: 'en' })).toEqual({ ...defaultSettings, language: 'en' })
  expect(open().read()).toEqual({ ...defaultSettings, language: 'en' })
})

test('a change outside the schema is refused and changes nothing', () => {
  const settings = open()
  expect(() => settings.write(JSON.parse('{"theme":"pink"}'))).toThrow()
  expect(settings.read()).toEqual(defaultSettings)
})

test.each([
  ['no JSON', '{"language":'],
  ['a list', '[]'],
  ['another language', '{"language":"fr"}'],
  ['something besides', '{"secret":1}'],
])('a file with %s counts as the defaults, says so in the log, and is replaced by the next change', (_name, text) => {
  writeFileSync(join(profile, 'settings.json'), text)
  const settings = open()
  expect(settings.read()).toEqual(defaultSettings)
  expect(lines).toEqual([expect.stringMatching(/^Tệp settings\.json .*Hãy .* \/ The file settings\.json /)])
  settings.write({ theme: 'night' })
  expect(JSON.parse(readFileSync(join(profile, 'settings.json'), 'utf8'))).toEqual({
    ...defaultSettings,
    theme: 'night',
  })
})

test.each(strangers)(
  '%s in its place is never waited for: the defaults hold, and the next change is in a file again',
  (_what, put) => {
    const there = put(join(profile, 'settings.json'))
    const settings = open()
    expect(settings.write({ theme: 'day' })).toEqual({ ...defaultSettings, theme: 'day' })
    expect(settings.read().theme).toBe('day')
    expect(lines).toEqual([expect.stringMatching(/^settings\.json không phải .* \/ settings\.json is no regular file/)])
    expect(open().read().theme).toBe('day')
    if (there !== null) expect(readFileSync(there, 'utf8')).toBe('theirs')
  },
)

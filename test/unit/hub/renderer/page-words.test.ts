/** The words of the hub's page: both languages say the same, and nobody's words are missing. */
import { describe, expect, test } from 'vitest'
import { hubCatalogues } from '../../../../hub/renderer/words/catalogue.ts'
import { readPreferences } from '../../../../hub/renderer/preferences.ts'
import { chordOf } from '../../../../hub/renderer/keys.ts'
import { alertKinds } from '../../../../shared/hub-api/alerts.ts'
import { refusalCodes } from '../../../../shared/hub-api/refusal.ts'
import { say } from '../../../../shared/language/say.ts'

const { vi, en } = hubCatalogues
const keys = Object.keys(vi) as (keyof typeof vi)[]

/** Names of the values that a message quotes. */
const placeholders = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{(\w+)\s*[,}]/g)].map(([, name]) => name ?? ''))]
    // A word that a choice says is no value.
    .filter((name) => /^[a-z]/.test(name))
    .toSorted()

describe('the page’s words', () => {
  test('are the same in both languages', () => expect(Object.keys(en).toSorted()).toEqual(keys.toSorted()))

  test.each(keys)('%s quotes the same values in both, and can be said', (key) => {
    expect(placeholders(en[key])).toEqual(placeholders(vi[key]))
    const values = Object.fromEntries(placeholders(vi[key]).map((name) => [name, 3]))
    expect(() => [say('vi', vi[key], values), say('en', en[key], values)]).not.toThrow()
  })

  test('there is a sentence for each refusal, and for each alert', () => {
    for (const code of refusalCodes) expect(keys).toContain(`refused.${code}`)
    for (const kind of alertKinds) expect(keys).toContain(`alert.${kind}`)
  })

  test('write thousands as Vietnamese paperwork does', () => {
    expect(say('vi', vi['backup.entries'], { waiting: 1204 })).toBe('1.204 bản ghi')
  })
})

describe('what is kept in the browser', () => {
  test('is the language and the theme; anything else is as on the first day', () => {
    expect(readPreferences('en night')).toEqual({ locale: 'en', theme: 'night' })
    for (const kept of [null, '', 'fr neon', 'en']) expect(readPreferences(kept)).toMatchObject({ theme: 'auto' })
  })
})

describe('a stroke', () => {
  const none = { ctrlKey: false, altKey: false, metaKey: false }

  test('is named as the key map names it', () => {
    expect(chordOf({ ...none, key: 'F9' })).toBe('F9')
    expect(chordOf({ ...none, key: '9', altKey: true })).toBe('Alt+9')
    expect(chordOf({ ...none, key: 'k', ctrlKey: true })).toBe('Ctrl+K')
  })

  test('of the system’s keys, or of a layout that types by Ctrl and Alt, is none', () => {
    expect(chordOf({ ...none, key: 'l', metaKey: true })).toBeNull()
    expect(chordOf({ key: 'q', ctrlKey: true, altKey: true, metaKey: false })).toBeNull()
  })
})

/**
 * The officer's settings behind the port that main/app.ts takes. Both shells keep them in the profile's settings.json,
 * through `conf` or through electron-store, which is built on it.
 */
import * as v from 'valibot'
import { settingsSchema, type Settings } from '../../shared/contract/schemas.ts'
import type { SettingsStore } from '../app.ts'

/** The one part of `conf` that is used: all that is stored, read and replaced as a whole. Either may throw. */
export interface StoredSettings {
  store: Record<string, unknown>
}

/** What `conf` is opened with: the folder, keys that are names and not paths, and our own reading of the file's text. */
export interface StoreOptions {
  cwd: string
  accessPropertiesByDotNotation: false
  deserialize: (text: string) => Record<string, unknown>
}

export const defaultSettings: Settings = { language: 'vi', theme: 'auto', camera: null }

const jsonObject = v.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
)

/**
 * Opens the settings in the folder `profile`. A file that cannot be read, or that holds something else, counts as the
 * defaults and is mentioned in the log, and the next change replaces it; a change that cannot be kept holds until the
 * program ends.
 */
export function openSettings(
  open: (options: StoreOptions) => StoredSettings,
  profile: string,
  log: (line: string) => void,
): SettingsStore {
  let stored: StoredSettings | null = null
  let settings = defaultSettings
  let readable = true
  const deserialize = (text: string): Record<string, unknown> => {
    try {
      return v.parse(jsonObject, JSON.parse(text))
    } catch {
      readable = false
      return {}
    }
  }
  try {
    stored = open({ cwd: profile, accessPropertiesByDotNotation: false, deserialize })
    const read = v.safeParse(settingsSchema, { ...defaultSettings, ...stored.store })
    if (read.success) settings = read.output
    if (!read.success || !readable) log('settings.json does not hold settings; the defaults are used.')
  } catch (error) {
    log(`settings.json cannot be opened (${String(error)}); the defaults are used.`)
  }
  return {
    read: () => settings,
    write(change) {
      settings = v.parse(settingsSchema, { ...settings, ...change })
      try {
        if (stored) stored.store = settings
      } catch (error) {
        log(`settings.json cannot be written (${String(error)}); the change holds until the program ends.`)
      }
      return settings
    },
  }
}

/**
 * The officer's settings behind the port that main/app.ts takes. Both shells keep them in the profile's settings.json,
 * through `conf` or through electron-store, which is built on it.
 */
import { join } from 'node:path'
import * as v from 'valibot'
import { settingsSchema, type Settings } from '../../shared/contract/schemas.ts'
import { shownText } from '../../shared/language/shown-text.ts'
import type { SettingsStore } from '../app.ts'
import { demandOwnFiles, OwnFileReplaced, parseJsonBytes, replaceOwnFile } from '../files/index.ts'

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

export const defaultSettings: Settings = { language: 'vi', theme: 'auto', camera: null, scannerPrefix: '' }

const sentences = {
  notSettings:
    'Tệp settings.json không chứa thiết lập đúng dạng; dùng thiết lập mặc định. Hãy chọn lại ngôn ngữ, nền và camera trên màn hình. / ' +
    'The file settings.json does not hold settings; the defaults are used. Choose language, theme and camera again on the screen.',
  replaced:
    'settings.json không phải tệp thường; dùng thiết lập mặc định, lần chọn tiếp theo trên màn hình ghi lại tệp. / ' +
    'settings.json is no regular file; the defaults are used, and the next choice on the screen writes it anew.',
  notOpened: (why: string) =>
    `Không mở được settings.json (${why}); dùng thiết lập mặc định. Hãy kiểm tra quyền đọc tệp trong hồ sơ. / ` +
    `The file settings.json cannot be opened (${why}); the defaults are used. Check who may read the files of the profile.`,
  notWritten: (why: string) =>
    `Không ghi được settings.json (${why}); lựa chọn chỉ giữ đến khi tắt chương trình. Hãy kiểm tra ổ đĩa và quyền ghi. / ` +
    `The file settings.json cannot be written (${why}); the change holds until the program ends. Check the disk, and who may write.`,
}

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
  /** Something stands in the file's place, and makes way for the next change. */
  let replaced = false
  const file = join(profile, 'settings.json')
  const deserialize = (text: string): Record<string, unknown> => {
    try {
      return v.parse(jsonObject, parseJsonBytes(Buffer.from(text)))
    } catch {
      readable = false
      return {}
    }
  }
  const opened = (): StoredSettings => open({ cwd: profile, accessPropertiesByDotNotation: false, deserialize })
  try {
    // Whoever reads it for us would wait for a pipe.
    demandOwnFiles(file)
    stored = opened()
    const read = v.safeParse(settingsSchema, { ...defaultSettings, ...stored.store })
    if (read.success) settings = read.output
    if (!read.success || !readable) log(sentences.notSettings)
  } catch (error) {
    replaced = error instanceof OwnFileReplaced
    log(replaced ? sentences.replaced : sentences.notOpened(shownText(String(error))))
  }
  return {
    read: () => settings,
    write(change) {
      settings = v.parse(settingsSchema, { ...settings, ...change })
      try {
        if (replaced) {
          replaceOwnFile(file, '{}')
          stored = opened()
          replaced = false
        }
        if (stored) stored.store = settings
      } catch (error) {
        log(sentences.notWritten(shownText(String(error))))
      }
      return settings
    },
  }
}

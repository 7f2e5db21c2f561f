/** What the kiosk that has a profile open believes, for `chot trust show`: it may not be what lies on the disk. */
import type { TrustState } from '../../../shared/contract/trust.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import { say } from '../../../shared/language/say.ts'
import { Failure } from '../../terminal/index.ts'
import { askKiosk } from '../profile/ask-kiosk.ts'

const words = {
  vi: {
    some: 'Chốt đang mở và tin bản phát hành {version}{last, select, none {} other {. Lần cập nhật cuối: {last}}}',
    none: 'Chốt đang mở và chưa tin bản phát hành nào{last, select, none {} other {. Lần cập nhật cuối: {last}}}',
  },
  en: {
    some: 'Chốt is open and believes publication {version}{last, select, none {} other {. The last update: {last}}}',
    none: 'Chốt is open and believes no publication yet{last, select, none {} other {. The last update: {last}}}',
  },
} as const satisfies Record<Locale, Record<string, string>>

/** Null where no kiosk has the profile open, or whoever is signed in there may not say. */
export async function askRunning(profile: string): Promise<TrustState | null> {
  try {
    return await askKiosk(profile, (kiosk) => kiosk.call('trust.read', {}))
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}

/** One line; none where no kiosk runs. A folder of keys has no publications to tell apart. */
export function runningLines(running: TrustState | null, locale: Locale): string[] {
  if (!running?.root) return []
  const said = { last: running.last?.said[locale] ?? 'none' }
  const { publication } = running
  const word = words[locale]
  return [
    publication ? say(locale, word.some, { ...said, version: publication.version }) : say(locale, word.none, said),
  ]
}

/** The same for a program; null where none runs. */
export const runningJson = (running: TrustState | null): object | null =>
  running && { publication: running.publication, last: running.last }

/** That the hub did not take what a stick brought, as it said on one: in a line of a terminal. */
import type { SyncState } from '../../../shared/contract/sync.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import { say } from '../../../shared/language/say.ts'

const words = {
  vi: 'KHÔNG NHẬN: trên USB, máy chủ trả lời lúc {refusedAt}. {why}',
  en: 'NOT TAKEN: on the stick, the hub answered at {refusedAt}. {why}',
} as const

/** Says why, and what to do. */
export const sayStickRefused = ({ at, said }: NonNullable<SyncState['refused']>, locale: Locale): string =>
  say(locale, words[locale], { refusedAt: at, why: said[locale] })

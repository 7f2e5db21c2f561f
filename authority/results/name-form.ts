/**
 * What a name that is to be signed may not have though its letters are sound: it is compared with a passport or a card,
 * which has the whole name, nothing but the name, and its own letters. On a card that is shown these are nobody's doubt.
 */
import { isVietnameseSyllable } from '../../shared/domain/vietnamese-syllable.ts'

/** `eth`: another alphabet's letter in place of Đ. `shortened`: initials with full stops. `title`: Mr., BS. */
export type NameForm = 'eth' | 'shortened' | 'title'

/** The Icelandic letter (U+00D0, U+00F0) and the African one (U+0189, U+0256), which look like Đ. */
const eths = /[ÐðƉɖ]/u
/** Letters that Vietnamese has and Icelandic and Ewe have not. */
const vietnamese = /[ăâêôơưđĩũ\u1EA0-\u1EF9]/iu

function hasEth(name: string): boolean {
  if (!eths.test(name)) return false
  const meant = name.replace(/[ÐƉ]/gu, 'Đ').replace(/[ðɖ]/gu, 'đ')
  if (vietnamese.test(name)) return true
  const words = name.split(/\s+/)
  return meant.split(/\s+/).some((word, at) => eths.test(words[at] ?? '') && isVietnameseSyllable(word))
}

const title = /^(?:(?:mr|mrs|ms|miss|dr|prof)(?:[. ]|$)|(?:bs|ths|ts|pgs|gs|ông|bà|anh|chị)\.)/iu
/** A full stop that belongs to a name: Jr., Sr., St. */
const wholeWithStop = /(?<![\p{L}\p{M}])(?:jr|sr|st)\./giu

/** What is wrong with the form of a name; null where nothing is. */
export function nameForm(text: string): NameForm | null {
  const name = text.normalize('NFC').trim()
  if (title.test(name)) return 'title'
  if (name.replace(wholeWithStop, '').includes('.')) return 'shortened'
  return hasEth(name) ? 'eth' : null
}

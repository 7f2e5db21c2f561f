/**
 * What a name that is to be signed may not have though its letters are sound: it is compared with a passport or a card,
 * which has the whole name, nothing but the name, and its own letters. On a card that is shown these are nobody's doubt.
 */
import { isVietnameseSyllable } from '../../../shared/domain/person/vietnamese-syllable.ts'
import { commonFamilies } from './family-names.ts'

/**
 * `eth`: another alphabet's letter in place of Đ. `shortened`: initials with full stops. `title`: Mr., BS., Bà, Cháu.
 * `placeholder`: what is written where nobody's name is known. `remark`: something behind a dash, or a second person.
 */
export type NameForm = 'eth' | 'shortened' | 'title' | 'placeholder' | 'remark'

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
/** Forms of address. `Bà`, `Cháu`, `Bé` begin no name; the others may (`Ông Cao Thắng`), and want a whole name behind them. */
const address = new RegExp(
  `^(?:(?:bà|cháu|bé|con (?:ông|bà|của|mẹ|chị|anh)) |(?:ông|anh|chị|em|cô|chú|bác|bạn) (?:${commonFamilies}) \\S+ \\S)`,
  'iu',
)
const second = new RegExp(` (?:và|and) (?:${commonFamilies}) `, 'iu')

/** Whole cells, without regard to case: words for nobody, what programs write for nothing, a letter three times and more. */
const nobody =
  /^(?:không (?:tên|rõ|biết|có)|chưa (?:có|rõ|biết)(?: tên)?|vô danh|họ (?:và )?tên(?: .*)?|(?:test|demo|unknown|null|undefined|none|no name|n\/a)(?: (?:test|demo|unknown|null|undefined|none|name|\d+))*|(\p{L})\1{2,}(?: (\p{L})\2{2,})*)$/iu

/** A full stop that belongs to a name: Jr., Sr., St. */
const wholeWithStop = /(?<![\p{L}\p{M}])(?:jr|sr|st)\./giu

/** What is wrong with the form of a name; null where nothing is. */
export function nameForm(text: string): NameForm | null {
  const name = text.normalize('NFC').trim().replace(/\s+/g, ' ')
  if (nobody.test(name)) return 'placeholder'
  if (title.test(name) || address.test(name)) return 'title'
  if (/\s[-–—]|[-–—]\s/u.test(name) || second.test(name)) return 'remark'
  if (name.replace(wholeWithStop, '').includes('.')) return 'shortened'
  return hasEth(name) ? 'eth' : null
}

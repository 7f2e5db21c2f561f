/**
 * Vietnamese written in a character set of the time before Unicode and read as Windows-1252, which is how it comes out of
 * laboratories' older programs: `Trần Thị` is `TrÇn ThÞ` from TCVN3 and `Traàn Thò` from VNI.
 *
 * It is not put right here: what such a text said can be guessed but not known, and a certificate is no place for a guess.
 */
import { isVietnameseSyllable } from './vietnamese-syllable.ts'

/** Character sets of before Unicode that are known by what they leave behind. */
export type LegacySet = 'tcvn3' | 'vni' | 'windows-1258'

/** Each letter of `from`, as read, stands for the one at its place in `to`; all are of one unit. */
function tableOf(from: string, to: string): ReadonlyMap<string, string> {
  return new Map(Array.from(from, (read, index) => [read, to.charAt(index)]))
}

/** TCVN 5712:1993, third set (ABC fonts, `.VnTime`), one byte a letter. */
const tcvn3 = tableOf(
  'µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00ADõö÷øùúûüýþ®¡¢£¤¥¦§',
  'àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđĂÂÊÔƠƯĐ',
)

/** VNI: letters that stand for themselves … */
const vniLetters = tableOf('ÖöÔôÑñÍíÌìÆæÓóÒòÎî', 'ƯưƠơĐđÍíÌìỈỉĨĩỊịỴỵ')
/** … and marks that follow their vowel; what `a` and `e` carry besides a tone comes with it in one character. */
const vniMarks = new Map([
  ...tableOf('ùøûõï', '\u0301\u0300\u0309\u0303\u0323'),
  ...['â\u0302', 'á\u0302\u0301', 'à\u0302\u0300', 'å\u0302\u0309', 'ã\u0302\u0303', 'ä\u0302\u0323'].map(split),
  ...['ê\u0306', 'é\u0306\u0301', 'è\u0306\u0300', 'ú\u0306\u0309', 'ü\u0306\u0303', 'ë\u0306\u0323'].map(split),
])

function split(entry: string): [string, string] {
  return [entry.slice(0, 1), entry.slice(1)]
}

/** Windows-1258 has its tones as marks of their own, which Windows-1252 shows as letters. */
const windows1258 = tableOf('ãÃðÐõÕýÝìÌÒÞò', 'ăĂđĐơƠưƯ\u0301\u0300\u0309\u0303\u0323')

function replaced(word: string, letters: ReadonlyMap<string, string>): string {
  return Array.from(word, (letter) => letters.get(letter) ?? letter).join('')
}

function fromVni(word: string): string {
  const marked = word.replace(/([AEOUYÔÖ])([ÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])/gi, (pair, vowel: string, mark: string) => {
    const marks = vniMarks.get(mark.toLowerCase())
    return marks === undefined ? pair : (vniLetters.get(vowel) ?? vowel) + marks
  })
  return replaced(marked, vniLetters).normalize('NFC')
}

const decoders: readonly (readonly [LegacySet, (word: string) => string])[] = [
  ['tcvn3', (word) => replaced(word, tcvn3)],
  ['vni', fromVni],
  ['windows-1258', (word) => replaced(word, windows1258).normalize('NFC')],
]

/** Signs, letters to nobody, that stand for letters in TCVN3: where one touches a letter, nothing else is meant. */
const tcvn3Signs = /\p{L}[¡-©«¬®¶-¹»-¾×÷]|[¡-©«¬®¶-¹»-¾×÷]\p{L}|[µª]/u

/** `TrÇn`: a capital behind a small letter, though the word is a syllable once it is read rightly. */
const capitalInside = /\p{Ll}\p{Lu}/u

/**
 * The character set that a name was written in, if its letters show that it was another one than it was read in.
 * A single odd letter shows nothing (`Björn`): every word must be a syllable, as written or as decoded, or one of them
 * have a capital inside besides.
 */
export function legacySetOf(name: string): LegacySet | null {
  if (tcvn3Signs.test(name)) return 'tcvn3'
  const words = name.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== '')
  const broken = words.filter((word) => !isVietnameseSyllable(word))
  if (broken.length === 0) return null
  for (const [set, decode] of decoders) {
    const meant = broken.filter((word) => decode(word) !== word && isVietnameseSyllable(decode(word)))
    if (meant.length === broken.length || meant.some((word) => capitalInside.test(word))) return set
  }
  return null
}

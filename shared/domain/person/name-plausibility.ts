/**
 * Is a text the name of a person, or what a program, a font or a scanner made of one? Asked of names that are to be
 * signed and of those that a card's code carries, where a damaged name is somebody else's.
 *
 * Plausible is what is written with letters of one script a word, with spaces, apostrophes (`H'Hen`, `O’Brien`), hyphens,
 * full stops and commas between them: names of Vietnamese with and without marks, of the minorities (`Y Moan Êñuôl`,
 * `K'Brơi`, `Ƀuôn`) and of foreigners, whatever letters they use. No name is held against a list of names: a rare one is
 * as good as a common one. What is not plausible is what shows that letters were lost or changed on the way, each kind
 * with its own mark. Damage that leaves other good words behind (`Vò` for `Vũ`, `Hong` for `Hoàng`) cannot be seen in one
 * name; where a whole file is read, its neighbours show it.
 */
import { legacySetOf, type LegacySet } from './legacy-vietnamese.ts'
import { isVietnameseSyllable } from './vietnamese-syllable.ts'
import { hasTelexStrokes, hasVniStrokes } from './input-strokes.ts'

/**
 * What happened to a name. `empty`: no letter in it. `unseen`: control characters, line breaks, marks of direction or of
 * no width. `replaced`: U+FFFD or a question mark stands where a letter was. `not-letters`: digits or signs.
 * `styled`: letters of mathematics, circled or small ones. `mixed-scripts`: a word of letters that only look alike.
 * `piled-marks`: more marks on a letter than any language writes. `twice-encoded`: UTF-8 read as Windows-1252.
 * `lost-letters`: words without a vowel, whose marked letters are gone. `keyed`: the strokes of Telex or VNI in place of letters. The rest: the character set it was written in.
 */
export type NameDamage =
  | 'empty'
  | 'unseen'
  | 'replaced'
  | 'not-letters'
  | 'styled'
  | 'mixed-scripts'
  | 'piled-marks'
  | 'twice-encoded'
  | 'lost-letters'
  | 'keyed'
  | LegacySet

/** Above any name; what follows is not looked at, so that the work has a bound. */
const longestJudged = 512

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u
/** A soft hyphen is TCVN3's `ư` and is judged with its neighbours. */
const softHyphen = /\u00AD/g
const letters = /^[\p{L}\p{M} .,'’ʼ‘-]*$/u
/** Vietnamese has two marks on a letter and composes them; what is left over is one at most, with room for one more. */
const pile = /\p{M}{3}/u
const alikeScripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u]

/** Windows-1252's own characters of 0x80 to 0x9F, in their order; a space where it has none. */
const windows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** The byte that a character was read from, if it was read as Windows-1252 or Latin-1; -1 where it was not. */
function byteOf(character: string): number {
  const special = windows1252.indexOf(character)
  if (special >= 0 && character !== ' ') return 0x80 + special
  const code = character.codePointAt(0) ?? 0
  return code <= 0xff ? code : -1
}

/**
 * Does the text hold a letter's UTF-8 bytes read one by one? Only letters and marks that Vietnamese and its neighbours
 * are written with count (U+00C0 to U+024F, U+0300 to U+036F, U+1E00 to U+1EFF): `MATÚŠ` is a name.
 */
function isTwiceEncoded(name: string): boolean {
  const bytes = Array.from(name, byteOf)
  const continues = (at: number): boolean => (bytes[at] ?? 0) >= 0x80 && (bytes[at] ?? 0) < 0xc0
  return bytes.some((byte, at) => {
    const two = (byte >= 0xc3 && byte <= 0xc9) || byte === 0xcc || byte === 0xcd
    const second = bytes[at + 1] ?? 0
    const three = byte === 0xe1 && second >= 0xb8 && second <= 0xbb
    return (two && continues(at + 1)) || (three && continues(at + 2))
  })
}

/**
 * What is left of a syllable whose vowel is gone, or the marked one of its vowels: the beginning and perhaps the end of one
 * (`Th`, `Trn`, `Khnh`, `Nguyn`, `Hunh`, `Honh`).
 */
const withoutVowel = /^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])(?:ch|nh|ng|[cmnpt]|uyn|unh|onh)?$/iu

/** Words without a vowel that are names all the same: Ng Wei Ming, Mc Donald, St John. */
const wholeWithoutVowel = new Set(['NG', 'MC', 'ST'])
const initial = /^\p{Lu}$/u

/**
 * A family name that is one consonant, beside syllables with letters that only Vietnamese has: `L Thị Hà`. Foreigners'
 * initials stand beside other letters, and `H` and `K` are whole words of the Ê Đê and the K'Ho (`H Hen Niê`).
 */
const loneFamilyName = /^[BCDĐGLMNPQRSTVX] (?=.*[\u1EA0-\u1EF9ĂăĐđƠơƯư])/u

/** `Ng` is a name where the words behind it are no Vietnamese ones (`Ng Wei Ming`); else it is what is left of `Ngô`. */
function isLeftOfNgo(words: readonly string[]): boolean {
  return words.length > 1 && words[0]?.toUpperCase() === 'NG' && words.slice(1).every(isVietnameseSyllable)
}

/** Words with a full stop, which are shortened on purpose, and with an apostrophe (`K'Ré`) are not judged. */
function hasLostLetters(name: string): boolean {
  const words = name.split(/[ ,-]+/).filter((word) => /^[\p{L}\p{M}]+$/u.test(word))
  const bare = words.filter((word) => withoutVowel.test(word) && !/^(?:gi|qu)$/i.test(word))
  // Initials are part of a name, not the whole of it.
  if (bare.length === words.length) return words.length > 0 && !(words.length === 1 && isWhole(words[0]!))
  if (loneFamilyName.test(name) || isLeftOfNgo(words)) return true
  const telling = bare.filter((word) => !initial.test(word))
  return telling.length > 1 || telling.some((word) => !isWhole(word))
}

/** A small letter in front is what was behind a capital that is gone: `ng` of `Đặng`. */
function isWhole(word: string): boolean {
  return wholeWithoutVowel.has(word.toUpperCase()) && /^\p{Lu}/u.test(word)
}

/** Marks of a vowel's shape, which stand before those of its tone where a letter is composed of both. */
const shapeMarks = /[\u0302\u0306\u031B]/g

/** Are a letter's marks in an order in which they make no letter, though in the other they do (`Nguyẽ̂n`)? */
function hasMarksTurned(name: string): boolean {
  if (!/\p{M}/u.test(name)) return false
  const ordered = name
    .normalize('NFD')
    .replace(/\p{M}{2,}/gu, (marks) => marks.replace(/[^\u0302\u0306\u031B]/g, '') + marks.replace(shapeMarks, ''))
  return ordered.normalize('NFC').length < name.length
}

function hasMixedScripts(name: string): boolean {
  return name.split(/[^\p{L}\p{M}]+/u).some((word) => alikeScripts.filter((script) => script.test(word)).length > 1)
}

/** What happened to a name, the surest sign first; null where it is plausible. Spaces at its ends do not count. */
export function nameDamage(text: string): NameDamage | null {
  const judged = text.slice(0, longestJudged).normalize('NFC')
  const name = judged.replace(/\u00A0/g, ' ').trim()
  if (!/\p{L}/u.test(name)) return /\S/u.test(name) ? 'not-letters' : 'empty'
  if (/[\uFFFD?]/.test(name)) return 'replaced'
  if (isTwiceEncoded(judged)) return 'twice-encoded'
  if (unseen.test(name.replace(softHyphen, ''))) return 'unseen'
  const set = legacySetOf(name)
  if (set !== null) return set
  if (unseen.test(name)) return 'unseen'
  if (hasVniStrokes(name)) return 'keyed'
  if (!letters.test(name)) return 'not-letters'
  if (name.normalize('NFKC') !== name) return 'styled'
  if (pile.test(name) || /^\p{M}|[ .,'’-]\p{M}/u.test(name) || hasMarksTurned(name)) return 'piled-marks'
  if (hasMixedScripts(name)) return 'mixed-scripts'
  if (hasTelexStrokes(name)) return 'keyed'
  return hasLostLetters(name) ? 'lost-letters' : null
}

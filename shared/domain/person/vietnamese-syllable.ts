/**
 * Is a word one syllable of Vietnamese, as the language is spelt? Names that were typed in another character set and read
 * as if it were this one turn into letters that no syllable has; read the right way, every word of them is a syllable.
 *
 * Beginnings and rimes are those of quốc ngữ (Decision 240/QĐ of 1984 on the spelling of schoolbooks), with the tone
 * mark on any vowel of its rime: `Hòa` and `Hoà` are both in use.
 */

const beginnings = 'ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x|'

/** What may follow the beginning, without its tone. */
const rimes = [
  'a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|ăc|ăm|ăn|ăng|ăp|ăt|âc|âm|ân|âng|âp|ât|âu|ây',
  'e|ec|em|en|eng|eo|ep|et|ê|êch|êm|ên|ênh|êp|êt|êu',
  'i|ia|ich|im|in|inh|ip|it|iu|iêc|iêm|iên|iêng|iêp|iêt|iêu',
  'o|oc|oi|om|on|ong|op|ot|oa|oac|oach|oai|oan|oang|oanh|oao|oat|oay|oăc|oăn|oăng|oăt|oe|oen|oeo|oet|oong|ooc',
  'ô|ôc|ôi|ôm|ôn|ông|ôp|ôt|ơ|ơi|ơm|ơn|ơp|ơt',
  'u|ua|uc|ui|um|un|ung|up|ut|uân|uâng|uât|uây|uê|uêch|uênh|uy|uya|uych|uynh|uyt|uyên|uyêt|uơ|uôc|uôi|uôm|uôn|uông|uôt',
  'ư|ưa|ưc|ưi|ưng|ưt|ưu|ươc|ươi|ươm|ươn|ương|ươp|ươt|ươu',
  'y',
].join('|')

/** After a consonant these are written with `i` (`dính`, `tiên`): they begin a word, or follow `qu`. */
const headless = 'ych|ynh|yt|yêm|yên|yêng|yêt|yêu'

const syllable = new RegExp(`^(?:(?:${beginnings})(?:${rimes})|(?:qu)?(?:${headless}))$`, 'u')

/** Grave, acute, tilde, hook above and dot below, as Unicode takes them off a letter. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/** On a consonant it is another letter: ñ. */
const misplacedTone = /(?:^|[^aeiouy\p{M}])[\u0300\u0301\u0303\u0309\u0323]/u

/** The longest has seven letters (`nghiêng`); more is not looked at. */
const longest = 7

/** Whether a word, in whatever case, is spelt as one Vietnamese syllable. */
export function isVietnameseSyllable(word: string): boolean {
  // Ð, the Icelandic letter, is on many keyboards in place of Đ, and the eye does not tell them apart.
  const apart = word.replaceAll('Ð', 'Đ').normalize('NFD').toLowerCase()
  if ((apart.match(tones)?.length ?? 0) > 1 || misplacedTone.test(apart)) return false
  const toneless = apart.replace(tones, '').normalize('NFC')
  return toneless.length <= longest && syllable.test(toneless)
}

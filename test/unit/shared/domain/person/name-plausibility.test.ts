/** Names that may be signed, and what is left of names that were damaged on their way. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isVietnameseSyllable } from '../../../../../shared/domain/person/vietnamese-syllable.ts'
import { nameDamage } from '../../../../../shared/domain/person/name-plausibility.ts'

const families =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Vũ Võ Phan Trương Bùi Đặng Đỗ Ngô Hồ Dương Đinh Đoàn Lâm Mai Trịnh Lý Quách Tạ Vương Giàng Sùng Vừ Thào Quàng Lường Lò Voòng Nông Triệu Khuất Khiếu Tòng Thạch'.split(
    ' ',
  )
const middles =
  'Văn Thị Đức Hữu Ngọc Thanh Minh Quốc Xuân Thu Hồng Kim Bảo Gia Anh Tuấn A Mí Thùy Phương Hoài Diễm Nguyệt Đình Công Thế Mạnh Khánh Uyên Quỳnh'.split(
    ' ',
  )
const givens =
  'An Bình Chi Dũng Đức Giang Hà Hòa Hoà Huyền Hương Khuê Lan Linh Mẫu Mỷ Nghĩa Nhung Oanh Phúc Quân Quyên Sơn Tâm Thảo Thủy Thuý Trang Tú Tuyết Uyển Vỹ Xuyến Yến Ước Ân Út Khoẻ Loan Hoè Ngoãn Nghiêm Khiêm Quế Quý Xoan'.split(
    ' ',
  )
const word = (list: string[]) => fc.constantFrom(...list)
const vietnamese = fc
  .tuple(word(families), fc.array(word(middles), { maxLength: 2 }), word(givens))
  .map(([family, middle, given]) => [family, ...middle, given].join(' '))

/** How a character set's bytes look when they are read as Windows-1252: the encoders of the damage. */
const tcvn3: Record<string, string> = Object.fromEntries(
  [
    ...'àµả¶ã·á¸ạ¹ă¨ằ»ẳ¼ẵ½ắ¾ặÆâ©ầÇẩÈẫÉấÊậËèÌẻÎẽÏéÐẹÑêªềÒểÓễÔếÕệÖì×ỉØĩÜíÝịÞòßỏáõâóãọäô«ồåổæỗçốèộéơ¬ờêởëỡìớíợîùïủñũòúóụôư\u00ADừõửöữ÷ứøựùỳúỷûỹüýýỵþđ®Ă¡Â¢Ê£Ô¤Ơ¥Ư¦Đ§'.matchAll(
      /(.)(.)/gsu,
    ),
  ].map(([, letter, read]) => [letter, read]),
)
const inTcvn3 = (name: string): string =>
  Array.from(name, (letter) => tcvn3[letter] ?? tcvn3[letter.toLowerCase()] ?? letter).join('')

const vniTone: Record<string, string> = {
  '': '',
  '\u0301': 'ù',
  '\u0300': 'ø',
  '\u0309': 'û',
  '\u0303': 'õ',
  '\u0323': 'ï',
}
const vniCircumflex: Record<string, string> = {
  '': 'â',
  '\u0301': 'á',
  '\u0300': 'à',
  '\u0309': 'å',
  '\u0303': 'ã',
  '\u0323': 'ä',
}
const vniBreve: Record<string, string> = {
  '': 'ê',
  '\u0301': 'é',
  '\u0300': 'è',
  '\u0309': 'ú',
  '\u0303': 'ü',
  '\u0323': 'ë',
}
const vniWhole: Record<string, string> = { đ: 'ñ', Đ: 'Ñ', í: 'í', ì: 'ì', ỉ: 'æ', ĩ: 'ó', ị: 'ò', ỵ: 'î' }
const inVni = (name: string): string =>
  Array.from(name.normalize('NFC'), (letter) => {
    const whole = vniWhole[letter]
    if (whole) return whole
    const apart = letter.normalize('NFD')
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(apart)?.[0] ?? ''
    const base = apart.slice(0, 1)
    const horned = { o: 'ô', O: 'Ô', u: 'ö', U: 'Ö' }[base] ?? base
    const mark = apart.includes('\u0302')
      ? vniCircumflex[tone]
      : apart.includes('\u0306')
        ? vniBreve[tone]
        : vniTone[tone]
    return (apart.includes('\u031B') ? horned : base) + (base === base.toUpperCase() ? mark!.toUpperCase() : mark)
  }).join('')

const asLatin1 = new TextDecoder('windows-1252')
const twiceEncoded = (name: string): string => asLatin1.decode(new TextEncoder().encode(name))

const show = (name: string): string => JSON.stringify(name)
/** Every damaged name is refused, whatever it is called, unless the damage left it as it was or other good words. */
const refuses = (damage: (name: string) => string, unless: (damaged: string, name: string) => boolean): void =>
  fc.assert(
    fc.property(vietnamese, (name) => {
      const damaged = damage(name)
      return unless(damaged, name) || nameDamage(damaged) !== null
    }),
  )

describe('a plausible name', () => {
  test('is every Vietnamese one, in whatever case, composed or not, with marks or without', () => {
    fc.assert(
      fc.property(vietnamese, fc.constantFrom('NFC' as const, 'NFD' as const), (name, form) => {
        const bare = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
        for (const written of [name, name.toUpperCase(), name.toLowerCase(), bare, bare.toUpperCase()])
          expect(nameDamage(written.normalize(form)), show(written)).toBe(null)
      }),
    )
  })

  it.each([
    "H'Hen Niê",
    'Y Moan Êñuôl',
    'H’Ăng Niê Kđăm',
    "K'Brơi",
    'Điểu K’Ré',
    'Rơ Chăm Ơ̆k',
    'Ksor Hơ̆ Bia',
    'Y Bhiŏ Mlô',
    'Ƀrông',
    'Siu Black',
    'Đinh K’rể',
    'Giàng A Páo',
    'Thạch Sô Phi',
    'Ðặng Văn Ðức',
    'Chế Bồng Nga',
    'Phùn Sì Vằn',
    'Ya Duck',
    'John F Kennedy',
    'Ng Wei Ming',
    'Ng',
    'O’Brien',
    'José Ángel Ñúñez Peña',
    'François Noël',
    'Loïc Martin',
    'Zoë Müller-Lüdenscheidt',
    'Søren Ångström',
    'Björn Håkansson',
    'Þór Guðmundsdóttir',
    'Łukasz Wiśniewski',
    'Tomáš Dvořák',
    'MATÚŠ ŽIŽKA',
    'ALEŠ VLK',
    'João da Conceição Leão',
    'Gülşah Çelik',
    'Ó hÉigeartaigh',
    'Mc Donald',
    'St John',
    'Ștefan Țepeș',
    'Õie Tõnu',
    "D'Angelo",
    'Martin Luther King Jr.',
    'Lü Wei',
    'Иван Петров',
    '王小明',
    '김민준',
    'Γιώργος',
    'Suharto',
    'Lee Soo Moon',
    'Hans Lee',
    'Kaj Lee',
    'Max Dawn',
    'Jeff Koons',
    'Kees Roos',
    'Goldie Hawn',
    'Alex Brown',
    'Ünal Öz',
    'Aïcha Saïd',
    'Gaël Maël',
  ])('is %s', (name) => expect(nameDamage(name)).toBe(null))

  it('may have spaces at its ends, and unbreakable ones inside', () => expect(nameDamage(' Lê\u00A0An ')).toBe(null))
})

describe('a damaged name', () => {
  it.each([
    ['TrÇn ThÞ Thö', 'tcvn3'],
    ['§Æng V¨n MÉu', 'tcvn3'],
    ['Lª Hång', 'tcvn3'],
    ['TRÇN THÞ', 'tcvn3'],
    ['H­¬ng', 'tcvn3'],
    ['Nguyeãn Vaên Maãu', 'vni'],
    ['Traàn Thò Thöû', 'vni'],
    ['ÑAËNG THÒ MAÃU', 'vni'],
    ['NguyêÞn Vãn Mâòu', 'windows-1258'],
    ['LÃŠ TÃš', 'twice-encoded'],
    ['Nguyá»…n VÄƒn An', 'twice-encoded'],
    ['L\u00C3\u008A T\u00C3\u009A', 'twice-encoded'],
    ['ng Th Mu', 'lost-letters'],
    ['NG TH MU', 'lost-letters'],
    ['Hong Gia Khnh', 'lost-letters'],
    ['Nguyn An', 'lost-letters'],
    ['nguyeenx vawn a', 'keyed'],
    ['nguyeenx vawn b', 'keyed'],
    ['nguye6n4 va8n a', 'keyed'],
    ['D9a85ng Thi5 Hu7o7ng', 'keyed'],
    ['Nguye64n Van An2', 'keyed'],
    ['DDawngj Thij Maaux', 'keyed'],
    ['Traanf Thij Hoaf', 'keyed'],
    ['Truwowng Van An', 'keyed'],
    ['PHAJM VAN AN', 'keyed'],
    ['Leej Thij Hoaf', 'keyed'],
    ['L T', 'lost-letters'],
    ['Phan Hunh iu', 'lost-letters'],
    ['Tuyn Lan', 'lost-letters'],
    ['Honh An', 'lost-letters'],
    ['Ng Bo Chu', 'lost-letters'],
    ['ng', 'lost-letters'],
    ['Võ A DÝnh', 'tcvn3'],
    ['Vox Thij Saus', 'keyed'],
    ['Lee Vawn Tams', 'keyed'],
    ['Nguye\u0303\u0302n An', 'piled-marks'],
    ['L Thị Hà', 'lost-letters'],
    ['Đ VĂN ĐỨC', 'lost-letters'],
    ['B Thị Hương', 'lost-letters'],
    ['Nguy\uFFFDn V\uFFFDn An', 'replaced'],
    ['Nguy?n V?n An', 'replaced'],
    ['Nguyễn V4n An', 'not-letters'],
    ['Nguyễn Văn An (nữ)', 'not-letters'],
    ['Nguy&#7877;n An', 'not-letters'],
    ['024090000001', 'not-letters'],
    ['Lê\nAn', 'unseen'],
    ['Lê\u2028An', 'unseen'],
    ['Lê\tAn', 'unseen'],
    ['Lê \u202EnA', 'unseen'],
    ['Lê\u200B An', 'unseen'],
    ['Lê\u0007 An', 'unseen'],
    ['Lê \u{1F600} An', 'not-letters'],
    ['\u{1D40B}\u{1D41E} An', 'styled'],
    ['Lе Аn', 'mixed-scripts'],
    ['Le\u0301\u0301\u0301\u0301 An', 'piled-marks'],
    [' ', 'empty'],
  ])('is %j: %s', (name, damage) => expect(nameDamage(name)).toBe(damage))

  // `Vũ` becomes `Vò` and `Tú` becomes `Tó`: good words, of which nothing tells that they were others.
  const isGood = (damaged: string): boolean => damaged.split(' ').every(isVietnameseSyllable)

  test('is every one that was read from TCVN3, unless good words came out', () => refuses(inTcvn3, isGood))

  test('is every one that was read from VNI, unless good words came out', () => refuses(inVni, isGood))

  test('is every one whose UTF-8 was read byte by byte', () => {
    refuses(twiceEncoded, (damaged, name) => damaged === name)
  })

  test('is every one with something unseen in it', () => {
    const hidden = fc.constantFrom(
      '\n',
      '\r',
      '\u0000',
      '\u001B',
      '\u200B',
      '\u202E',
      '\u2066',
      '\uFEFF',
      '\u2028',
      '\uFFFD',
      '\u0085',
    )
    fc.assert(
      fc.property(vietnamese, fc.nat(), hidden, (name, place, mark) => {
        const at = 1 + (place % (name.length - 1))
        return nameDamage(name.slice(0, at) + mark + name.slice(at)) !== null
      }),
    )
  })
})

test('a text of any length and content is judged', () => {
  const anything = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code))
  fc.assert(fc.property(fc.string({ unit: anything, maxLength: 600 }), (text) => (nameDamage(text), true)))
})

describe('one consonant before other words', () => {
  it.each(['H Hen Niê', 'H Thị Điểm', 'K Thị Hương', 'Y Đức Mlô', 'J Müller', 'R José García', 'T. Hương', 'L Hanson'])(
    'is a name: %s',
    (name) => {
      expect(nameDamage(name)).toBeNull()
    },
  )

  test('is a family name that has lost its vowel, where the others have letters of Vietnamese alone', () => {
    const consonants = fc.constantFrom(...Array.from('BCDĐGLMNPQRSTVX'))
    fc.assert(
      fc.property(
        consonants,
        word(middles),
        word(givens.filter((given) => /[ạ-ỹăđơư]/iu.test(given))),
        (lone, middle, given) => {
          expect(nameDamage(`${lone} ${middle} ${given}`)).toBe('lost-letters')
        },
      ),
    )
  })
})

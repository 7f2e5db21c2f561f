/**
 * Keyboard layouts other than the one that scanners type on. A scanner in keyboard mode sends the keys of a United
 * States keyboard; a computer that is set to another layout makes other characters of them.
 */

/** The keys of a United States keyboard, row by row, plain and with Shift. */
export const unitedStates =
  '`1234567890-=qwertyuiop[]\\asdfghjkl;\'zxcvbnm,./~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?'

/**
 * What Windows makes of the same keys in the same order. Dead keys stand by the mark that they print, and the
 * Vietnamese layout's tones by their combining marks.
 */
export const keyboardLayouts = {
  french: '²&é"\'(-è_çà)=azertyuiop^$*qsdfghjklmùwxcvbn,;:!²1234567890°+AZERTYUIOP¨£µQSDFGHJKLM%WXCVBN?./§',
  belgian: '²&é"\'(§è!çà)-azertyuiop^$µqsdfghjklmùwxcvbn,;:=³1234567890°_AZERTYUIOP¨*£QSDFGHJKLM%WXCVBN?./+',
  german: '^1234567890ß´qwertzuiopü+#asdfghjklöäyxcvbnm,.-°!"§$%&/()=?`QWERTZUIOPÜ*\'ASDFGHJKLÖÄYXCVBNM;:_',
  swiss: '§1234567890\'^qwertzuiopü¨$asdfghjklöäyxcvbnm,.-°+"*ç%&/()=?`QWERTZUIOPè!£ASDFGHJKLéàYXCVBNM;:_',
  czech: ';+ěščřžýáíé=´qwertzuiopú)¨asdfghjklů§yxcvbnm,.-°1234567890%ˇQWERTZUIOP/(\'ASDFGHJKL"!YXCVBNM?:_',
  spanish: 'º1234567890\'¡qwertyuiop`+çasdfghjklñ´zxcvbnm,.-ª!"·$%&/()=?¿QWERTYUIOP^*ÇASDFGHJKLÑ¨ZXCVBNM;:_',
  italian: '\\1234567890\'ìqwertyuiopè+ùasdfghjklòàzxcvbnm,.-|!"£$%&/()=?^QWERTYUIOPé*§ASDFGHJKLç°ZXCVBNM;:_',
  unitedKingdom: '`1234567890-=qwertyuiop[]#asdfghjkl;\'zxcvbnm,./¬!"£$%^&*()_+QWERTYUIOP{}~ASDFGHJKL:@ZXCVBNM<>?',
  russian: 'ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю.Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,',
  vietnamese:
    "`ăâêô\u0300\u0309\u0303\u0301\u0323đ-₫qwertyuiopươ\\asdfghjkl;'zxcvbnm,./" +
    '~ĂÂÊÔ%^&*(Đ_+QWERTYUIOPƯƠ|ASDFGHJKL:"ZXCVBNM<>?',
} as const

/** The tones that have a key each on the Vietnamese layout. */
const tones = '\u0300\u0309\u0303\u0301\u0323'

function isTone(mark: string): boolean {
  return tones.includes(mark)
}

/** A composed letter as its keys: the layout's own letter, then the tone. */
function withToneApart(letter: string): string {
  const [base = '', ...marks] = letter.normalize('NFD')
  const own = [base, ...marks.filter((mark) => !isTone(mark))].join('').normalize('NFC')
  return own + marks.filter(isTone).join('')
}

/** The last of the letters that Vietnamese is written with: what comes after is on none of these layouts. */
const lastLetter = 'ỹ'

/** The way back from what a layout made of a text. Characters that no key of it gives stay. */
function wayBack(keys: string): (typed: string) => string {
  // Of two keys with one character the plain one counts.
  const back = new Map(Array.from(keys, (character, at) => [character, unitedStates.charAt(at)] as const).toReversed())
  // Letter by letter: to take the whole text apart would put its marks in another order.
  const keysOf = (letter: string): string => {
    const known = back.get(letter)
    if (known !== undefined || letter <= '~' || letter > lastLetter) return known ?? letter
    const found = Array.from(withToneApart(letter), (part) => back.get(part) ?? part).join('')
    back.set(letter, found)
    return found
  }
  return (typed) => Array.from(typed, keysOf).join('')
}

/** For each layout, what gives back the text whose keys it was made of. */
export const waysBack: readonly ((typed: string) => string)[] = Object.values(keyboardLayouts).map(wayBack)

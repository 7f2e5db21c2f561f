/**
 * An officer's PIN: six to twelve digits, of which those that everybody tries first are refused (NIST SP 800-63B §5.1.1.2 asks
 * for such a list; six digits are a million, and a hundred of them open a tenth of all phones).
 */

/** In digits. */
export const shortestPin = 6
export const longestPin = 12

/** Tries in a row, until a supervisor unlocks (NIST SP 800-63B §5.2.2 allows a hundred; ten fit six digits). */
export const mostTries = 10

/** Why a PIN is refused. `pattern`: a repetition, a run or a figure on the keys; `own-number`: it has the officer's number in it. */
export type PinFault = 'digits' | 'length' | 'pattern' | 'common' | 'date' | 'own-number'

/**
 * Those that leaked lists of six digits begin with and that follow no rule below: figures on a keypad, words on a telephone's
 * keys, numbers of films and games, the Chinese for "I love you".
 */
const common = new Set(
  `123123 159753 147258 258369 147369 159357 753951 951753 789456 456789 321654 654321 123654 987654 741852 852963 963852
   147852 258147 369258 963258 357159 456123 789123 321456 159159 102030 112358 314159 271828 142857 007007 696969 420420
   520131 131452 521131 520520 131400 201314 168168 888168 520000 111222 112233 223344 445566 778899 121314 101112 123321
   456654 789987 012345 123450 567890 098765 543210 135790 246810 135246 246135 102938 192837 147896 236987 789632 101010
   202020 113113 114114 115115 998877 887766 665544 332211 212121 232323 252525 454545 787878 989898 909090 808080 606060
   686868 868686 838383 797979 939393 393939 686686 868868 888666 666888 886688 668866 199199 090909 080808 070707 060606`
    .split(/\s+/)
    .filter((each) => each !== ''),
)

/** What is wrong with a PIN that an officer has chosen; null: nothing. @param number the officer's own */
export function pinFault(pin: string, number: string): PinFault | null {
  if (!/^\d*$/.test(pin)) return 'digits'
  if (pin.length < shortestPin || pin.length > longestPin) return 'length'
  if (isRepetition(pin) || isRun(pin) || isPaired(pin)) return 'pattern'
  if (common.has(pin)) return 'common'
  if (isDate(pin)) return 'date'
  // A number of one or two digits is in half of all PINs.
  if (number.length > 2 && pin.includes(number)) return 'own-number'
  return null
}

/** The same one, two or three digits over and over: 000000, 121212, 4747474. */
const isRepetition = (pin: string): boolean =>
  [1, 2, 3].some((period) => Array.from(pin).every((digit, at) => digit === pin[at % period]))

/** Each digit one more, or one less, than the one before; after 9 comes 0. */
function isRun(pin: string): boolean {
  const steps = Array.from(pin.slice(1), (digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10)
  return steps.every((step) => step === 1) || steps.every((step) => step === 9)
}

/** Each digit twice, in a run: 112233. */
const isPaired = (pin: string): boolean =>
  pin.length % 2 === 0 && /^(?:(\d)\1)+$/.test(pin) && isRun(pin.replaceAll(/(\d)\1/g, '$1'))

const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isDay = (day: number, month: number): boolean => day >= 1 && day <= (daysOf[month - 1] ?? 0)

const isYear = (year: number): boolean => year >= 1930 && year <= 2039

/** A day of somebody's life, as it is written here: 010190 and 01011990, and the year first. */
function isDate(pin: string): boolean {
  const numbers = (...at: readonly [number, number][]): number[] => at.map(([from, to]) => Number(pin.slice(from, to)))
  if (pin.length === 6) {
    const [day = 0, month = 0] = numbers([0, 2], [2, 4])
    return isDay(day, month)
  }
  if (pin.length !== 8) return false
  const [day = 0, month = 0, year = 0] = numbers([0, 2], [2, 4], [4, 8])
  const [first = 0, second = 0, third = 0] = numbers([0, 4], [4, 6], [6, 8])
  return (isDay(day, month) && isYear(year)) || (isYear(first) && isDay(third, second))
}

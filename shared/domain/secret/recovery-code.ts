/**
 * The recovery code: 128 random bits as a person copies them from a screen to paper and back. Crockford's base32 without
 * I, L, O and U, in groups of four, with a check character that finds every letter that was copied wrongly and every two
 * that changed places.
 */

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** In bytes. */
export const recoveryCodeLength = 16

/** Characters that carry bits: 130 of them, of which the first two are zero. The check character comes behind. */
const carrying = 26

const groupLength = 4

/** What is wrong with what was typed. */
export type CodeFault = 'letter' | 'length' | 'check'

/** Twice a value in the field of 32 elements, by the polynomial x⁵ + x² + 1. */
const doubled = (value: number): number => (value << 1) ^ (value & 16 ? 37 : 0)

/**
 * The value that makes a code sum to nothing: each place counts twice as much as the next one in a field where no two of
 * 31 places count the same, so that neither one wrong letter nor two swapped ones sum to nothing.
 */
function checkOf(values: readonly number[]): number {
  return values.reduce((sum, value) => doubled(sum ^ value), 0)
}

/** Writes a code down. @param bytes 16 of them, random */
export function writeRecoveryCode(bytes: Uint8Array): string {
  if (bytes.length !== recoveryCodeLength)
    throw new RangeError(`a recovery code has ${recoveryCodeLength} bytes and not ${bytes.length}`)
  let number = bytes.reduce((whole, byte) => (whole << 8n) | BigInt(byte), 0n)
  const values: number[] = []
  for (let place = 0; place < carrying; place++) {
    values.unshift(Number(number & 31n))
    number >>= 5n
  }
  const letters = [...values, checkOf(values)].map((value) => alphabet[value]).join('')
  return letters.match(new RegExp(`.{1,${groupLength}}`, 'g'))!.join('-')
}

/**
 * Reads a code as people type it: in either case, with O for 0 and I or L for 1, grouped in any way or not at all.
 * @returns its 16 bytes, or what is wrong with it
 */
export function readRecoveryCode(typed: string): Uint8Array | CodeFault {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}.]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const values = letters.split('').map((letter) => alphabet.indexOf(letter))
  if (values.includes(-1)) return 'letter'
  if (values.length !== carrying + 1) return 'length'
  const [check, carried] = [values.at(-1), values.slice(0, -1)]
  const number = carried.reduce((whole, value) => (whole << 5n) | BigInt(value), 0n)
  if (check !== checkOf(carried) || number >> 128n !== 0n) return 'check'
  return Uint8Array.from({ length: recoveryCodeLength }, (_, at) =>
    Number((number >> BigInt(8 * (recoveryCodeLength - 1 - at))) & 255n),
  )
}

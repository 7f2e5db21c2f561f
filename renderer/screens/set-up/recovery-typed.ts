/** A recovery code typed back from paper: case, blanks and dashes do not count. */

/** The contract's own bound. */
export const longestCode = 100

const bare = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')

/** Are they the same code? */
export function isSameCode(typed: string, code: string): boolean {
  return bare(typed) === bare(code)
}

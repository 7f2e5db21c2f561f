/** The number of an entry as somebody copies it from a screen or a sheet, where thousands have their sign. */

const written = /^[1-9]\d{0,2}(?:\d*|(?:[.,]\d{3})+)$/

/** Null: that is no number of an entry. */
export function entryNumber(text: string): number | null {
  if (!written.test(text)) return null
  const number = Number(text.replaceAll(/[.,]/g, ''))
  return Number.isSafeInteger(number) ? number : null
}

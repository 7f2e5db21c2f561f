/** A place whose poster is drawn, and what no poster is drawn of. */
import { decode } from '../certificate/decode.ts'
import { recogniseDocument } from '../document/recognise.ts'
import type { Sentences } from '../language/locale.ts'

/** A place that people register at. */
export interface PosterPlace {
  name: string
  address: string
  /** What its code says: what the app gave out for it. */
  code: string
}

export const posterSizes = ['A4', 'A5'] as const
export type PosterSize = (typeof posterSizes)[number]

/** UTF-16 units of a name or an address, of a code, and of the app's name. */
export const longestPosterName = 200
export const longestPosterCode = 500
export const longestPosterApp = 30

/** The app that the annex names. */
export const usualPosterApp = 'Bluezone'

/** What is wrong with a place; null: nothing. */
export function placeFault({ name, address, code }: PosterPlace): Sentences | null {
  if (name === '' || address === '' || code === '')
    return { vi: 'thiếu tên, địa chỉ hoặc mã', en: 'name, address or code is missing' }
  // What names a person must hang on no wall.
  if (decode(code) !== null || recogniseDocument(code) !== null)
    return {
      vi: 'mã này là giấy tờ của một người, không phải mã địa điểm',
      en: 'the code is a person’s, not a place’s',
    }
  if (name.length > longestPosterName || address.length > longestPosterName)
    return {
      vi: `tên hoặc địa chỉ dài quá ${longestPosterName} ký tự`,
      en: `a name or address over ${longestPosterName} characters`,
    }
  if (code.length > longestPosterCode)
    return { vi: `mã dài quá ${longestPosterCode} ký tự`, en: `a code over ${longestPosterCode} characters` }
  return null
}

/** A text as it is set on a poster: one line, composed. */
export const posterLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()

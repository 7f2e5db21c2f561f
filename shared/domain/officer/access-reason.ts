/** Why somebody looks at people whom the lane does not show them: asked once, and kept in the entry of each look. */
import * as v from 'valibot'
import { noteSchema } from '../crossing/crossing.ts'
import { readPlate } from '../plate/plate.ts'

/** In the order of their digits. `other`: in words. */
export const accessReasons = [
  'routine-check',
  'complaint',
  'authority-request',
  'contact-tracing',
  'correction',
  'other',
] as const
export type AccessReasonCode = (typeof accessReasons)[number]

/** Those that want words: whose request it is, with its number; or what else it is. */
export const reasonsInWords: ReadonlySet<AccessReasonCode> = new Set(['authority-request', 'other'])

export const accessReasonSchema = v.pipe(
  v.strictObject({ code: v.picklist(accessReasons), note: v.nullable(noteSchema) }),
  v.check(({ code, note }) => note !== null || !reasonsInWords.has(code), 'this reason wants words'),
)
export type AccessReason = v.InferOutput<typeof accessReasonSchema>

/** More characters than what is typed of a plate before it is one. */
const longestPart = 5

/** Province and series, as all plates but the army's begin, and no more behind them than the longest has. */
const plateBeginning = /^\d{2}\p{L}.{0,6}$/u

/** Of a plate of any country: fewer characters, and fewer figures, than a number of a person has. */
const longestForeign = 9
const mostFigures = 5

/** A passport's number as far as it is typed, and a name with the year of a birth, which are no plates. */
const passportBeginning = /^[A-Z]{1,2}\d{5,}$/i
const withYear = /\p{L}\s+(?:19|20)\d{2}$/u

/** Whether letters and figures beside each other may be a foreign plate, of any script. */
function mayBeForeignPlate(text: string, code: string): boolean {
  const figures = code.replace(/[^\p{N}]/gu, '').length
  const isShort = code.length <= longestForeign && figures <= mostFigures && figures < code.length
  return isShort && !passportBeginning.test(code) && !withYear.test(text.normalize('NFKC').trim())
}

/**
 * Whether there is a figure in a text, also in one sign that stands for several ("㋀" is "1月"). What has none is a name, to
 * whoever asks for a reason, whoever looks it up, and whoever records the look alike.
 */
export const hasFigure = (text: string): boolean => /\p{N}/u.test(text.normalize('NFKC'))

/** Whether a text that is searched for is of people, by name, number or certificate: of plates, and parts of them, it is not. */
export function isOfPeople(text: string): boolean {
  const code = text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '')
  if (code === '') return false
  if (!hasFigure(text)) return true
  if (code.length <= longestPart || plateBeginning.test(code)) return false
  return (readPlate(text)?.kind ?? 'foreign') === 'foreign' && !mayBeForeignPlate(text, code)
}

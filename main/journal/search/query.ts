/** What a typed text may mean to the index: part of a name, of a plate, of a number, or a certificate. */
import { hasFigure } from '../../../shared/domain/officer/access-reason.ts'
import { readPlate } from '../../../shared/domain/plate/plate.ts'
import { beginning, exactly, type Wanted } from './wanted.ts'
import { codeOf, readingsOfName, termOfCertificate, wordEnds } from './terms.ts'

/** No certificate has a shorter identifier. */
const shortestCertificate = 6

/** One reading of the text. Its words may be looked up by any one of them. */
export type Reading =
  | { kind: 'code'; code: string }
  | { kind: 'certificate'; id: string }
  | { kind: 'name'; words: string[] }

/** Every reading that the text allows; none where there is nothing in it to search by (punctuation, pictures). */
export function readText(text: string): Reading[] {
  const words = readingsOfName(text).filter(([first]) => first !== undefined)
  if (!hasFigure(text) && words.length > 0) return words.map((each) => ({ kind: 'name', words: each }))
  // A diplomatic plate has its groups in two orders, and its key in one.
  const codes = new Set([codeOf(text), readPlate(text)?.key ?? ''])
  const readings = [...codes].filter((code) => code !== '').map((code): Reading => ({ kind: 'code', code }))
  return mayBeCertificate(text) ? [...readings, { kind: 'certificate', id: text }] : readings
}

/** Identifiers are longer than plates; those of digits alone would be taken for a person's number. */
function mayBeCertificate(text: string): boolean {
  const code = codeOf(text)
  return code.length >= shortestCertificate && !/^\d+$/.test(code) && (readPlate(text)?.kind ?? 'foreign') === 'foreign'
}

/**
 * The ways in which the index can be asked for a reading, each with what is to be looked up for it: of a name every word
 * can begin, with the others asked for beside it.
 * @param wholeWords all words but the last one typed are whole, so that a short one is not looked for in longer ones
 */
export function waysToAsk(reading: Reading, wholeWords: boolean): Wanted[][] {
  if (reading.kind === 'code') return [[beginning(reading.code)]]
  if (reading.kind === 'certificate') return [[exactly(termOfCertificate(reading.id))]]
  return reading.words.map((word, position) => {
    const words = reading.words.toSpliced(position, 1)
    const ends = wholeWords && position < reading.words.length - 1 ? wordEnds : ['']
    return ends.map((end) => ({ begins: word + end, whole: false, words }))
  })
}

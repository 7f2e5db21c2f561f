/**
 * Vehicle plates: recognised, brought to one form for comparing, and shown as they are usually written.
 *
 * Recognised are Vietnamese plates of the Ministry of Public Security's circulars 36/2010, 15/2014 and 24/2023 and of the
 * army. Whatever fits none, a foreign plate above all, is taken as it is.
 */
import { mostPlatesKept } from '../limits.ts'
import { plateProvinces } from './plate-province.ts'
import { plateKinds, readPlateForm, type PlateKind } from './plate-form.ts'

export { plateKinds, type PlateKind }

export interface Plate {
  kind: PlateKind
  /** Equal for one plate however it was typed: A to Z (Đ as D), digits, and for foreign plates letters of any script. */
  key: string
  /** As usually written: `98A-123.45`, `98-B1 123.45`, `TC-33-86`, `80-011-NG-01`. Reading it again gives this plate. */
  display: string
  province: { code: string; name: string } | null
}

/** Longer texts are no plate. */
const longestPlate = 24

/** The same plates are asked for at every scan and every typed character. */
const kept = new Map<string, Plate | null>()

/** Reads a plate as typed or read by a camera; null where nothing is left that could be one. */
export function readPlate(text: string): Plate | null {
  if (text.length > 4 * longestPlate) return null
  const known = kept.get(text)
  if (known !== undefined) return known
  const plate = parsePlate(text)
  if (kept.size >= mostPlatesKept) kept.clear()
  kept.set(text, plate)
  return plate
}

function parsePlate(text: string): Plate | null {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, (separators) =>
      separators.includes('-') ? '-' : separators.includes('.') ? '.' : ' ',
    )
    .replace(/^[-. ]+|[-. ]+$/g, '')
  const bare = typed.replace(/[-. ]/g, '').replaceAll('Đ', 'D')
  if (bare === '' || typed.length > longestPlate) return null
  const form = readPlateForm(bare, typed)
  if (!form) return { kind: 'foreign', key: bare, display: typed, province: null }
  const name = form.province === null ? undefined : plateProvinces.get(form.province)
  // Two digits that are no province's: perhaps a slip, perhaps a foreign plate that looks like ours.
  if (form.province !== null && name === undefined)
    return { kind: 'foreign', key: bare, display: typed, province: null }
  const province = form.province === null || name === undefined ? null : { code: form.province, name }
  return { kind: form.kind, key: form.key, display: form.display, province }
}

/** Fewer characters are no plate of anybody's; the beginning of one of ours, without its four or five figures, is none either. */
const fewestCharacters = 4
const beginning = /^\d{2}[A-Z]{1,2}\d{0,3}$/

/** Is it a plate, and not the beginning of one, or what was typed of it so far? */
export function isWholePlate(text: string): boolean {
  const plate = readPlate(text)
  if (plate === null) return false
  if (plate.kind !== 'foreign') return true
  return plate.key.length >= fewestCharacters && /\d/.test(plate.key) && !beginning.test(plate.key)
}

/** Are these the same plate, however typed? */
export function isSamePlate(one: string, other: string): boolean {
  const a = readPlate(one)
  return a !== null && a.key === readPlate(other)?.key
}

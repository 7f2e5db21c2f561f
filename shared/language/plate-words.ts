/**
 * How a crossing is called by its vehicle: by the plates, else by why there is none. Every list, sentence and paper takes
 * it from here: a dash does not say whether nobody typed the plate or they came on foot.
 */
import type { Vehicle } from '../domain/crossing/crossing.ts'
import type { Locale } from './locale.ts'
import { shownText } from './shown-text.ts'

/** Nobody in it sat in a vehicle. */
export const onFootWords: Record<Locale, string> = { vi: 'đi bộ', en: 'on foot' }

const noPlateWords: Record<Locale, string> = { vi: 'không rõ biển số', en: 'plate not known' }

/** What a sentence quotes as `vehicle` in place of a plate. No plate has small letters. */
const onFootValue = 'on foot'
const noPlateValue = 'no plate'

const vehicleWords: Record<Locale, { of: string; unknown: string }> = {
  vi: { of: 'xe', unknown: 'xe không rõ biển số' },
  en: { of: 'vehicle', unknown: 'a vehicle of unknown plate' },
}

/** What a line of a list knows of it. */
export interface OnWhat {
  onFoot: boolean
  plate: string | null
  trailerPlate?: string | null
}

/** `98A-123.45 + 98R-001.23`, or why there is none. */
export function sayPlates(locale: Locale, { onFoot, plate, trailerPlate = null }: OnWhat): string {
  if (onFoot) return onFootWords[locale]
  const plates = [plate, trailerPlate].filter((each) => each !== null)
  return plates.length > 0 ? plates.map(shownText).join(' + ') : noPlateWords[locale]
}

/** The same of a crossing's own vehicle; null: on foot. */
export const onWhat = (vehicle: Pick<Vehicle, 'plate' | 'trailerPlate'> | null): OnWhat => ({
  onFoot: vehicle === null,
  plate: vehicle?.plate ?? null,
  trailerPlate: vehicle?.trailerPlate ?? null,
})

/** What a finding holds of a vehicle as its value `vehicle`, for `sayOnWhat`. */
export function vehicleValue(vehicle: Pick<Vehicle, 'plate' | 'trailerPlate'> | null): string {
  return vehicle === null ? onFootValue : (vehicle.plate ?? vehicle.trailerPlate ?? noPlateValue)
}

/** The value `vehicle` as a sentence quotes it: `xe 98A-123.45`, `xe không rõ biển số`, `đi bộ`. */
export function sayOnWhat(locale: Locale, value: string): string {
  const { of, unknown } = vehicleWords[locale]
  if (value === onFootValue) return onFootWords[locale]
  return value === noPlateValue ? unknown : `${of} ${value}`
}

/** What is written of a vehicle beside its plate, in one line. */
import type { ShownCrossing } from '../../../../shared/contract/crossing-schemas.ts'
import { vehicleKindWords } from '../../../../shared/language/crossing-words.ts'
import type { Locale } from '../../../../shared/language/locale.ts'
import { shownText } from '../../../../shared/language/shown-text.ts'
import type { Speak } from '../../../i18n/catalogue.ts'

/** Kind, trailer, carrier, way and zone, as far as they are known; empty where nothing is. */
export function sayVehicle(locale: Locale, speak: Speak, { vehicle, originZone }: ShownCrossing): string {
  const way = vehicle && [vehicle.from, vehicle.to].some((end) => end !== null)
  const parts = [
    vehicle?.kind && vehicleKindWords[locale][vehicle.kind],
    vehicle?.trailerPlate && speak('crossing.trailer', { plate: vehicle.trailerPlate }),
    vehicle?.carrier,
    way && `${vehicle.from ?? '…'} → ${vehicle.to ?? '…'}`,
    originZone && speak('crossing.fromZone', { zone: speak(`crossing.zone.${originZone}`) }),
  ]
  return parts.flatMap((part) => (part ? shownText(part) : [])).join(' · ')
}

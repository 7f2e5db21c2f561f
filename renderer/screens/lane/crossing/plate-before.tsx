/** The plate that another was typed over: whoever meant the next vehicle sees that this crossing's people went over to it. */
import type { ReactNode } from 'react'
import type { ShownCrossing } from '../../../../shared/contract/crossing-schemas.ts'
import { isSamePlate, readPlate } from '../../../../shared/domain/plate/plate.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import style from './crossing-panel.module.css'

interface PlateBeforeProps {
  crossing: ShownCrossing
  /** As it was typed; null: none was typed over. */
  plate: string | null
}

export function PlateBefore({ crossing, plate }: PlateBeforeProps): ReactNode {
  const { speak } = useLanguage()
  const { vehicle, travellers } = crossing
  if (plate === null || isSamePlate(plate, vehicle?.plate ?? '')) return null
  const values = { plate: readPlate(plate)?.display ?? plate }
  return (
    <p className={style.later} role="status" data-testid="plate-before" data-decides>
      {speak(travellers.length > 0 ? 'crossing.plateBefore.people' : 'crossing.plateBefore', values)}
    </p>
  )
}

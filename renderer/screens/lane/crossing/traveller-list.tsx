/** Everybody in the crossing, the driver first; a bus scrolls, with the red ones on top; the strip has whom the last scan was about. */
import { useEffect, useRef, type ReactNode } from 'react'
import type { ShownCrossing, ShownTraveller } from '../../../../shared/contract/crossing-schemas.ts'
import type { CrossingEdit } from '../../../../shared/domain/crossing/crossing-edit.ts'
import { urgentFirst } from '../../../../shared/domain/crossing/crossing-outcome.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import type { Desk, DeskAction } from '../desk-state.ts'
import { TravellerActions } from './traveller-actions.tsx'
import { TravellerRow } from './traveller-row.tsx'
import style from './travellers.module.css'

interface TravellerListProps {
  crossing: ShownCrossing
  desk: Desk
  onEdit: (edit: CrossingEdit) => Promise<void>
  onDesk: (action: DeskAction) => void
}

export function TravellerList({ crossing, desk, onEdit, onDesk }: TravellerListProps): ReactNode {
  const { speak } = useLanguage()
  const { travellers, vehicle, current, awaitingNext } = crossing
  const { missing } = crossing.whole
  const { selected, joining } = desk

  const followed = travellers.length <= inSight
  const list = useRef<HTMLOListElement>(null)
  // The red ones are on top: a list that is not followed shows them with every scan.
  useEffect(() => {
    if (!followed && current !== null) list.current?.scrollTo({ top: 0 })
  }, [followed, current])

  const press = (id: number): void => {
    if (joining && selected !== null && selected !== id) {
      onDesk({ kind: 'selected', traveller: null })
      return void onEdit({ kind: 'join', traveller: selected, into: id })
    }
    selectTraveller(selected === id ? null : id, onEdit, onDesk)
  }

  return (
    <>
      <ol ref={list} className={style.list} data-testid="travellers" aria-label={speak('traveller.title')}>
        {rowsOf(crossing).map(({ traveller, index }) => (
          <li key={traveller.id}>
            <TravellerRow
              traveller={traveller}
              driver={vehicle !== null && index === 0}
              current={traveller.id === current}
              followed={followed}
              selected={traveller.id === selected}
              onPress={() => press(traveller.id)}
            />
            {traveller.id === selected && (
              <TravellerActions
                traveller={traveller}
                before={travellers[index - 1]?.id ?? null}
                canDrive={vehicle !== null && index > 0}
                canJoin={travellers.length > 1}
                joining={joining}
                onEdit={onEdit}
                onDesk={onDesk}
              />
            )}
          </li>
        ))}
        {awaitingNext && <li className={style.awaited}>{speak('traveller.awaited')}</li>}
      </ol>
      {missing > 0 && (
        <p className={style.missing} data-testid="missing">
          {speak('traveller.missing', { missing })}
        </p>
      )}
    </>
  )
}

/** Opens a traveller's actions; what is scanned next is theirs. Null closes them. */
export function selectTraveller(
  id: number | null,
  onEdit: (edit: CrossingEdit) => Promise<void>,
  onDesk: (action: DeskAction) => void,
): void {
  onDesk({ kind: 'selected', traveller: id })
  if (id !== null) void onEdit({ kind: 'select', traveller: id })
}

/** So many are seen at once; of more the red ones come first, lest they be out of sight. */
const inSight = 5

/** The rows as they are shown, each with its place in the crossing. */
function rowsOf({ travellers }: ShownCrossing): { traveller: ShownTraveller; index: number }[] {
  const shown = travellers.length > inSight ? urgentFirst(travellers) : travellers
  return shown.map((traveller) => ({ traveller, index: travellers.indexOf(traveller) }))
}

/** The traveller one row up or down of the selected one; from nowhere the last, or the first. */
export function rowBeside(crossing: ShownCrossing, selected: number | null, step: -1 | 1): number | null {
  const travellers = rowsOf(crossing).map(({ traveller }) => traveller)
  const index = travellers.findIndex(({ id }) => id === selected)
  const next = index === -1 ? (step === 1 ? 0 : travellers.length - 1) : index + step
  return travellers[Math.min(Math.max(next, 0), travellers.length - 1)]?.id ?? null
}

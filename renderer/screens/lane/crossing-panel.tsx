/** The crossing being built: which way, which vehicle, how many people, and each of them. Forms open in the list's place. */
import type { ReactNode, RefObject } from 'react'
import type { ShownCrossing } from '../../../shared/contract/crossing-schemas.ts'
import type { CrossingEdit } from '../../../shared/domain/crossing/crossing-edit.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { opposite } from './commands.ts'
import type { Desk, DeskAction } from './desk-state.ts'
import { PaperForm } from './paper-form.tsx'
import { PersonForm } from './person-form.tsx'
import { PlateField } from './plate-field.tsx'
import { SeenLine } from './seen-line.tsx'
import { TravellerList } from './traveller-list.tsx'
import { VehicleForm } from './vehicle-form.tsx'
import { sayVehicle } from './vehicle-words.ts'
import style from './crossing-panel.module.css'

interface CrossingPanelProps {
  crossing: ShownCrossing
  desk: Desk
  /** The plate's field, for what is typed while no field has the focus. */
  plate: RefObject<HTMLInputElement | null>
  onEdit: (edit: CrossingEdit) => Promise<void>
  onDesk: (action: DeskAction) => void
  onReturn: () => void
}

export function CrossingPanel({ crossing, desk, plate, onEdit, onDesk, onReturn }: CrossingPanelProps): ReactNode {
  const { locale, speak } = useLanguage()
  const { direction, vehicle, people, travellers } = crossing
  const counted =
    people === null
      ? speak('crossing.people', { people: travellers.length })
      : speak('crossing.counted', { counted: `${travellers.length}/${people}` })
  const written = sayVehicle(locale, speak, crossing)
  const formOpen = desk.form !== null && desk.form.kind !== 'reason'
  return (
    <section className={style.panel} data-testid="crossing" aria-label={speak('crossing.title')}>
      <div className={style.row}>
        <button
          type="button"
          className={style.direction}
          data-testid="direction"
          data-direction={direction}
          aria-keyshortcuts="Home"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => void onEdit({ kind: 'direction', direction: opposite(direction) })}
        >
          <span aria-hidden="true">{direction === 'in' ? '⬇' : '⬆'}</span> {speak(`crossing.direction.${direction}`)}
          <kbd className={style.key}>Home</kbd>
        </button>
        <button
          type="button"
          className={style.toggle}
          data-testid="on-foot"
          aria-pressed={vehicle === null}
          onClick={() => void onEdit({ kind: 'on-foot', onFoot: vehicle !== null })}
        >
          {speak('crossing.onFoot')}
        </button>
      </div>
      <div className={style.row}>
        {vehicle && (
          <PlateField
            plate={vehicle.plate}
            input={plate}
            onPlate={(text) => onEdit({ kind: 'vehicle', fields: { plate: text } })}
          />
        )}
        <button
          type="button"
          className={style.people}
          data-testid="people-count"
          onFocus={(event) => {
            // By Tab from the plate: on through the rest of the vehicle.
            if (event.currentTarget.matches(':focus-visible') && desk.form === null)
              onDesk({ kind: 'opened', form: { kind: 'vehicle', at: 'first' } })
          }}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onDesk({ kind: 'opened', form: { kind: 'vehicle', at: 'people' } })}
        >
          {counted}
        </button>
      </div>
      {written && !formOpen && <p className={style.vehicle}>{written}</p>}
      {!formOpen && <SeenLine crossing={crossing} onReturn={onReturn} />}
      <CrossingContent crossing={crossing} desk={desk} onEdit={onEdit} onDesk={onDesk} />
    </section>
  )
}

function CrossingContent({
  crossing,
  desk,
  onEdit,
  onDesk,
}: Pick<CrossingPanelProps, 'crossing' | 'desk' | 'onEdit' | 'onDesk'>): ReactNode {
  const leave = (): void => onDesk({ kind: 'left' })
  switch (desk.form?.kind) {
    case 'vehicle':
      return <VehicleForm crossing={crossing} at={desk.form.at} onEdit={onEdit} onLeave={leave} />
    case 'person':
      return <PersonForm onEdit={onEdit} onTouched={() => onDesk({ kind: 'touched' })} onLeave={leave} />
    case 'paper':
      return <PaperForm traveller={desk.form.traveller} onEdit={onEdit} onLeave={leave} />
    case 'reason':
    case undefined:
      return <TravellerList crossing={crossing} desk={desk} onEdit={onEdit} onDesk={onDesk} />
  }
}

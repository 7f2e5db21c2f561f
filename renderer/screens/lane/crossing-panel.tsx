/** The crossing being built: which way, which vehicle, how many people, and each of them. Forms open in the list's place. */
import type { ReactNode, RefObject } from 'react'
import type { ShownCrossing } from '../../../shared/contract/crossing-schemas.ts'
import type { CrossingEdit } from '../../../shared/domain/crossing/crossing-edit.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { abandon, bringBack, openForm, toggleOnFoot, turnWay, type DeskNow } from './desk-acts.ts'
import { paperDraft } from './drafts.ts'
import { addPaper, addPerson } from './entering.ts'
import { PaperForm } from './paper-form.tsx'
import { PeopleForm } from './people-form.tsx'
import { PersonForm } from './person-form.tsx'
import { PlateField } from './plate-field.tsx'
import { SeenLine } from './seen-line.tsx'
import { TravellerList } from './traveller-list.tsx'
import { VehicleForm } from './vehicle-form.tsx'
import { sayVehicle } from './vehicle-words.ts'
import style from './crossing-panel.module.css'

interface CrossingPanelProps {
  crossing: ShownCrossing
  lane: DeskNow
  /** The plate's field, for what is typed while no field has the focus. */
  plate: RefObject<HTMLInputElement | null>
}

export function CrossingPanel({ crossing, lane, plate }: CrossingPanelProps): ReactNode {
  const { locale, speak } = useLanguage()
  const { desk, deeds } = lane
  const { direction, vehicle, people, travellers } = crossing
  const there = travellers.length
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
          onClick={() => turnWay(lane)}
        >
          <span aria-hidden="true">{direction === 'in' ? '⬇' : '⬆'}</span> {speak(`header.way.${direction}`)}
          <kbd className={style.key}>Home</kbd>
        </button>
        <button
          type="button"
          className={style.toggle}
          data-testid="on-foot"
          aria-pressed={vehicle === null}
          aria-keyshortcuts="/"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => void toggleOnFoot(lane)}
        >
          {speak('crossing.onFoot')}
          <kbd className={style.key}>/</kbd>
        </button>
        <button
          type="button"
          className={style.people}
          data-testid="people-count"
          aria-keyshortcuts="*"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => openForm(lane, { kind: 'people' })}
        >
          <b className={style.count}>{people === null ? there : `${there}/${people}`}</b>
          <span className={style.unit}>
            {speak('crossing.unit', { people: people ?? there })} <kbd className={style.key}>*</kbd>
          </span>
        </button>
      </div>
      {vehicle && <PlateField plate={vehicle.plate} input={plate} onPlate={(text) => deeds.edit(plateWritten(text))} />}
      {crossing.happenedAt !== null && !formOpen && (
        <p className={style.later} data-testid="happened" data-decides>
          {speak('crossing.happened', { happenedAt: crossing.happenedAt })}
        </p>
      )}
      {written && !formOpen && <p className={style.vehicle}>{written}</p>}
      {!formOpen && <SeenLine crossing={crossing} onReturn={() => void bringBack(lane)} />}
      <CrossingContent crossing={crossing} lane={lane} />
    </section>
  )
}

async function plateWritten(plate: string | Promise<string>): Promise<CrossingEdit> {
  return { kind: 'vehicle', fields: { plate: await plate } }
}

function CrossingContent({ crossing, lane }: Pick<CrossingPanelProps, 'crossing' | 'lane'>): ReactNode {
  const { desk, deeds, onDesk } = lane
  const { form, drafts } = desk
  const leave = (): void => onDesk({ kind: 'left' })
  switch (form?.kind) {
    case 'vehicle':
      return (
        <VehicleForm
          crossing={crossing}
          onEdit={deeds.edit}
          onFault={() => deeds.remark('remark.happenedAt')}
          onLeave={leave}
        />
      )
    case 'people':
      return (
        <PeopleForm
          people={crossing.people}
          onPeople={(people) => deeds.edit({ kind: 'people', people })}
          onFault={() => deeds.remark('remark.peopleCount')}
          onVehicle={() => openForm(lane, { kind: 'vehicle' })}
          onAbandon={() => void abandon(lane)}
          onLeave={leave}
        />
      )
    case 'person':
      return (
        <PersonForm
          draft={drafts.person}
          thenPaper={form.thenPaper}
          onType={(fields) => onDesk({ kind: 'drafted', change: { of: 'person', fields } })}
          onAdd={(person) => void addPerson(lane, form, person)}
          onLeave={leave}
        />
      )
    case 'paper': {
      const { traveller: id } = form
      const traveller = crossing.travellers.find((each) => each.id === id)
      return (
        traveller && (
          <PaperForm
            key={id}
            traveller={traveller}
            draft={paperDraft(drafts, id)}
            onType={(fields) => onDesk({ kind: 'drafted', change: { of: 'paper', traveller: id, fields } })}
            onAdd={(result) => void addPaper(lane, form, result)}
            onLeave={leave}
          />
        )
      )
    }
    case 'reason':
    case undefined:
      return <TravellerList crossing={crossing} desk={desk} onEdit={deeds.edit} onDesk={onDesk} />
  }
}

/** The crossing being built: which way, which vehicle, how many people, and each of them. Forms open in the list's place. */
import type { ReactNode, RefObject } from 'react'
import type { ShownCrossing } from '../../../../shared/contract/crossing-schemas.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { Key } from '../../../ui/key.tsx'
import { abandon, admitCounted, bringBack, openForm, writePlate, type DeskNow } from '../desk-acts.ts'
import { paperDraft } from '../forms/drafts.ts'
import { addPaper, addPerson } from '../forms/entering.ts'
import { PaperForm } from '../forms/paper-form.tsx'
import { PeopleForm } from '../forms/people-form.tsx'
import { PersonForm } from '../forms/person-form.tsx'
import { PlateField } from '../forms/plate-field.tsx'
import { PlateBefore } from './plate-before.tsx'
import { SeenLine } from './seen-line.tsx'
import { TravellerList } from './traveller-list.tsx'
import { VehicleForm } from '../forms/vehicle-form.tsx'
import { sayVehicle } from './vehicle-words.ts'
import { WayAndPeople } from './way-and-people.tsx'
import style from './crossing-panel.module.css'

interface CrossingPanelProps {
  crossing: ShownCrossing
  lane: DeskNow
  /** The plate's field, for what is typed while no field has the focus. */
  plate: RefObject<HTMLInputElement | null>
}

export function CrossingPanel({ crossing, lane, plate }: CrossingPanelProps): ReactNode {
  const { locale, speak } = useLanguage()
  const { desk } = lane
  const { vehicle } = crossing
  const written = sayVehicle(locale, speak, crossing)
  const formOpen = desk.form !== null && desk.form.kind !== 'reason'
  return (
    <section className={style.panel} data-testid="crossing" aria-label={speak('crossing.title')}>
      {/* A paper has more fields than there is room beside them; its way out is a key, and they are there again. */}
      {desk.form?.kind !== 'paper' && <WayAndPeople crossing={crossing} lane={lane} />}
      <PlateField
        plate={vehicle?.plate ?? null}
        onFoot={vehicle === null}
        input={plate}
        onPlate={(text) => writePlate(lane, text)}
      />
      {!formOpen && <PlateBefore crossing={crossing} plate={desk.plateBefore} />}
      {crossing.happenedAt !== null && !formOpen && (
        <p className={style.later} data-testid="happened" data-decides>
          {speak('crossing.happened', { happenedAt: crossing.happenedAt })}
        </p>
      )}
      {written && !formOpen && <p className={style.vehicle}>{written}</p>}
      {!formOpen && <SeenLine crossing={crossing} onReturn={() => void bringBack(lane)} />}
      <CrossingContent crossing={crossing} lane={lane} />
      {!formOpen && (
        <div className={style.acts}>
          <Key
            deed="vehicle"
            label={speak('crossing.vehicle')}
            onPress={() => openForm(lane, { kind: 'vehicle' })}
            testId="vehicle"
          />
          <Key deed="abandon" label={speak('crossing.abandon')} onPress={() => void abandon(lane)} testId="abandon" />
        </div>
      )}
    </section>
  )
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
          form={form}
          people={crossing.people}
          onPeople={(people) => deeds.edit({ kind: 'people', people })}
          onFault={() => deeds.remark('remark.peopleCount')}
          onAdmit={() => admitCounted(lane)}
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
            onFigure={(result) => onDesk({ kind: 'drafted', change: { of: 'paper-result', traveller: id, result } })}
            onAdd={(result) => void addPaper(lane, form, result)}
            onLeave={leave}
          />
        )
      )
    }
    case 'reason':
    case 'above':
    case undefined:
      return <TravellerList crossing={crossing} desk={desk} onEdit={deeds.edit} onDesk={onDesk} />
  }
}

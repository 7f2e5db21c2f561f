/** Which time, whose and where: days as they are typed, a shift by its figure, an officer by number or name, a lane. */
import { useState, type FormEvent, type ReactNode } from 'react'
import type { KnownOfficer } from '../../../shared/domain/report/officer-named.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import type { ShiftSpan } from '../../../shared/domain/shift/shift-span.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { deeds, type Choice } from '../../keys/key-map.ts'
import { ChoiceKeys } from '../../ui/choice-keys.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { Key } from '../../ui/key.tsx'
import looks from '../../ui/looks.module.css'
import room from '../../ui/room.module.css'
import {
  readLane,
  readOfficer,
  readPeriod,
  type Only,
  type Period,
  type PeriodFault,
  type PeriodFields,
} from './report-period.ts'
import style from './reports.module.css'

interface PeriodFormProps {
  fields: PeriodFields
  onFields: (fields: PeriodFields) => void
  /** Newest first. */
  shifts: readonly ShiftSpan[]
  officers: readonly KnownOfficer[]
  /** Newest first. */
  lanes: readonly string[]
  onChoose: (period: Period, only: Only) => void
  onLeave: () => void
}

/** Shifts that are offered, each on a figure. */
const offered = deeds.filter((deed): deed is Choice => /^choice\.[1-6]$/.test(deed))

/** Shifts of lately: the year is this one's. */
const shortly = (instant: number): string => formatInstant(instant).replace(/\/\d+$/, '')

const longestDay = 365 * 86_400_000

export function PeriodForm(props: PeriodFormProps): ReactNode {
  const { fields, onFields, shifts, officers, lanes, onChoose, onLeave } = props
  const { speak } = useLanguage()
  const [fault, setFault] = useState<PeriodFault | null>(null)
  const change = (changed: Partial<PeriodFields>): void => {
    setFault(null)
    onFields({ ...fields, ...changed })
  }
  const handIn = (event: FormEvent): void => {
    event.preventDefault()
    const read = readPeriod(fields)
    if (read.ok) choose(read.period)
    else setFault(read.fault)
  }
  const choose = (period: Period): void => {
    const whose = readOfficer(fields.officer, officers)
    const where = readLane(fields.lane, lanes)
    if (!whose.ok) setFault(whose.fault)
    else if (!where.ok) setFault(where.fault)
    else onChoose(period, { officer: whose.officer, lane: where.lane })
  }
  return (
    <form className={style.form} onSubmit={handIn} data-testid="period-form">
      <h2 className={room.title}>{speak('reports.period')}</h2>
      <div className={style.row}>
        <FormField
          label={speak('records.from')}
          value={fields.from}
          onType={(from) => change({ from })}
          longest={10}
          autoFocus
        />
        <FormField label={speak('records.to')} value={fields.to} onType={(to) => change({ to })} longest={10} />
        <FormField
          label={speak('reports.officer')}
          value={fields.officer}
          onType={(typed) => change({ officer: typed })}
          longest={40}
          placeholder={speak('reports.anybody')}
        />
        {lanes.length > 1 && (
          <FormField
            label={speak('reports.lane', { lanes: lanes.map((lane) => shownText(lane)).join(', ') })}
            value={fields.lane}
            onType={(lane) => change({ lane })}
            longest={80}
            placeholder={speak('reports.anyLane')}
          />
        )}
      </div>
      {fault && <p className={looks.fault}>{speak(`reports.fault.${fault}`)}</p>}
      <ChoiceKeys
        label={speak('reports.shifts')}
        choices={shifts.slice(0, offered.length).map(({ seq, from, to }, index) => ({
          value: String(seq),
          word: `${from === null ? '…' : shortly(from)} – ${shortly(to)}`,
          deed: offered[index] ?? null,
        }))}
        chosen={null}
        onChoose={(chosen) => {
          const shift = shifts.find(({ seq }) => String(seq) === chosen)
          if (shift) choose({ kind: 'span', from: shift.from ?? shift.to - longestDay, to: shift.to })
        }}
      />
      {shifts.length === 0 && <p className={room.sentence}>{speak('reports.noShift')}</p>}
      <div className={room.keys}>
        <Key submit label={speak('reports.show')} marked testId="period-show" />
        <Key deed="leave" label={speak('key.leave')} onPress={onLeave} testId="period-leave" />
      </div>
    </form>
  )
}

/** Which way the crossing goes, whether it is on foot, and how many people there are: each a key. */
import type { ReactNode } from 'react'
import type { ShownCrossing } from '../../../../shared/contract/crossing-schemas.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { openForm, toggleOnFoot, turnWay, type DeskNow } from '../desk-acts.ts'
import { countForm } from '../forms/form.ts'
import style from './crossing-panel.module.css'

interface WayAndPeopleProps {
  crossing: ShownCrossing
  lane: DeskNow
}

export function WayAndPeople({ crossing, lane }: WayAndPeopleProps): ReactNode {
  const { speak } = useLanguage()
  const { direction, vehicle, people, travellers } = crossing
  const there = travellers.length
  return (
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
        onClick={() => openForm(lane, countForm)}
      >
        <b className={style.count}>{people === null ? there : `${there}/${people}`}</b>
        <span className={style.unit}>
          {speak('crossing.unit', { people: people ?? there })} <kbd className={style.key}>*</kbd>
        </span>
      </button>
    </div>
  )
}

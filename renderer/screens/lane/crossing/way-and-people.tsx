/** Which way the crossing goes, whether it is on foot, and how many people there are: each a key. */
import type { ReactNode } from 'react'
import type { ShownCrossing } from '../../../../shared/contract/crossing-schemas.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { openForm, toggleOnFoot, turnWay, type DeskNow } from '../desk-acts.ts'
import { countForm } from '../forms/form.ts'
import { meaningOf, printedKey, type Deed } from '../../../keys/key-map.ts'
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
        aria-keyshortcuts={meaningOf('turn').key}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => turnWay(lane)}
      >
        <span aria-hidden="true">{direction === 'in' ? '⬇' : '⬆'}</span> {speak(`header.way.${direction}`)}
        <Cap deed="turn" />
      </button>
      <button
        type="button"
        className={style.toggle}
        data-testid="on-foot"
        aria-pressed={vehicle === null}
        aria-keyshortcuts={meaningOf('on-foot').key}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => void toggleOnFoot(lane)}
      >
        {speak('crossing.onFoot')}
        <Cap deed="on-foot" />
      </button>
      <button
        type="button"
        className={style.people}
        data-testid="people-count"
        aria-keyshortcuts={meaningOf('people').key}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => openForm(lane, countForm)}
      >
        <b className={style.count}>{people === null ? there : `${there}/${people}`}</b>
        <span className={style.unit}>
          {speak('crossing.unit', { people: people ?? there })} <Cap deed="people" />
        </span>
      </button>
    </div>
  )
}

/** The key as it is printed, beside what it does. */
const Cap = ({ deed }: { deed: Deed }): ReactNode => <kbd className={style.key}>{printedKey(meaningOf(deed).key)}</kbd>

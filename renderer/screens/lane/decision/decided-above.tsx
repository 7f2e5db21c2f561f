/** On whose word somebody was let pass whom the officer could not let pass alone: who permitted it, what, and for how long. */
import type { ReactNode } from 'react'
import type { DecidedAbove, ShownCrossing } from '../../../../shared/contract/crossing-schemas.ts'
import { fullName } from '../../../frame/session/officer-name.tsx'
import { useLanguage } from '../../../i18n/language.tsx'
import type { DecidedCrossing } from '../desk-state.ts'
import style from './decided.module.css'

export function DecidedAboveLines({ above }: { above: DecidedAbove }): ReactNode {
  const { speak } = useLanguage()
  if (above.by === 'emergency') {
    return (
      <div data-testid="decided-above" data-by="emergency">
        <p className={style.above} data-decides>
          {speak('decided.emergency')}
        </p>
        <p className={style.aboveFor}>{speak('decided.emergencyHow')}</p>
      </div>
    )
  }
  // One who permitted two things is named once.
  const supervisors = new Map(above.given.map(({ by }) => [by.number, by]))
  return [...supervisors.values()].map((by) => (
    <div key={by.number} data-testid="decided-above" data-by={by.number}>
      <p className={style.above} data-decides>
        {speak('decided.permitted', { who: fullName(by) })}
      </p>
      {above.given
        .filter((given) => given.by.number === by.number)
        .map(({ what }) => (
          <p key={what} className={style.aboveFor}>
            {speak(`decided.for.${what}`)}
          </p>
        ))}
    </div>
  ))
}

/** Whether what is told of the last decision takes more room than there commonly is: two permissions, each with its supervisor. */
export function decidedWantsRoom(decided: DecidedCrossing | null, { empty }: Pick<ShownCrossing, 'empty'>): boolean {
  return empty && decided?.above?.by === 'permission' && decided.above.given.length > 1
}

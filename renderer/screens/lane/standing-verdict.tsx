/** The crossing as a whole: what all of its people come to together, where that is not what the panel says already. */
import type { ReactNode } from 'react'
import type { ShownCrossing } from '../../../shared/contract/crossing-schemas.ts'
import type { Outcome } from '../../../shared/domain/verdict.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import { outcomeWords, sayFinding } from '../../../shared/language/say.ts'
import type { Speak } from '../../i18n/catalogue.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { OutcomeShape } from '../../ui/outcome-shape.tsx'
import style from './verdict-panel.module.css'

/** Without a verdict to show: on the way back, with a person who was typed in, after an undo. It names nobody. */
export function StandingVerdict({ crossing, children }: { crossing: ShownCrossing; children: ReactNode }): ReactNode {
  const { locale, speak } = useLanguage()
  const { outcome, travellers } = crossing
  return (
    <div className={style.verdict} data-testid="standing" data-outcome={outcome}>
      <div className={style.headline}>
        <OutcomeShape outcome={outcome} className={style.shape} />
        <p className={style.word}>{outcomeWords[locale][outcome]}</p>
      </div>
      <p className={style.reason}>{sayWhole(locale, speak, crossing)}</p>
      <p className={style.facts}>{speak('standing.people', { people: travellers.length })}</p>
      {children}
    </div>
  )
}

/** Beside a verdict on one person: that all together come to something else. */
export function WholeLine({ crossing, outcome }: { crossing: ShownCrossing | null; outcome: Outcome }): ReactNode {
  const { locale, speak } = useLanguage()
  if (!crossing || crossing.travellers.length === 0 || crossing.outcome === outcome) return null
  return (
    <p className={style.placed} data-testid="whole">
      {speak('standing.whole', { outcome: outcomeWords[locale][crossing.outcome], why: sayWhy(speak, crossing) })}
    </p>
  )
}

function sayWhole(locale: Locale, speak: Speak, crossing: ShownCrossing): string {
  const { travellers, outcome, missing } = crossing
  const telling = travellers.find((traveller) => traveller.outcome === outcome)
  if (telling) return sayFinding(locale, telling.reason)
  return missing > 0 ? speak('traveller.missing', { missing }) : ''
}

/** How many people it is about. */
function sayWhy(speak: Speak, { travellers, outcome, missing }: ShownCrossing): string {
  const people = travellers.filter((traveller) => traveller.outcome === outcome).length
  return people > 0 ? speak('crossing.people', { people }) : speak('traveller.missing', { missing })
}

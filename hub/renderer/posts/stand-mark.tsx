/** How a post stands: a shape and a word, which say the same without their colour. */
import type { ReactNode } from 'react'
import { OutcomeShape } from '../../../renderer/ui/outcome-shape.tsx'
import type { Outcome } from '../../../shared/domain/finding/verdict.ts'
import { useLanguage } from '../language.tsx'
import { urgencyOf, type Stand, type Urgency } from './post-stand.ts'
import style from './posts.module.css'

/** The shapes that a kiosk has for its verdicts; what stands apart has none. */
const shapes: Record<Exclude<Urgency, 'apart'>, Outcome> = { act: 'rejected', watch: 'check', fine: 'accepted' }

export function StandMark({ stand }: { stand: Stand }): ReactNode {
  const { speak } = useLanguage()
  const urgency = urgencyOf(stand)
  return (
    <span className={style.stand} data-stand={stand} data-urgency={urgency}>
      {urgency === 'apart' ? (
        <span className={style.shape} aria-hidden="true" />
      ) : (
        <OutcomeShape outcome={shapes[urgency]} className={style.shape} />
      )}
      {speak(`stand.${stand}`)}
    </span>
  )
}

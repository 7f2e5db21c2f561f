/** The page on which the first root of a checkpoint is compared: nothing else is done meanwhile, and its keys are its own. */
import type { ReactNode } from 'react'
import { useHold } from '../../../frame/use-frame.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import looks from '../../../ui/looks.module.css'
import { ComparedRoot } from './compared-root.tsx'
import { RefusedNotice } from '../outcome.tsx'
import type { FirstRoot } from './use-first-root.ts'
import style from '../set-up.module.css'

export function FirstCompared({
  first: { previewed, heard, unheard, busy, refused, hear, other, agree },
}: {
  first: FirstRoot
}): ReactNode {
  const { speak } = useLanguage()
  useHold(previewed !== null)
  if (!previewed) return null
  return (
    <section className={style.wizard} aria-label={speak('setUp.first.title')}>
      <RefusedNotice refused={refused} />
      {unheard && (
        <p className={looks.fault} role="alert" data-decides data-testid="read-fault">
          {speak(`setUp.fault.${unheard}`)}
        </p>
      )}
      {busy && (
        <p className={style.sentence} role="status">
          {speak('setUp.working')}
        </p>
      )}
      <ComparedRoot previewed={previewed} heard={heard} onHear={hear} onOther={other} onCompare={agree} />
    </section>
  )
}

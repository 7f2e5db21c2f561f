/** Where the scan went in the crossing, where that is not plain, and what to do if it should be elsewhere. */
import type { ReactNode } from 'react'
import type { Placed } from '../../../../shared/contract/schemas.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import style from './strip.module.css'

export function PlacedLine({ placed }: { placed: Placed }): ReactNode {
  const { speak } = useLanguage()
  if (placed?.how !== 'apart') return null
  return (
    <p className={style.facts} data-testid="placed" data-how={placed.how}>
      {speak('placed.apart')}
    </p>
  )
}

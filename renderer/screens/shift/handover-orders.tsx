/** The orders that changed in a shift, and which officers have said that they know them. */
import type { ReactNode } from 'react'
import type { ChangedOrders } from '../../../shared/domain/shift/handover-record.ts'
import { sayOrderChange } from '../../../shared/language/order-words.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import { fullName } from '../../frame/session/officer-name.tsx'
import { useLanguage } from '../../i18n/language.tsx'
import style from './handover-page.module.css'

export function HandoverOrders({ orders }: { orders: readonly ChangedOrders[] }): ReactNode {
  const { locale, speak } = useLanguage()
  return (
    <section data-testid="record-orders">
      <h3 className={style.subtitle}>{speak('shift.ordersChanged')}</h3>
      {orders.length === 0 && <p className={style.check}>{speak('shift.noOrders')}</p>}
      {orders.map(({ seq, at, changes, acknowledged }) => (
        <p key={seq} className={style.check}>
          <b>{formatInstant(at)}</b> · {changes.map((change) => sayOrderChange(locale, change)).join('; ')} (
          {acknowledged.length === 0
            ? speak('shift.knownByNobody')
            : speak('shift.knownBy', { who: acknowledged.map(({ who }) => fullName(who)).join(', ') })}
          )
        </p>
      ))}
    </section>
  )
}

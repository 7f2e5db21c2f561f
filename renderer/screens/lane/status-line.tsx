/** The top line: where this is, whether it is practice, how fresh the keys are, the time. */
import type { ReactNode } from 'react'
import type { Kiosk } from '../../../shared/contract/schemas.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import type { Speak } from '../../i18n/catalogue.ts'
import { useLanguage } from '../../i18n/language.tsx'
import style from './status-line.module.css'

const day = 86_400_000

export function StatusLine({ kiosk, now }: { kiosk: Kiosk | null; now: number }): ReactNode {
  const { speak } = useLanguage()
  return (
    <header className={style.line}>
      <h1 className={style.place} title={kiosk?.checkpoint.name}>
        {kiosk ? kiosk.checkpoint.name : 'Chốt'}
      </h1>
      {kiosk && <span className={style.lane}>{speak('header.lane', { lane: kiosk.checkpoint.lane })}</span>}
      {kiosk?.demo && <strong className={style.demo}>{speak('header.demo')}</strong>}
      <span className={style.rest} />
      {kiosk && <span>{sayKeys(speak, kiosk.trust, now)}</span>}
      <time className={style.clock}>{formatInstant(now)}</time>
    </header>
  )
}

/** `12 khóa · cập nhật 2 ngày trước`. */
function sayKeys(speak: Speak, { keys, updatedAt }: Kiosk['trust'], now: number): string {
  const count = speak('header.keys', { keys })
  if (updatedAt === null) return `${count} · ${speak('header.keysNever')}`
  const days = Math.floor((now - updatedAt) / day)
  return `${count} · ${days < 1 ? speak('header.keysToday') : speak('header.keysDays', { days })}`
}

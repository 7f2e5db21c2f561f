/** A badge as it is printed, cut out and laminated: a code, whose it is and where. It is not the PIN, and says so. */
import type { ReactNode } from 'react'
import type { QrMatrix } from '../../../shared/barcode/dark-path.ts'
import type { Kiosk } from '../../../shared/contract/schemas.ts'
import type { Who } from '../../../shared/ledger/officers.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import style from './badge-card.module.css'

interface BadgeCardProps {
  who: Who
  /** The badge's text, drawn; null while it is not. */
  code: QrMatrix | null
  kiosk: Pick<Kiosk, 'checkpoint' | 'mode'>
}

export function BadgeCard({ who, code, kiosk: { checkpoint, mode } }: BadgeCardProps): ReactNode {
  const { speak } = useLanguage()
  return (
    <article className={style.card} data-testid="badge-card" data-number={who.number}>
      {code ? (
        <QrCode matrix={code} label={speak('badge.label')} className={style.code} testId="badge-code" />
      ) : (
        <p className={style.code}>{speak('badge.drawing')}</p>
      )}
      <div className={style.said}>
        {mode === 'practice' && <p className={style.practice}>{speak('header.practice')}</p>}
        <h2 className={style.title}>{speak('badge.title')}</h2>
        <p className={style.rank}>{shownText(who.rank)}</p>
        <p className={style.name}>{shownText(who.name)}</p>
        <p className={style.number}>{speak('signIn.numbered', { number: who.number })}</p>
        <p>{shownText(checkpoint.name)}</p>
        <p className={style.warning}>{speak('badge.notPin')}</p>
      </div>
    </article>
  )
}

/** What is shown once and never again: a badge to be printed, or that the kiosk has its first officer. */
import type { ReactNode } from 'react'
import { fullName } from '../../frame/session/officer-name.tsx'
import { useFrame } from '../../frame/use-frame.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { Key } from '../../ui/key.tsx'
import { useDrawnCode } from '../../ui/use-drawn-code.ts'
import looks from '../../ui/looks.module.css'
import room from '../../ui/room.module.css'
import { BadgeCard } from './badge-card.tsx'
import type { Given } from './officers-state.ts'
import style from './officers.module.css'

interface GivenOnceProps {
  given: Given
  onPrint: () => void
  onPutAway: () => void
}

export function GivenOnce({ given, onPrint, onPutAway }: GivenOnceProps): ReactNode {
  const { speak } = useLanguage()
  const { kiosk } = useFrame().kiosk
  const { who, badge, first, printed, asked } = given
  const code = useDrawnCode(badge)
  const awayWord = badge === null ? 'claimed.on' : asked ? 'badge.awayAgain' : 'badge.away'
  return (
    <>
      <div className={room.keys}>
        {badge !== null && code !== null && (
          <Key
            deed="officers.print"
            label={speak('officers.print')}
            onPress={onPrint}
            marked={!printed}
            testId="badge-print"
          />
        )}
        <Key
          deed="leave"
          label={speak(awayWord)}
          onPress={onPutAway}
          marked={printed || badge === null || asked}
          testId="badge-away"
        />
      </div>
      <div className={looks.scroll} tabIndex={0} role="region" aria-label={speak('badge.title')}>
        <div className={style.given}>
          {badge !== null && (
            <p className={style.once} role="status" data-testid="badge-said">
              {asked && !printed
                ? speak(first ? 'badge.lostFirst' : 'badge.lost')
                : speak(printed ? 'badge.printed' : 'badge.once', { who: fullName(who) })}
            </p>
          )}
          {first && <p className={style.once}>{speak('claimed.now')}</p>}
          {badge !== null && kiosk && <BadgeCard who={who} code={code} kiosk={kiosk} />}
        </div>
      </div>
    </>
  )
}

/** The top line: where this is, whether it is practice, what the lane rests on; each part leads to the room that mends it. */
import type { ReactNode } from 'react'
import { shownText } from '../../shared/language/shown-text.ts'
import { formatInstant } from '../../shared/language/time.ts'
import { useLanguage } from '../i18n/language.tsx'
import { Key } from '../ui/key.tsx'
import { may } from './session/caller.ts'
import { canConfirm } from './kiosk-state.ts'
import { shortName } from './session/officer-name.tsx'
import { sayTrust, worstFreshness } from './standing-words.ts'
import { useFrame } from './use-frame.ts'
import { useWaiting } from './use-waiting.ts'
import style from './status-line.module.css'

interface StatusLineProps {
  /** Epoch milliseconds. */
  now: number
  onMenu: () => void
}

export function StatusLine({ now, onMenu }: StatusLineProps): ReactNode {
  const { speak } = useLanguage()
  const { kiosk: state, place, go, confirmClock } = useFrame()
  const { kiosk, crossing } = state
  const name = kiosk ? shownText(kiosk.checkpoint.name) : 'Chốt'
  const freshness = kiosk && worstFreshness(kiosk.standing.trust)
  const doubt = kiosk?.standing.clock.doubt ?? null
  const waits = useWaiting(now)
  return (
    <header className={style.line} data-practice={kiosk?.mode === 'practice'}>
      <h1 className={style.place} title={name}>
        {name}
      </h1>
      {kiosk && <span className={style.lane}>{speak('header.lane', { lane: kiosk.checkpoint.lane })}</span>}
      {crossing && (
        <Chip testId="way" onPress={() => go('lane')}>
          <span aria-hidden="true">{crossing.direction === 'in' ? '⬇' : '⬆'}</span>{' '}
          {speak(`header.way.${crossing.direction}`)}
        </Chip>
      )}
      {kiosk?.mode === 'practice' && (
        <Chip testId="practice" onPress={() => go('set-up', 'real-checkpoint')} className={style.practice}>
          {speak('header.practice')}
        </Chip>
      )}
      <span className={style.rest} />
      {kiosk && kiosk.day.openReferrals > 0 && (
        <Chip testId="referrals" onPress={() => go('records', 'referrals')}>
          {speak('header.referrals', { people: kiosk.day.openReferrals })}
        </Chip>
      )}
      {kiosk && (
        <Chip
          testId="trust"
          // A supervisor keeps trust, and has no business in the rest of Set-up.
          onPress={() => (may(kiosk.session, 'setUp.read') ? go('set-up', 'trust') : go('sync'))}
          problem={freshness !== null && freshness !== 'fresh'}
          freshness={freshness}
        >
          {sayTrust(speak, kiosk.standing.trust)}
        </Chip>
      )}
      {waits && (
        <Chip testId="waiting" onPress={() => go('sync')} problem={waits.problem}>
          {speak('header.waiting', { waiting: waits.waiting })}
        </Chip>
      )}
      <OfficerChip />
      <Chip
        testId="clock"
        onPress={doubt === null ? null : canConfirm(kiosk?.standing) ? confirmClock : () => go('set-up', 'doctor')}
        problem={doubt !== null}
        doubt={doubt}
      >
        <time className={style.clock}>{formatInstant(now)}</time>
      </Chip>
      <Key deed="menu" label={speak('key.menu')} onPress={onMenu} pressed={place.menu} testId="menu" />
    </header>
  )
}

/** Who is on duty; pressed, the strip opens in which they come, go and take over. */
function OfficerChip(): ReactNode {
  const { speak } = useLanguage()
  const { kiosk, signIn } = useFrame()
  const session = kiosk.kiosk?.session
  if (!session?.claimed) return null
  const { who, asleep } = session
  return (
    <Chip testId="officer" onPress={signIn.toggle} problem={!who || asleep}>
      {!who ? speak('signIn.nobody') : asleep ? speak('signIn.asleep', { who: shortName(who) }) : shortName(who)}
    </Chip>
  )
}

interface ChipProps {
  children: ReactNode
  testId: string
  /** Leads to what mends it; null: there is nothing to mend. */
  onPress: (() => void) | null
  /** It has the look of what is wrong with the kiosk. */
  problem?: boolean
  freshness?: string | null
  doubt?: string | null
  className?: string | undefined
}

function Chip({ children, testId, onPress, problem = false, freshness, doubt, className }: ChipProps): ReactNode {
  return (
    <button
      type="button"
      className={className ? `${style.chip} ${className}` : style.chip}
      data-testid={testId}
      data-problem={problem}
      data-freshness={freshness ?? undefined}
      data-doubt={doubt ?? undefined}
      disabled={onPress === null}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress ?? undefined}
    >
      {children}
    </button>
  )
}

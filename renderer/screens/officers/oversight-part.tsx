/** What waits for a supervisor's eyes: people let pass in an emergency, and what was decided while nobody was signed in. */
import type { ReactNode } from 'react'
import { formatInstant } from '../../../shared/language/time.ts'
import { useFrame } from '../../frame/use-frame.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { Key } from '../../ui/key.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import room from '../../ui/room.module.css'
import { useOversight } from './use-oversight.ts'
import style from './officers.module.css'

export function OversightPart(): ReactNode {
  const { speak } = useLanguage()
  const { go } = useFrame()
  const { oversight, failed, see } = useOversight()
  if (!oversight || oversight.emergencies.length + oversight.unsigned.length === 0) return null
  const { emergencies, unsigned, more } = oversight
  const [first] = emergencies
  return (
    <section className={style.oversight} data-testid="oversight">
      {failed && <NoticeBar testId="oversight-failed">{speak('oversight.failed')}</NoticeBar>}
      {first && (
        <>
          <div className={room.keys}>
            <h2 className={room.title}>{speak('oversight.emergencies', { count: emergencies.length })}</h2>
            <span className={room.rest} />
            <Key
              deed="officers.seen"
              label={speak('oversight.seen', { seq: first.crossing })}
              onPress={() => see(first.crossing)}
              testId="oversight-seen"
            />
          </div>
          {emergencies.map(({ crossing, at, by }) => (
            <button key={crossing} type="button" className={style.waiting} onClick={() => go('records', crossing)}>
              {formatInstant(at)} · {speak('oversight.crossing', { seq: crossing })} ·{' '}
              {by === null ? speak('signIn.nobody') : speak('signIn.numbered', { number: by })}
            </button>
          ))}
        </>
      )}
      {unsigned.length > 0 && (
        <>
          <h2 className={room.title}>
            {speak('oversight.unsigned', { count: unsigned.length, more: more ? '+' : '' })}
          </h2>
          <div className={style.waitingRow}>
            {unsigned.slice(0, 12).map(({ crossing, at }) => (
              <button key={crossing} type="button" className={style.waiting} onClick={() => go('records', crossing)}>
                {formatInstant(at)} · {speak('oversight.crossing', { seq: crossing })}
              </button>
            ))}
          </div>
        </>
      )}
    </section>
  )
}

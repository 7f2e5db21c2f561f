/** The lane in one line, above every other room: its camera, its crossing, what it comes to, and the way back. */
import type { ReactNode } from 'react'
import { sayWholeCounts, sayWholeWord } from '../../shared/language/whole-words.ts'
import { onWhat, sayPlates } from '../../shared/language/plate-words.ts'
import { useLanguage } from '../i18n/language.tsx'
import { Key } from '../ui/key.tsx'
import { OutcomeShape } from '../ui/outcome-shape.tsx'
import { CameraPicture } from './camera-picture.tsx'
import { useFrame } from './use-frame.ts'
import style from './frame.module.css'

export function LaneStrip(): ReactNode {
  const { locale, speak } = useLanguage()
  const { kiosk, go, trying } = useFrame()
  const { crossing } = kiosk
  const people = crossing?.travellers.length ?? 0
  const begun = crossing !== null && !crossing.empty
  return (
    <section className={style.strip} data-testid="lane-strip" aria-label={speak('room.lane')}>
      <CameraPicture className={style.picture} />
      {begun ? (
        <>
          <b className={style.plate}>{sayPlates(locale, onWhat(crossing.vehicle))}</b>
          <span>
            {speak('crossing.counted', { counted: crossing.people === null ? people : `${people}/${crossing.people}` })}
          </span>
          {people > 0 && (
            <b className={style.outcome} data-outcome={crossing.whole.worst}>
              <OutcomeShape outcome={crossing.whole.worst} className={style.shape} />
              {[sayWholeWord(locale, crossing.whole), sayWholeCounts(locale, crossing.whole)]
                .filter(Boolean)
                .join(' · ')}
            </b>
          )}
        </>
      ) : (
        <span>{speak('strip.empty')}</span>
      )}
      <span className={style.rest}>{speak(trying ? 'strip.trying' : 'strip.scan')}</span>
      <Key deed="to-lane" label={speak('room.lane')} onPress={() => go('lane')} testId="to-lane" />
    </section>
  )
}

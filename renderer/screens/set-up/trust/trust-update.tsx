/** An update as it goes and as it ended. Scanning goes on meanwhile, and the screen says so. */
import type { ReactNode } from 'react'
import { shownText } from '../../../../shared/language/shown-text.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { Key } from '../../../ui/key.tsx'
import { Done, RefusedNotice } from '../outcome.tsx'
import { isGood, percentOf, type Reading, type UpdateState } from './update-state.ts'
import style from '../set-up.module.css'

type Running = Extract<UpdateState, { step: 'running' }>
type Ended = Extract<UpdateState, { step: 'ended' }>

export function RunningUpdate({ update, onStop }: { update: Running; onStop: () => void }): ReactNode {
  const { speak } = useLanguage()
  const { from, reading, stopping } = update
  return (
    <div className={style.form} data-testid="update-running">
      <p className={style.sentence} role="status">
        <b>{speak(stopping ? 'setUp.update.stopping' : 'setUp.update.running', { from: shownText(from) })}</b>
      </p>
      {reading && <Progress reading={reading} />}
      <p className={style.sentence}>{speak('setUp.update.scanOn')}</p>
      {!stopping && (
        <div className={style.keys}>
          <Key deed="set-up.stop" label={speak('setUp.update.stop')} onPress={onStop} testId="update-stop" />
        </div>
      )}
    </div>
  )
}

function Progress({ reading }: { reading: Reading }): ReactNode {
  const { speak } = useLanguage()
  const { path: file, whole } = reading
  const percent = percentOf(reading)
  const kilobytes = Math.ceil((whole ?? reading).bytes / 1_000)
  const said = (): string => {
    if (percent === null) return speak('setUp.update.read', { file, kilobytes })
    if (!whole) return speak('setUp.update.readOf', { file, kilobytes, percent })
    return speak('setUp.update.readPart', { file, kilobytes, percent, number: whole.file, files: whole.files })
  }
  return (
    <div className={style.progress}>
      <span>{said()}</span>
      {percent !== null && <progress aria-label={speak('setUp.update.progress')} value={percent} max={100} />}
    </div>
  )
}

export function EndedUpdate({ update }: { update: Ended }): ReactNode {
  const { locale } = useLanguage()
  const { answer } = update
  if (!answer || !isGood(answer)) return <RefusedNotice refused={{ said: answer?.said ?? null }} />
  return <Done testId="update-done">{answer.said[locale]}</Done>
}

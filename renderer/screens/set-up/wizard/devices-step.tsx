/** The fourth step: camera and scanner tried with any code. Whatever is scanned meanwhile is about them, and about nobody. */
import { useEffectEvent, useLayoutEffect, type ReactNode } from 'react'
import { useFrame } from '../../../frame/use-frame.ts'
import type { HeardScan } from '../../../frame/scans/use-scans.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { Key } from '../../../ui/key.tsx'
import looks from '../../../ui/looks.module.css'
import { CheckLine } from '../doctor/check-line.tsx'
import { cameraCheck } from '../doctor/page-checks.ts'
import type { WizardActs } from './use-wizard.ts'
import style from '../set-up.module.css'

export function DevicesStep({ acts: { state, dispatch } }: { acts: WizardActs }): ReactNode {
  const { speak } = useLanguage()
  const { camera, hear } = useFrame()
  const { tried } = state
  const take = useEffectEvent((scan: HeardScan) => dispatch({ kind: 'tried', scan }))
  useLayoutEffect(() => hear((scan) => take(scan), true), [hear])
  const both = Boolean(tried.camera?.what && tried.scanner?.what)
  return (
    <div className={style.form}>
      <p className={style.sentence}>{speak('setUp.devices.how')}</p>
      <ul className={looks.list} aria-live="polite">
        <TriedLine what="camera" scan={tried.camera}>
          {cameraSays()}
        </TriedLine>
        <TriedLine what="scanner" scan={tried.scanner}>
          {speak(tried.scanner?.fault ? `scanner.${tried.scanner.fault}` : 'setUp.devices.scan')}
        </TriedLine>
      </ul>
      <div className={style.keys}>
        {camera.turn && <Key deed="set-up.camera" label={speak('key.camera')} onPress={camera.turn} />}
        {both ? (
          <Key
            deed="step.next"
            label={speak('setUp.next')}
            onPress={() => dispatch({ kind: 'next' })}
            marked
            testId="step-next"
          />
        ) : (
          <Key
            deed="choice.0"
            label={speak('setUp.devices.skip')}
            onPress={() => dispatch({ kind: 'next' })}
            testId="devices-skip"
          />
        )}
      </div>
    </div>
  )

  /** What to do about the camera until it has read something. */
  function cameraSays(): string {
    const { state: seen, message } = cameraCheck(camera.view, {})
    if (seen !== 'good') return speak(message)
    const { advice } = camera.view
    return speak(advice === 'aim' || advice === 'read' ? 'setUp.devices.show' : `setUp.devices.${advice}`)
  }
}

interface TriedLineProps {
  what: 'camera' | 'scanner'
  scan: HeardScan | undefined
  /** What is to be done while nothing has been read. */
  children: ReactNode
}

function TriedLine({ what, scan, children }: TriedLineProps): ReactNode {
  const { speak } = useLanguage()
  const seen = scan?.what
  return (
    <CheckLine what={what} state={seen ? 'good' : 'look'} {...(seen ? {} : { word: speak('setUp.check.untried') })}>
      {seen ? speak('setUp.devices.read', { what: speak(`setUp.scan.${seen}`) }) : children}
    </CheckLine>
  )
}

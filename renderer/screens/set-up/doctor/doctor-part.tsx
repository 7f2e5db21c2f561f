/** Everything that a checkpoint stands on, each with its state and what to do; the camera's and the scanner's settings below. */
import { useState, type ReactNode } from 'react'
import { useFrame } from '../../../frame/use-frame.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { CommitField } from '../../../ui/commit-field.tsx'
import { Key } from '../../../ui/key.tsx'
import { NoticeBar } from '../../../ui/notice-bar.tsx'
import looks from '../../../ui/looks.module.css'
import { CheckLine } from './check-line.tsx'
import { cameraCheck, scannerCheck } from './page-checks.ts'
import { useDoctor } from './use-doctor.ts'
import style from '../set-up.module.css'

/** The contract's own bound. */
const longestPrefix = 16

export function DoctorPart(): ReactNode {
  const { locale, speak } = useLanguage()
  const { camera, readings } = useFrame()
  const { checks, looking, failed, look } = useDoctor()
  const ofPage = [cameraCheck(camera.view, readings), scannerCheck(readings)]
  // The page sees more of the camera than the program does.
  const ofProgram = (checks ?? []).filter(({ what }) => what !== 'camera')
  return (
    <div className={style.doctor} data-testid="doctor-part" aria-busy={looking}>
      {failed && <NoticeBar>{speak('setUp.unanswered')}</NoticeBar>}
      <ul className={looks.scroll} tabIndex={0} aria-label={speak('setUp.part.doctor')}>
        {ofProgram.map(({ what, state, said }, index) => (
          <CheckLine key={index} what={what} state={state}>
            {said[locale]}
          </CheckLine>
        ))}
        {ofPage.map(({ what, state, message, values }) => (
          <CheckLine key={what} what={what} state={state}>
            {speak(message, values)}
          </CheckLine>
        ))}
      </ul>
      <div className={style.settings}>
        <Key
          deed="set-up.again"
          label={speak(looking ? 'setUp.doctor.looking' : 'setUp.doctor.again')}
          onPress={look}
          testId="doctor-again"
        />
        {camera.turn && <Key deed="set-up.camera" label={speak('key.camera')} onPress={camera.turn} />}
        <ScannerPrefix />
      </div>
    </div>
  )
}

/** What the scanner is set to put before each scan. */
function ScannerPrefix(): ReactNode {
  const { speak } = useLanguage()
  const { kiosk, choose } = useFrame()
  const [saved, setSaved] = useState(false)
  return (
    <>
      <CommitField
        label={speak('setUp.scanner.prefix')}
        value={kiosk.settings.scannerPrefix}
        longest={longestPrefix}
        placeholder={speak('setUp.scanner.prefixHow')}
        onCommit={(scannerPrefix) => {
          choose({ scannerPrefix })
          setSaved(true)
          return Promise.resolve()
        }}
        testId="scanner-prefix"
      />
      {saved && !kiosk.settingsFailed && (
        <p className={style.faint} role="status">
          {speak('setUp.scanner.saved')}
        </p>
      )}
    </>
  )
}

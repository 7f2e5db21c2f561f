/**
 * Set-up: what IT staff look at and change in ten minutes at the post. Five parts, each on its key; and in a practice
 * kiosk the way to a real checkpoint. A part that is not shown keeps what was typed in it, but for passphrases.
 */
import { Activity, useState, type ReactNode } from 'react'
import { useFrame } from '../../frame/use-frame.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { Key } from '../../ui/key.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import room from '../../ui/room.module.css'
import { CheckpointPart } from './checkpoint/checkpoint-part.tsx'
import { DoctorPart } from './doctor/doctor-part.tsx'
import { PosterPart } from './codes/poster-part.tsx'
import { RoomCodes } from './codes/room-codes.tsx'
import { SecretPart } from './secret/secret-part.tsx'
import { FirstCompared } from './trust/first-compared.tsx'
import { TrustPart } from './trust/trust-part.tsx'
import { useFirstRoot } from './trust/use-first-root.ts'
import { useSetUp } from './use-set-up.ts'
import { useTrust } from './trust/use-trust.ts'
import { Wizard } from './wizard/wizard.tsx'
import style from './set-up.module.css'

const parts = ['checkpoint', 'trust', 'secret', 'doctor', 'poster'] as const
type Part = (typeof parts)[number]

export function SetUpScreen(): ReactNode {
  const { locale, speak } = useLanguage()
  const { place, kiosk } = useFrame()
  const { state, failed, take, readAgain } = useSetUp()
  const [part, setPart] = useState<Part>('checkpoint')
  const [wizard, setWizard] = useState(false)
  const [made, setMade] = useState(false)
  const [visit, setVisit] = useState(0)
  const trust = useTrust()
  const first = useFirstRoot((source) => {
    setPart('trust')
    trust.begin(source)
  })
  const practice = kiosk.kiosk?.mode === 'practice'

  // Entered to show a part; entered otherwise, all is as it was left.
  const entered = place.room === 'set-up' ? place.shown : null
  if (entered !== null && visit !== place.visit) {
    setVisit(place.visit)
    setWizard(entered === 'real-checkpoint')
    if (entered === 'trust' || entered === 'doctor') setPart(entered)
    if (entered === 'real-checkpoint') setPart('checkpoint')
  }

  const makes = practice && state !== null && state.place !== null
  // What was made a moment ago is still told of.
  const inWizard = wizard && (makes || made)
  const comparing = !inWizard && first.previewed !== null
  return (
    <main className={room.room} data-testid="set-up-screen">
      <Activity mode={inWizard ? 'visible' : 'hidden'}>
        {practice && state && (
          <Wizard
            state={state}
            onMade={() => setMade(true)}
            onLeave={() => {
              setWizard(false)
              readAgain()
            }}
          />
        )}
      </Activity>
      {comparing && <FirstCompared first={first} />}
      <Activity mode={inWizard || comparing ? 'hidden' : 'visible'}>
        <RoomCodes onDoctor={() => setPart('doctor')} />
        <div className={room.keys}>
          {parts.map((each) => (
            <Key
              key={each}
              deed={`set-up.${each}`}
              label={speak(`setUp.part.${each}`)}
              onPress={() => setPart(each)}
              pressed={part === each}
              testId={`part-${each}`}
            />
          ))}
          <span className={room.rest} />
          {makes && (
            <Key
              deed="set-up.begin"
              label={speak('setUp.begin')}
              onPress={() => setWizard(true)}
              marked
              testId="set-up-begin"
            />
          )}
        </div>
        {failed && <NoticeBar>{speak('setUp.unanswered')}</NoticeBar>}
        {practice && state?.said && (
          <p className={style.practice} data-testid="set-up-said">
            {state.said[locale]}
          </p>
        )}
        {state &&
          parts.map((each) => (
            <Activity key={each} mode={part === each ? 'visible' : 'hidden'}>
              {each === 'checkpoint' && <CheckpointPart state={state} onState={take} />}
              {each === 'trust' && <TrustPart known={trust} first={first} />}
              {each === 'secret' && <SecretPart state={state} onState={take} onChanged={readAgain} />}
              {each === 'doctor' && <DoctorPart />}
              {each === 'poster' && <PosterPart name={state.checkpoint.name} />}
            </Activity>
          ))}
      </Activity>
    </main>
  )
}

/** The officers of this kiosk: who they are, how they sign in, and what a supervisor may do about it. */
import type { ReactNode } from 'react'
import { mostTries } from '../../../shared/domain/officer/pin.ts'
import { useMay } from '../../frame/session/caller.ts'
import { useFrame, useHold } from '../../frame/use-frame.ts'
import { useKey } from '../../keys/keyboard.tsx'
import { useLanguage } from '../../i18n/language.tsx'
import { Key } from '../../ui/key.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import room from '../../ui/room.module.css'
import { GivenOnce } from './given-once.tsx'
import { OfficerForm } from './officer-form.tsx'
import { OfficerList } from './officer-list.tsx'
import { OversightPart } from './oversight-part.tsx'
import { chosenOf, hasOneSupervisor, type OfficersState } from './officers-state.ts'
import { sayDone, sayRefused } from './said-officers.ts'
import { useOfficers, type Officers } from './use-officers.ts'

export function OfficersScreen(): ReactNode {
  const { kiosk, signIn } = useFrame()
  const officers = useOfficers()
  const { state, dispatch } = officers
  const { task, given, busy } = state
  useHold(given !== null || busy)
  const first = kiosk.kiosk?.session.claimed === false
  const putAway = (): void => {
    dispatch({ kind: 'put-away' })
    const goes = given?.badge === null || given?.printed === true || given?.asked === true
    // The next thing that anybody can do here: say who they are.
    if (goes && given?.first && signIn.state.step === 'closed') signIn.toggle()
  }
  return (
    <main className={room.room} data-testid="officers-screen">
      {given ? (
        <GivenOnce
          given={given}
          onPrint={() => {
            window.print()
            dispatch({ kind: 'printed' })
          }}
          onPutAway={putAway}
        />
      ) : task ? (
        <OfficerForm key={task.kind} task={task} first={first} officers={officers} />
      ) : (
        <Listed officers={officers} />
      )}
    </main>
  )
}

function Listed({ officers }: { officers: Officers }): ReactNode {
  const { speak } = useLanguage()
  const { state, dispatch } = officers
  const { list, chosen, refused, done } = state
  const mayAppoint = useMay('officers.appoint')
  const urgent = list.length === 0 || (mayAppoint && hasOneSupervisor(state))
  useKey('officers.up', () => dispatch({ kind: 'moved', step: -1 }))
  useKey('officers.down', () => dispatch({ kind: 'moved', step: 1 }))
  return (
    <>
      <OfficersKeys officers={officers} />
      {refused && <NoticeBar testId="officers-refused">{sayRefused(speak, refused)}</NoticeBar>}
      <p className={done || urgent ? room.warning : room.sentence} role="status" data-testid="officers-said">
        {done ? `✓ ${sayDone(speak, done)}` : <Said state={state} />}
      </p>
      {list === 'failed' && <NoticeBar>{speak('officers.failed')}</NoticeBar>}
      {typeof list !== 'string' && list.length > 0 && (
        <OfficerList lines={list} chosen={chosen} onChoose={(number) => dispatch({ kind: 'chosen', number })} />
      )}
      <OversightPart />
    </>
  )
}

/** What is to be known of whoever is chosen, or else of the room. */
function Said({ state }: { state: OfficersState }): ReactNode {
  const { speak } = useLanguage()
  const mayAppoint = useMay('officers.appoint')
  const { list } = state
  if (typeof list === 'string') return list === 'asked' ? speak('officers.asking') : null
  if (list.length === 0) return speak('officers.empty')
  if (!mayAppoint) return speak('officers.look')
  const chosen = chosenOf(state)
  if (chosen?.removed) return speak('officers.isRemoved')
  if (chosen?.tries.left === 0) return speak('officers.isLocked', { tried: mostTries })
  if (hasOneSupervisor(state)) return speak('officers.oneSupervisor')
  return speak('officers.how')
}

/** What may be done about whoever is chosen. */
function OfficersKeys({ officers: { state, dispatch, unlock, remove } }: { officers: Officers }): ReactNode {
  const { speak } = useLanguage()
  const may = {
    appoint: useMay('officers.appoint'),
    change: useMay('officers.change'),
    renew: useMay('officers.renew'),
    unlock: useMay('officers.unlock'),
    remove: useMay('officers.remove'),
  }
  const chosen = chosenOf(state)
  const present = chosen !== null && !chosen.removed
  const asked = present && state.removing === chosen.number
  useKey('leave', asked ? () => dispatch({ kind: 'left' }) : null)
  const begin = (task: 'appoint' | 'change' | 'renew') => (): void => dispatch({ kind: 'began', task })
  return (
    <div className={room.keys}>
      {may.appoint && (
        <Key
          deed="officers.new"
          label={speak(state.list.length === 0 ? 'officers.first' : 'officers.new')}
          onPress={begin('appoint')}
          marked={state.list.length === 0}
          testId="officers-new"
        />
      )}
      {present && may.change && (
        <Key
          deed="officers.change"
          label={speak('officers.change')}
          onPress={begin('change')}
          testId="officers-change"
        />
      )}
      {present && may.renew && (
        <Key deed="officers.renew" label={speak('officers.renew')} onPress={begin('renew')} testId="officers-renew" />
      )}
      {present && may.unlock && chosen.tries.left < mostTries && (
        <Key
          deed="officers.unlock"
          label={speak('officers.unlock')}
          onPress={unlock}
          marked={chosen.tries.left === 0}
          testId="officers-unlock"
        />
      )}
      <span className={room.rest} />
      {present && may.remove && (
        <Key
          deed="officers.remove"
          label={speak(asked ? 'officers.removeAgain' : 'officers.remove')}
          onPress={remove}
          marked={asked}
          testId="officers-remove"
        />
      )}
    </div>
  )
}

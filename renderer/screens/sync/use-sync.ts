/** How sync stands, followed while it is shown, and what is done about it. */
import { useEffect, useReducer, useRef } from 'react'
import { readOut } from '../../../shared/domain/secret/fingerprint.ts'
import { inBoth } from '../../../shared/language/locale.ts'
import { speakIn } from '../../i18n/catalogue.ts'
import { answerOf } from '../../rpc/answer-of.ts'
import { useLink } from '../../rpc/link-context.ts'
import { entered, reduceRoom, type Invitation, type Part, type RoomState } from './sync-state.ts'

export interface Syncing {
  state: RoomState
  open: (part: Part) => void
  /** Makes a trip; null: by wire. */
  run: (folder: string | null) => void
  /** Reads an invitation, for people to compare. */
  invite: (invitation: Invitation) => void
  /** Keeps the authority that the invitation wants, from a stick, and reads the invitation again. */
  keepAuthority: (place: string) => void
  hear: (heard: string) => void
  /** Compares what was typed, and enrols where it is the fingerprint's. */
  agree: () => void
  /** Once asks, and once more does it. */
  beginEpoch: () => void
  diagnose: (folder: string) => void
}

export function useSync(): Syncing {
  const link = useLink()
  const [state, dispatch] = useReducer(reduceRoom, entered)
  const asking = useRef(false)
  useEffect(() => {
    void answerOf(link.call('sync.read', {})).then((sync) => dispatch({ kind: 'read', sync }))
    const stops = [
      link.on('sync.changed', (sync) => dispatch({ kind: 'read', sync })),
      link.on('sync.progress', (progress) => dispatch({ kind: 'progressed', progress })),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [link])

  /** One thing at a time. */
  const alone = (from: string | null, act: () => Promise<void>): void => {
    if (asking.current) return
    asking.current = true
    dispatch({ kind: 'begun', from })
    void act().finally(() => {
      asking.current = false
    })
  }
  const read = async (invitation: Invitation): Promise<void> =>
    dispatch({ kind: 'invited', answer: await answerOf(link.call('sync.invited', invitation)), invitation })
  return {
    state,
    open: (part) => dispatch({ kind: 'opened', part }),
    run: (folder) =>
      alone(folder, async () => dispatch({ kind: 'ran', answer: await answerOf(link.call('sync.run', { folder })) })),
    invite: (invitation) => alone(null, () => read(invitation)),
    keepAuthority(place) {
      const { wanting } = state
      if (!wanting) return
      alone(null, async () => {
        const answer = await answerOf(link.call('sync.authority', { invitation: wanting, place }))
        if (answer?.ok) return read(wanting)
        dispatch({ kind: 'unfound', last: { good: false, said: answer?.said ?? null } })
      })
    },
    hear: (heard) => dispatch({ kind: 'heard', heard }),
    agree() {
      const { invited, heard } = state
      if (!invited) return
      const { invitation, told } = invited
      const typed = readOut(told.fingerprint, heard)
      if (typed !== 'same') return dispatch({ kind: 'unheard', fault: `read-${typed}` })
      alone(null, async () => {
        const answer = await answerOf(link.call('sync.enrol', { invitation, fingerprint: told.fingerprint }))
        const said = inBoth((locale) => speakIn(locale)('sync.enrol.done'))
        dispatch({
          kind: 'ended',
          last: answer && (answer.ok ? { good: true, said } : { good: false, said: answer.said }),
        })
      })
    },
    beginEpoch() {
      if (!state.asked) return dispatch({ kind: 'asked' })
      alone(null, async () => {
        const answer = await answerOf(link.call('sync.beginEpoch', {}))
        if (!answer?.ok) return dispatch({ kind: 'ended', last: answer && { good: false, said: answer.said } })
        const { after } = answer
        const said = inBoth((locale) => speakIn(locale)('sync.epoch.done', { after }))
        dispatch({ kind: 'ended', last: { good: true, said } })
      })
    },
    diagnose: (folder) =>
      alone(folder, async () => {
        const answer = await answerOf(link.call('sync.diagnose', { folder }))
        if (!answer?.ok) return dispatch({ kind: 'ended', last: answer && { good: false, said: answer.said } })
        const { file } = answer
        const said = inBoth((locale) => speakIn(locale)('sync.diagnose.done', { file: file ?? '' }))
        dispatch({ kind: 'ended', last: { good: true, said } })
      }),
  }
}

/** The lane's effects, all in one place: it calls the program behind the screen and feeds the reducer. */
import { useCallback, useEffect, useReducer, useRef } from 'react'
import { longestText, type ScanSource, type Settings } from '../../../shared/contract/schemas.ts'
import { Fault } from '../../../shared/rpc/fault.ts'
import { useLink } from '../../rpc/link-context.ts'
import { markDecoded, type FrameTiming } from '../../scanner/scan-timing.ts'
import { openSounds } from '../../ui/sounds.ts'
import {
  firstState,
  reduceLane,
  type LaneState,
  type PictureNotice,
  type Scan,
  type ScanFailure,
} from './lane-state.ts'

/** A verdict names a person; left alone it goes from the screen after this long. Milliseconds. */
const verdictStays = 120_000

/** Pause before the kiosk's state is asked for again when the program could not tell it. Milliseconds. */
const readAgainAfter = 2_000

export interface Lane {
  state: LaneState
  /** Verifies a text; resolves when its verdict (or its failure) is in the state. */
  submit: (text: string, source: ScanSource, timing?: FrameTiming) => Promise<void>
  choose: (settings: Partial<Settings>) => void
  toggleDetails: () => void
  noticePicture: (picture: PictureNotice) => void
}

/** The lane's state and what can be done to it. */
export function useLane(): Lane {
  const link = useLink()
  const [state, dispatch] = useReducer(reduceLane, firstState)
  const lastScan = useRef(0)
  const play = useRef(openSounds())

  useEffect(() => link.onState((next) => dispatch({ kind: 'link-changed', link: next })), [link])
  useEffect(() => link.on('day.changed', (day) => dispatch({ kind: 'day-changed', day })), [link])

  useEffect(() => {
    if (state.link !== 'open') return
    let timer: ReturnType<typeof setTimeout> | undefined
    let wanted = true
    const read = (): void => {
      link.call('kiosk.read', {}).then(
        (kiosk) => wanted && dispatch({ kind: 'kiosk-read', kiosk }),
        () => wanted && (timer = setTimeout(read, readAgainAfter)),
      )
    }
    read()
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [link, state.link])

  const shown = state.verdict.kind === 'shown' || state.verdict.kind === 'failed' ? state.verdict.scan : null
  useEffect(() => {
    if (!shown) return
    const timer = setTimeout(() => dispatch({ kind: 'left-standing', scan: shown }), verdictStays)
    return () => clearTimeout(timer)
  }, [shown])

  const submit = useCallback(
    async (text: string, source: ScanSource, timing?: FrameTiming) => {
      lastScan.current += 1
      const scan: Scan = { id: lastScan.current, text, source }
      if (timing) markDecoded(scan.id, timing)
      dispatch({ kind: 'scanned', scan })
      if (text.length > longestText) return dispatch({ kind: 'failed', scan, failure: 'too-long' })
      try {
        const answer = await link.call('scan.verify', { text, source })
        dispatch({ kind: 'answered', scan, answer, at: Date.now() })
        if (scan.id === lastScan.current) play.current(answer.verdict.outcome)
      } catch (error) {
        dispatch({ kind: 'failed', scan, failure: failureOf(error) })
      }
    },
    [link],
  )

  const choose = useCallback(
    (settings: Partial<Settings>) => {
      dispatch({ kind: 'settings-chosen', settings })
      link.call('settings.write', settings).then(
        () => dispatch({ kind: 'settings-stored', stored: true }),
        () => dispatch({ kind: 'settings-stored', stored: false }),
      )
    },
    [link],
  )

  const toggleDetails = useCallback(() => dispatch({ kind: 'details-toggled' }), [])
  const noticePicture = useCallback((picture: PictureNotice) => dispatch({ kind: 'picture-noticed', picture }), [])
  return { state, submit, choose, toggleDetails, noticePicture }
}

function failureOf(error: unknown): ScanFailure {
  return error instanceof Fault && error.code === 'CLOSED' ? 'closed' : 'other'
}

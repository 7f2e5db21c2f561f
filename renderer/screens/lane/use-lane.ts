/** The lane's effects, all in one place: it calls the program behind the screen and feeds the reducer. */
import { useCallback, useEffect, useEffectEvent, useReducer, useRef, useState } from 'react'
import { longestText, type CommandAnswer, type ScanSource, type Settings } from '../../../shared/contract/schemas.ts'
import { isCommandText } from '../../../shared/domain/command-code.ts'
import { Fault } from '../../../shared/rpc/fault.ts'
import { useLink } from '../../rpc/link-context.ts'
import { markDecoded, type FrameTiming } from '../../scanner/scan-timing.ts'
import type { ScanFault } from '../../scanner/wedge/run.ts'
import { openSounds } from '../../ui/sounds.ts'
import { obey } from './commands.ts'
import type { DeskAction } from './desk-state.ts'
import {
  canConfirm,
  firstState,
  leaves,
  reduceLane,
  type LaneState,
  type PictureNotice,
  type Scan,
  type ScanFailure,
} from './lane-state.ts'
import { useCrossing, type CrossingDeeds } from './use-crossing.ts'

/** A verdict names a person; left alone it goes from the screen after this long. Milliseconds. */
const verdictStays = 120_000

/** Pause before the kiosk's state is asked for again when the program could not tell it. Milliseconds. */
const readAgainAfter = 2_000

/** How long the second press of the clock's key is waited for. Milliseconds. */
const secondPressWithin = 6_000

export interface Lane {
  state: LaneState
  deeds: CrossingDeeds
  /** Selects, opens and closes what lies on the desk. */
  onDesk: (action: DeskAction) => void
  openRecords: (crossing: number | null) => void
  closeRecords: () => void
  /** Verifies a text, or does what a command code says; resolves when its verdict (or its failure) is in the state. */
  submit: (text: string, source: ScanSource, timing?: FrameTiming) => Promise<void>
  /** A scan that did not arrive whole has no verdict, and takes the place of the last one. */
  misread: (fault: ScanFault) => void
  choose: (settings: Partial<Settings>) => void
  toggleDetails: () => void
  noticePicture: (picture: PictureNotice) => void
  /** A doubted clock is right: the first press asks, the second one tells the program. */
  confirmClock: () => void
}

/** The lane's state and what can be done to it. */
export function useLane(): Lane {
  const link = useLink()
  const [state, dispatch] = useReducer(reduceLane, firstState)
  const lastScan = useRef(0)
  const play = useRef(openSounds())

  useEffect(() => link.onState((next) => dispatch({ kind: 'link-changed', link: next })), [link])
  useEffect(() => link.on('day.changed', (day) => dispatch({ kind: 'day-changed', day })), [link])
  useEffect(() => link.on('standing.changed', (standing) => dispatch({ kind: 'standing-changed', standing })), [link])

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

  const { verdict } = state
  const leaving = verdict.kind !== 'waiting' && leaves(verdict) ? verdict.scan : null
  useEffect(() => {
    if (!leaving) return
    const timer = setTimeout(() => dispatch({ kind: 'left-standing', scan: leaving }), verdictStays)
    return () => clearTimeout(timer)
  }, [leaving])

  const deeds = useCrossing(state, dispatch)
  const onDesk = useCallback((action: DeskAction) => dispatch({ kind: 'desk', of: action }), [])

  const [obeyed, setObeyed] = useState<CommandAnswer | null>(null)
  const act = useEffectEvent(({ command }: CommandAnswer) => obey(command, state, deeds))
  useEffect(() => {
    if (obeyed) act(obeyed)
  }, [obeyed])

  const submit: Lane['submit'] = useCallback(
    async (text, source, timing) => {
      const begin = (): Scan => {
        lastScan.current += 1
        const scan: Scan = { id: lastScan.current, text, source }
        if (timing) markDecoded(scan.id, timing)
        dispatch({ kind: 'scanned', scan })
        return scan
      }
      // A command is about the verdict that stands: only where it is none does it take that one's place.
      let scan = isCommandText(text) ? null : begin()
      if (text.length > longestText) return dispatch({ kind: 'failed', scan: scan ?? begin(), failure: 'too-long' })
      try {
        const answer = await link.call('scan.verify', { text, source })
        if (answer.kind === 'command') return setObeyed(answer)
        scan ??= begin()
        dispatch({ kind: 'answered', scan, answer, at: Date.now() })
        if (scan.id === lastScan.current) play.current(answer.verdict.outcome)
      } catch (error) {
        dispatch({ kind: 'failed', scan: scan ?? begin(), failure: failureOf(error) })
      }
    },
    [link],
  )

  const misread = useCallback((failure: ScanFault) => {
    lastScan.current += 1
    const scan: Scan = { id: lastScan.current, text: '', source: 'scanner' }
    dispatch({ kind: 'scanned', scan })
    dispatch({ kind: 'failed', scan, failure })
  }, [])

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

  const asked = state.clockConfirmation === 'asked'
  useEffect(() => {
    if (!asked) return
    const timer = setTimeout(() => dispatch({ kind: 'clock-unanswered' }), secondPressWithin)
    return () => clearTimeout(timer)
  }, [asked])

  const confirmable = canConfirm(state.kiosk?.standing)
  const confirmClock = useCallback(() => {
    if (!confirmable) return
    if (!asked) return dispatch({ kind: 'clock-asked' })
    // A third press is not another answer.
    dispatch({ kind: 'clock-unanswered' })
    link.call('clock.confirm', {}).then(
      (standing) => dispatch({ kind: 'clock-confirmed', standing }),
      () => dispatch({ kind: 'clock-failed' }),
    )
  }, [link, asked, confirmable])

  const toggleDetails = useCallback(() => dispatch({ kind: 'details-toggled' }), [])
  const noticePicture = useCallback((picture: PictureNotice) => dispatch({ kind: 'picture-noticed', picture }), [])
  const openRecords = useCallback((crossing: number | null) => dispatch({ kind: 'records-opened', crossing }), [])
  const closeRecords = useCallback(() => dispatch({ kind: 'records-closed' }), [])
  return {
    state,
    deeds,
    onDesk,
    openRecords,
    closeRecords,
    submit,
    misread,
    choose,
    toggleDetails,
    noticePicture,
    confirmClock,
  }
}

function failureOf(error: unknown): ScanFailure {
  return error instanceof Fault && error.code === 'CLOSED' ? 'closed' : 'other'
}

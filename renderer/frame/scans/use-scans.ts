/**
 * Every scan, wherever it comes from and whichever room is shown: it is sent where the table says, and what is to be
 * verified is verified here, so that no room can lose one.
 */
import { useCallback, useEffect, useReducer, useRef, useState, type Dispatch } from 'react'
import type { ShownCrossing } from '../../../shared/contract/crossing-schemas.ts'
import type { Caller } from '../../../shared/contract/role.ts'
import { longestText, type ScanSource } from '../../../shared/contract/schemas.ts'
import type { Command } from '../../../shared/domain/command-code.ts'
import { Fault } from '../../../shared/rpc/fault.ts'
import type { Link } from '../../rpc/link.ts'
import { markDecoded, type FrameTiming } from '../../scanner/scan-timing.ts'
import type { ScanFault } from '../../scanner/wedge/run.ts'
import { openSounds } from '../../ui/sounds.ts'
import type { RoomName } from '../place-state.ts'
import { kindOfScan, type ScanKind } from './scan-kind.ts'
import { routeOf } from './scan-route.ts'
import {
  leaves,
  noScan,
  reduceScan,
  soundOf,
  type Scan,
  type ScanAction,
  type ScanFailure,
  type ScanState,
} from './scan-state.ts'

/** A verdict names a person; left alone it goes from the screen after this long. Milliseconds. */
const verdictStays = 120_000

/** A scan that is for the room that is shown, and that nobody verifies. */
export interface HeardScan {
  source: ScanSource
  /** Null: the scanner's letters did not arrive whole, for `fault`. */
  what: ScanKind | null
  fault: ScanFault | null
  /** What was scanned, where it is the room's own to read; null: the room only hears of what kind it is. */
  text: string | null
}

/** When each source read its latest text, epoch milliseconds; none where it has read nothing since the page was opened. */
export type Readings = Partial<Record<ScanSource, number>>

export interface Scans {
  state: ScanState
  readings: Readings
  /** How many there were since the page was opened. */
  count: number
  /** Whatever is scanned is the room's. */
  trying: boolean
  dispatch: Dispatch<ScanAction>
  /** Sends a text where it belongs; resolves when what came of it is in the state. */
  take: (text: string, source: ScanSource, timing?: FrameTiming) => Promise<void>
  /** A scan that did not arrive whole has no verdict, and takes the place of the last one. */
  misread: (fault: ScanFault) => void
  /** The next card that is scanned is for `take`, until the answer is called. */
  arm: (take: (text: string) => void) => () => void
  /** Hears the scans that are for the room, until the answer is called. `all`: whatever is scanned is. */
  hear: (take: (scan: HeardScan) => void, all: boolean) => () => void
  /** What is still to be done about the crossing before somebody else's code is verified, until the answer is called. */
  beforeScan: (settle: () => Promise<void>) => () => void
  /** Hears the commands of this kiosk's own card while the lane is shown; the answer stops it. */
  onCommand: (obey: (command: Command) => void) => () => void
}

interface ScansParts {
  link: Link
  room: RoomName
  session: Caller
  /** The crossing as it is once a scan is answered. */
  newestCrossing: () => ShownCrossing | null
  go: (room: RoomName) => void
  /** A code is on its way to its verdict. */
  scanned: () => void
  /** A badge names an officer; null: this kiosk has none, and the badge does nothing. */
  onBadge: ((text: string) => void) | null
}

export function useScans(parts: ScansParts): Scans {
  const { link, room, session, newestCrossing, go, scanned, onBadge } = parts
  const [state, dispatch] = useReducer(reduceScan, noScan)
  const last = useRef(0)
  const play = useRef(openSounds())
  const armed = useRef<((text: string) => void) | null>(null)
  const hearing = useRef<{ take: (scan: HeardScan) => void; all: boolean } | null>(null)
  const carried = useRef<HeardScan | null>(null)
  const [trying, setTrying] = useState(false)
  const [readings, setReadings] = useState<Readings>({})
  const [count, setCount] = useState(0)
  const settling = useRef<(() => Promise<void>) | null>(null)
  const obeying = useRef<((command: Command) => void) | null>(null)

  const begin = (text: string, source: ScanSource, timing?: FrameTiming): Scan => {
    last.current += 1
    const scan: Scan = { id: last.current, text, source }
    if (timing) markDecoded(scan.id, timing)
    dispatch({ kind: 'scanned', scan })
    scanned()
    return scan
  }

  /** @param begun the scan that has taken the verdict's place already; null: a command, which is about the one that stands */
  const verify = async (text: string, source: ScanSource, obeyed: boolean, begun: Scan | null): Promise<void> => {
    let scan = begun
    if (text.length > longestText) {
      return dispatch({ kind: 'failed', scan: scan ?? begin(text, source), failure: 'too-long' })
    }
    try {
      const answer = await link.call('scan.verify', { text, source, obeyed })
      if (answer.kind === 'command') return obeying.current?.(answer.command)
      scan ??= begin(text, source)
      dispatch({ kind: 'answered', scan, answer, at: Date.now() })
      if (scan.id === last.current) play.current(soundOf(answer.verdict.outcome, newestCrossing()))
    } catch (error) {
      dispatch({ kind: 'failed', scan: scan ?? begin(text, source), failure: failureOf(error) })
    }
  }

  const take: Scans['take'] = async (text, source, timing) => {
    const kind = kindOfScan(text)
    const tried = hearing.current?.all === true
    const route = routeOf(kind, { room, session, armed: armed.current !== null, tried })
    setReadings((before) => ({ ...before, [source]: Date.now() }))
    setCount((before) => before + 1)
    switch (route.to) {
      case 'lane':
        if (route.turn && room !== 'lane') go('lane')
        await settling.current?.()
        return verify(text, source, route.obeyed, kind === 'command' ? null : begin(text, source, timing))
      case 'field':
        return armed.current?.(text)
      case 'sign-in':
        return onBadge ? onBadge(text) : dispatch({ kind: 'inert', what: 'badge' })
      case 'trial':
        return hearing.current?.take({ source, what: route.what, fault: null, text: null })
      case 'room':
        if (hearing.current) return hearing.current.take({ source, what: route.what, fault: null, text })
        // The part of the room that takes it is not shown: it says what the code is.
        return dispatch({ kind: 'inert', what: route.what })
      case 'other-room':
        // Whoever hears scans in that room takes it, as soon as it is shown.
        carried.current = { source, what: route.what, fault: null, text }
        return go(route.room)
      case 'nowhere':
        return dispatch({ kind: 'inert', what: route.what })
    }
  }

  const misread = (failure: ScanFault): void => {
    if (hearing.current?.all) return hearing.current.take({ source: 'scanner', what: null, fault: failure, text: null })
    const scan = begin('', 'scanner')
    dispatch({ kind: 'failed', scan, failure })
  }

  const { verdict } = state
  const leaving = verdict.kind !== 'waiting' && leaves(verdict) ? verdict.scan : null
  useEffect(() => {
    if (!leaving) return
    const timer = setTimeout(() => dispatch({ kind: 'left-standing', scan: leaving }), verdictStays)
    return () => clearTimeout(timer)
  }, [leaving])

  return {
    state,
    readings,
    count,
    dispatch,
    take,
    misread,
    arm: useCallback((taker) => holdIn(armed, taker), []),
    trying,
    hear: useCallback((taker, all) => {
      const stop = holdIn(hearing, { take: taker, all })
      setTrying(all)
      const scan = carried.current
      carried.current = null
      if (scan) taker(scan)
      return () => {
        stop()
        setTrying(false)
      }
    }, []),
    beforeScan: useCallback((settle) => holdIn(settling, settle), []),
    onCommand: useCallback((obey) => holdIn(obeying, obey), []),
  }
}

/** Puts a listener in its place until the answer is called. */
function holdIn<T>(place: { current: T | null }, listener: T): () => void {
  place.current = listener
  return () => {
    if (place.current === listener) place.current = null
  }
}

function failureOf(error: unknown): ScanFailure {
  return error instanceof Fault && error.code === 'CLOSED' ? 'closed' : 'other'
}

/** The lane's state beside what the frame knows of the kiosk and the last scan, and what can be done to it. */
import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useReducer } from 'react'
import type { ShownCrossing } from '../../../shared/contract/crossing-schemas.ts'
import { spoiltByClock, verdictNow, type VerdictView } from '../../frame/scans/scan-state.ts'
import { useFrame } from '../../frame/use-frame.ts'
import { obey } from './commands.ts'
import { deskBeside, type Desk, type DeskAction } from './desk-state.ts'
import { emptyLane, reduceLane } from './lane-state.ts'
import { useCrossing, type CrossingDeeds } from './use-crossing.ts'

export interface Lane {
  /** The crossing being built; null until the program has told. */
  crossing: ShownCrossing | null
  desk: Desk
  /** What stands in the verdict's place, as it is by now. */
  verdict: VerdictView
  detailsOpen: boolean
  deeds: CrossingDeeds
  /** Selects, opens and closes what lies on the desk. */
  onDesk: (action: DeskAction) => void
  toggleDetails: () => void
}

export function useLane(): Lane {
  const { kiosk, scan, endVerdict, onCommand } = useFrame()
  const [state, dispatch] = useReducer(reduceLane, emptyLane)
  const { crossing } = kiosk
  const { verdict } = scan

  const current = verdict.kind === 'waiting' ? null : verdict.scan.id
  // While it is drawn, and not after: what was said of the last crossing never stands beside the next person's verdict.
  if (current !== null && current !== state.scan) dispatch({ kind: 'scanned', scan: current })

  const clockDone = kiosk.clockConfirmation === 'done' && spoiltByClock(verdict)
  useEffect(() => {
    if (clockDone) endVerdict('outdated')
  }, [clockDone, endVerdict])

  const onDesk = useCallback((of: DeskAction) => dispatch({ kind: 'desk', of }), [])
  const desk = crossing ? deskBeside(state.desk, crossing) : state.desk
  const deeds = useCrossing(desk, onDesk)
  const act = useEffectEvent((command: Parameters<typeof obey>[0]) => obey(command, crossing, deeds))
  useLayoutEffect(() => onCommand((command) => act(command)), [onCommand])

  return {
    crossing,
    desk,
    verdict: verdictNow(verdict, crossing),
    detailsOpen: verdict.kind === 'shown' && state.details === verdict.scan.id,
    deeds,
    onDesk,
    toggleDetails: () => {
      if (verdict.kind === 'shown') dispatch({ kind: 'details-toggled', scan: verdict.scan.id })
    },
  }
}

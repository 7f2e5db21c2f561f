/** The lane's keyboard: a scanner's bursts become scans, a person's keys what they are printed for, other typing a plate. */
import { useEffect, useEffectEvent } from 'react'
import { focusedField, type TextField } from '../../scanner/wedge/field-text.ts'
import { listenToKeys } from '../../scanner/wedge/listen.ts'
import type { ScanRead } from '../../scanner/wedge/run.ts'
import type { Form } from './desk-state.ts'
import { deedOf, type LaneDeed } from './lane-deeds.ts'

interface LaneKeys {
  /** The form that is open: some keys mean something else there. */
  form: Form | null
  /** What the scanner is set to put before each scan. */
  scannerPrefix: string
  onScan: (scan: ScanRead) => void
  onDeed: (deed: LaneDeed) => void
  /** The field of a person who types and has chosen none. */
  typingField: () => TextField | null
}

/** Listens to the whole page for as long as the lane is shown. */
export function useLaneKeys({ form, scannerPrefix, onScan, onDeed, typingField }: LaneKeys): void {
  const isShortcut = useEffectEvent((key: string, inField: boolean) => deedOf(key, { inField, form }) !== null)
  const scan = useEffectEvent(onScan)
  const field = useEffectEvent(typingField)
  const prefix = useEffectEvent(() => scannerPrefix)
  const act = useEffectEvent((key: string) => {
    const deed = deedOf(key, { inField: focusedField() !== null, form })
    if (deed) onDeed(deed)
  })

  useEffect(() => {
    const stop = new AbortController()
    listenToKeys(
      {
        isShortcut: (key, inField) => isShortcut(key, inField),
        typingField: () => field(),
        scannerPrefix: () => prefix(),
        heard: (what) => (what.kind === 'scan' ? scan(what) : act(what.key)),
      },
      stop.signal,
    )
    return () => stop.abort()
  }, [])
}

/** The lane's keyboard: a scanner's bursts become scans, a person's keys what they are printed for, other typing a plate. */
import { useEffect, useEffectEvent } from 'react'
import { focusedField } from '../../scanner/wedge/field-text.ts'
import { listenToKeys } from '../../scanner/wedge/listen.ts'
import type { Form } from './desk-state.ts'
import { deedOf, type LaneDeed } from './lane-deeds.ts'

interface LaneKeys {
  /** The form that is open: some keys mean something else there. */
  form: Form | null
  onScan: (text: string) => void
  onDeed: (deed: LaneDeed) => void
  /** Characters of a person while no field had the focus. */
  onTyped: (text: string) => void
}

/** Listens to the whole page for as long as the lane is shown. */
export function useLaneKeys({ form, onScan, onDeed, onTyped }: LaneKeys): void {
  const isShortcut = useEffectEvent((key: string, inField: boolean) => deedOf(key, { inField, form }) !== null)
  const scan = useEffectEvent(onScan)
  const typed = useEffectEvent(onTyped)
  const act = useEffectEvent((key: string) => {
    const deed = deedOf(key, { inField: focusedField() !== null, form })
    if (deed) onDeed(deed)
  })

  useEffect(() => {
    const stop = new AbortController()
    listenToKeys(
      (key, inField) => isShortcut(key, inField),
      (output) => {
        if (output.kind === 'scan') scan(output.text)
        else if (output.kind === 'shortcut') act(output.key)
        else typed(output.text)
      },
      stop.signal,
    )
    return () => stop.abort()
  }, [])
}

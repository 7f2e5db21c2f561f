/** The lane's keyboard: a scanner's bursts become scans, a person's function keys become what they are printed for. */
import { useEffect, useEffectEvent } from 'react'
import { listenToKeys } from '../../scanner/wedge/listen.ts'

/** What each key does. A key without an action is left to the page. */
export type LaneKeys = Readonly<Record<string, () => void>>

/** Listens to the whole page for as long as the lane is shown. */
export function useLaneKeys(keys: LaneKeys, onScan: (text: string) => void): void {
  const isKey = useEffectEvent((key: string) => Object.hasOwn(keys, key))
  const scan = useEffectEvent(onScan)
  const act = useEffectEvent((key: string) => keys[key]?.())

  useEffect(() => {
    const stop = new AbortController()
    listenToKeys(
      (key) => isKey(key),
      (output) => (output.kind === 'scan' ? scan(output.text) : act(output.key)),
      stop.signal,
    )
    return () => stop.abort()
  }, [])
}

/**
 * The keyboard beside the lane: every key that is shown on a button presses that button, wherever it is on the screen,
 * and a scanner's bursts are scans here too.
 */
import { useEffect, useEffectEvent } from 'react'
import { listenToKeys } from '../../scanner/wedge/listen.ts'

interface ShownKeys {
  onScan: (text: string) => void
  /** Characters of a person while no field had the focus. */
  onTyped: (text: string) => void
}

/** Listens to the whole page for as long as the screen is shown. */
export function useShownKeys({ onScan, onTyped }: ShownKeys): void {
  const scan = useEffectEvent(onScan)
  const typed = useEffectEvent(onTyped)
  useEffect(() => {
    const stop = new AbortController()
    listenToKeys(
      (key, inField) => buttonOf(key, inField) !== null,
      (output) => {
        if (output.kind === 'scan') scan(output.text)
        else if (output.kind === 'typed') typed(output.text)
        else buttonOf(output.key, false)?.click()
      },
      stop.signal,
    )
    return () => stop.abort()
  }, [])
}

/** As keyboards print them. */
const printed: Readonly<Record<string, string>> = { Escape: 'Esc' }

/** The button that a key presses; the space bar presses the one with the focus. */
function buttonOf(key: string, inField: boolean): HTMLElement | null {
  const { activeElement } = document
  if (key === ' ') return !inField && activeElement instanceof HTMLButtonElement ? activeElement : null
  if (!/^(F\d+|Escape)$/.test(key)) return null
  return document.querySelector<HTMLElement>(`button[aria-keyshortcuts="${printed[key] ?? key}"]`)
}

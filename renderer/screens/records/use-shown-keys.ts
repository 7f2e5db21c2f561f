/**
 * The keyboard beside the lane: every key that is shown on a button presses that button, wherever it is on the screen,
 * and a scanner's bursts are scans here too.
 */
import { useEffect, useEffectEvent } from 'react'
import type { TextField } from '../../scanner/wedge/field-text.ts'
import { listenToKeys } from '../../scanner/wedge/listen.ts'
import type { ScanRead } from '../../scanner/wedge/run.ts'

interface ShownKeys {
  /** What the scanner is set to put before each scan. */
  scannerPrefix: string
  onScan: (scan: ScanRead) => void
  /** The field of a person who types and has chosen none. */
  typingField: () => TextField | null
}

/** Listens to the whole page for as long as the screen is shown. */
export function useShownKeys({ scannerPrefix, onScan, typingField }: ShownKeys): void {
  const scan = useEffectEvent(onScan)
  const field = useEffectEvent(typingField)
  const prefix = useEffectEvent(() => scannerPrefix)
  useEffect(() => {
    const stop = new AbortController()
    listenToKeys(
      {
        isShortcut: (key, inField) => buttonOf(key, inField) !== null,
        typingField: () => field(),
        scannerPrefix: () => prefix(),
        heard: (what) => (what.kind === 'scan' ? scan(what) : buttonOf(what.key, false)?.click()),
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

/** The page's one keyboard: a scanner's bursts are scans, a person's keys deeds, other typing goes to the room's field. */
import { useEffect, useEffectEvent } from 'react'
import type { Keyboard } from '../keys/keyboard.tsx'
import { focusedField } from '../scanner/wedge/field-text.ts'
import { listenToKeys } from '../scanner/wedge/listen.ts'
import type { ScanRead } from '../scanner/wedge/run.ts'

/** Listens for as long as the page lives. `scannerPrefix`: what the scanner is set to put before each scan. */
export function useListening(keyboard: Keyboard, scannerPrefix: string, onScan: (scan: ScanRead) => void): void {
  const prefix = useEffectEvent(() => scannerPrefix)
  const scan = useEffectEvent(onScan)
  useEffect(() => {
    const stop = new AbortController()
    listenToKeys(
      {
        isShortcut: (key, inField) => keyboard.knows(key, inField && !keyboard.leaves(key, focusedField())),
        typingField: () => keyboard.typingField(),
        typed: (text) => keyboard.type(text),
        scannerPrefix: () => prefix(),
        heard: (what) => {
          if (what.kind === 'scan') return scan(what)
          const field = focusedField()
          if (keyboard.leaves(what.key, field)) field?.blur()
          keyboard.press(what.key, focusedField() !== null)
        },
      },
      stop.signal,
    )
    return () => stop.abort()
  }, [keyboard])
}

/** A person's space bar presses the focused button; held back like every key, lest a burst begin with one. */
export function pressFocused(): void {
  if (document.activeElement instanceof HTMLButtonElement) document.activeElement.click()
}

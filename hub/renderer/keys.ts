/** The page's keyboard: chords of a person's hand, as the keys that are drawn name them. No scanner types here. */
import { useEffect } from 'react'
import type { Keyboard } from '../../renderer/keys/keyboard.tsx'

type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>

/** A stroke as the key map names it; null: it belongs to the system. */
export function chordOf({ key, ctrlKey, altKey, metaKey }: Stroke): string | null {
  if (metaKey || (ctrlKey && altKey)) return null
  if (ctrlKey) return `Ctrl+${key.toUpperCase()}`
  return altKey ? `Alt+${key.toUpperCase()}` : key
}

/** Does what keys mean for as long as the page is shown. */
export function useKeys(keyboard: Keyboard): void {
  useEffect(() => {
    const stop = new AbortController()
    const pressed = (event: KeyboardEvent): void => {
      const chord = chordOf(event)
      const inField = event.target instanceof HTMLInputElement
      if (event.repeat || event.isComposing || chord === null || !keyboard.knows(chord, inField)) return
      event.preventDefault()
      keyboard.press(chord, inField)
    }
    window.addEventListener('keydown', pressed, { signal: stop.signal })
    return () => stop.abort()
  }, [keyboard])
}

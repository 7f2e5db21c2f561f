/** Tells the hub now and then that somebody is there: what the page asks by itself keeps no session open. */
import { useEffect } from 'react'
import type { AtHub } from '../api/hub-context.ts'

/** At most once in so many milliseconds: a session that nobody uses ends after half an hour. */
const atMost = 60_000

export function useTouches({ hub, heard }: Pick<AtHub, 'hub' | 'heard'>): void {
  useEffect(() => {
    let last = Date.now()
    const stop = new AbortController()
    const touched = (): void => {
      if (Date.now() - last < atMost) return
      last = Date.now()
      void hub.session().then(heard)
    }
    for (const event of ['keydown', 'pointerdown'] as const)
      window.addEventListener(event, touched, { signal: stop.signal, passive: true })
    return () => stop.abort()
  }, [hub, heard])
}

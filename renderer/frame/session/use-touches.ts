/** Tells the program that somebody is at the screen, so that their session does not fall asleep under their hands. */
import { useEffect, useEffectEvent } from 'react'
import type { Link } from '../../rpc/link.ts'
import { touches } from '../use-return.ts'

/** How often it is told, in milliseconds: much less than the shortest session lasts untouched. */
const toldEvery = 15_000

/**
 * Tells it while `signedIn`. What is half filled or at work keeps the session awake like a hand does.
 * @param held whether something is
 * @param scans counts the scans: the lane's hands are at the scanner
 */
export function useTouches(link: Link, signedIn: boolean, held: () => boolean, scans: number): void {
  const tell = useEffectEvent(() => void link.call('session.touch', {}).catch(() => undefined))
  const isHeld = useEffectEvent(held)
  useEffect(() => {
    if (!signedIn) return
    const stop = new AbortController()
    let touched = false
    const touch = (): void => void (touched = true)
    for (const name of touches)
      window.addEventListener(name, touch, { capture: true, passive: true, signal: stop.signal })
    const timer = setInterval(() => {
      if (touched || isHeld()) tell()
      touched = false
    }, toldEvery)
    return () => {
      stop.abort()
      clearInterval(timer)
    }
  }, [signedIn])
  useEffect(() => {
    if (signedIn && scans > 0) tell()
  }, [signedIn, scans])
}

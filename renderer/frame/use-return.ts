/** The way back to the lane that nobody has to remember: a room left alone gives way, but never with something in it. */
import { useCallback, useEffect, useEffectEvent, useRef } from 'react'
import type { RoomName } from './place-state.ts'

/** A room untouched for so long gives way to the lane. Milliseconds. */
export const untouchedFor = 120_000

/** Whatever shows that somebody is there. */
export const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'input'] as const

/** When the room is to be looked at again, in milliseconds; 0: it gives way now; null: it stays as long as it is so. */
export function pauseBeforeReturn(room: RoomName, holds: number, untouched: number): number | null {
  if (room === 'lane' || holds > 0) return null
  return Math.max(untouchedFor - untouched, 0)
}

/** What holds a room. */
export interface Holding {
  /** Something is half filled or at work, until the answer is called. */
  hold: () => () => void
  held: () => boolean
}

/** Calls `toLane` once the room has been left alone; answers with what holds it. */
export function useReturn(room: RoomName, toLane: () => void): Holding {
  const holds = useRef(0)
  const touchedAt = useRef(0)
  const look = useEffectEvent((again: (pause: number) => void) => {
    const pause = pauseBeforeReturn(room, holds.current, performance.now() - touchedAt.current)
    if (pause === 0) toLane()
    else again(pause ?? untouchedFor)
  })
  useEffect(() => {
    if (room === 'lane') return
    const stop = new AbortController()
    const touch = (): void => void (touchedAt.current = performance.now())
    touch()
    for (const name of touches)
      window.addEventListener(name, touch, { capture: true, passive: true, signal: stop.signal })
    let timer: ReturnType<typeof setTimeout>
    const again = (pause: number): void => void (timer = setTimeout(() => look(again), pause))
    again(untouchedFor)
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [room])
  const hold = useCallback(() => {
    holds.current += 1
    return () => {
      holds.current -= 1
      touchedAt.current = performance.now()
    }
  }, [])
  return { hold, held: useCallback(() => holds.current > 0, []) }
}

/** How all is at the hub, asked again and again while the page is seen, and at once when something was done. */
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Posts } from '../../../shared/hub-api/posts.ts'
import type { NotDone } from '../api/ask.ts'
import type { AtHub } from '../api/hub-context.ts'

/** From one asking to the next. Milliseconds. */
const rhythm = 10_000

export interface PostsSeen {
  /** The newest that there is; null: none yet. */
  posts: Posts | null
  /** Why there is nothing newer; null: there is. */
  fault: NotDone | null
  /** What the hub's clock says now, as far as this page knows; its own where the hub has said nothing. */
  now: () => number
  /** Asks now. */
  again: () => Promise<void>
}

export function usePosts({ hub, heard }: Pick<AtHub, 'hub' | 'heard'>): PostsSeen {
  const [seen, setSeen] = useState<{ posts: Posts; ahead: number } | null>(null)
  const [fault, setFault] = useState<NotDone | null>(null)
  const asked = useRef(0)
  const again = useCallback(async () => {
    const number = (asked.current += 1)
    const answer = heard(await hub.posts())
    // A later question has been asked meanwhile: its answer is the newer one.
    if (number !== asked.current) return
    if (answer.done) setSeen({ posts: answer.value, ahead: answer.value.now - Date.now() })
    setFault(answer.done ? null : answer)
  }, [hub, heard])
  const look = useEffectEvent(() => {
    if (!document.hidden) void again()
  })
  useEffect(() => {
    // Once this is drawn, and not in the middle of it.
    const first = setTimeout(() => look())
    const timer = setInterval(() => look(), rhythm)
    const back = (): void => look()
    document.addEventListener('visibilitychange', back)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
      document.removeEventListener('visibilitychange', back)
    }
  }, [])
  return { posts: seen?.posts ?? null, fault, now: () => Date.now() + (seen?.ahead ?? 0), again }
}

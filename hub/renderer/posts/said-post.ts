/** What is said of a post in a few words: ages, its clock, what to do, what there is to look at. */
import type { Post } from '../../../shared/hub-api/posts.ts'
import { leastOffset } from '../../../shared/sync/clock-offset.ts'
import type { Speak } from '../words/catalogue.ts'
import { standOf, type Stand } from './post-stand.ts'

const minute = 60_000

/** How long ago something was, in its largest whole unit. @param age milliseconds; a clock that is ahead makes it negative */
export function sayAge(speak: Speak, age: number): string {
  const minutes = Math.floor(age / minute)
  if (minutes < 1) return speak('age.now')
  if (minutes < 60) return speak('age.minutes', { n: minutes })
  if (minutes < 2_880) return speak('age.hours', { n: Math.floor(minutes / 60) })
  return speak('age.days', { n: Math.floor(minutes / 1_440) })
}

/** A post's clock beside the hub's. */
export function sayClock(speak: Speak, clock: Post['clock']): string {
  if (clock === null) return speak('clock.unsaid')
  if (clock.doubt !== null) return speak('clock.doubt')
  const seconds = Math.round((clock.offset ?? 0) / 1000)
  if (Math.abs(clock.offset ?? 0) < leastOffset) return speak(clock.offset === null ? 'clock.unsaid' : 'clock.right')
  return speak(seconds > 0 ? 'clock.ahead' : 'clock.behind', { n: Math.abs(seconds) })
}

/** What there is to look at, each with its count; empty: nothing. */
export function sayApart(speak: Speak, post: Post): string[] {
  const parts = ['alerts', 'forks', 'quarantined', 'held', 'flagged'] as const
  return parts.filter((part) => post[part] > 0).map((part) => speak(`apart.${part}`, { n: post[part] }))
}

/** What a person is to do about a post. */
export function sayWhatToDo(speak: Speak, post: Post, now: number): string {
  const stand: Stand = standOf(post, now)
  switch (stand) {
    case 'revoked':
    case 'replaced':
    case 'lost':
      return speak('do.withdrawn')
    case 'person':
      return speak('do.person', { alerts: post.alerts })
    case 'silent':
    case 'slow':
      return speak(`do.${stand}`, { by: post.by })
    case 'invited':
      return speak('do.invited', { untilAt: post.until })
    case 'clock':
    case 'held':
    case 'expired':
    case 'good':
      return speak(`do.${stand}`)
  }
}

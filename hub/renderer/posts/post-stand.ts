/** How a post stands, in one word, and which post a person should look at first: pure rules. */
import type { Post } from '../../../shared/hub-api/posts.ts'
import { mostOffset } from '../../../shared/sync/clock-offset.ts'

const minute = 60_000
const day = 1_440 * minute

/** After so long without contact a post is late, and is not heard of. A stick comes in days where a wire comes in minutes. */
export const contactLimits = {
  wire: { slow: 7 * minute, silent: 60 * minute },
  stick: { slow: 3 * day, silent: 7 * day },
} as const

/** The most pressing first: the order of the list. */
export const stands = [
  /** Something is told that nobody has acknowledged. */
  'person',
  'silent',
  'slow',
  'clock',
  /** What a withdrawn one still sent waits for somebody to let it in. */
  'held',
  /** It never enrolled, and cannot any more. */
  'expired',
  'invited',
  'good',
  'lost',
  'revoked',
  'replaced',
] as const
export type Stand = (typeof stands)[number]

/** How pressing a word is: what its shape and its colour say. */
export type Urgency = 'act' | 'watch' | 'fine' | 'apart'

const urgencies: Record<Stand, Urgency> = {
  person: 'act',
  silent: 'act',
  slow: 'watch',
  clock: 'watch',
  held: 'watch',
  expired: 'watch',
  invited: 'apart',
  good: 'fine',
  lost: 'apart',
  revoked: 'apart',
  replaced: 'apart',
}

export const urgencyOf = (stand: Stand): Urgency => urgencies[stand]

/** How a post stands at an instant of the hub's clock. */
export function standOf(post: Post, now: number): Stand {
  if (post.alerts > 0) return 'person'
  switch (post.state) {
    case 'revoked':
    case 'replaced':
    case 'lost':
      return post.held > 0 ? 'held' : post.state
    case 'invited':
      return post.until < now ? 'expired' : 'invited'
    case 'enrolled':
      return ofContact(post, now) ?? (isClockWrong(post) ? 'clock' : 'good')
  }
}

function ofContact({ by, lastContact }: Post, now: number): 'slow' | 'silent' | null {
  const limits = contactLimits[by]
  // It is enrolled and has sent nothing: nothing has gone wrong yet that anybody knows of.
  const since = lastContact === null ? limits.slow : now - lastContact
  if (since >= limits.silent) return 'silent'
  return since >= limits.slow ? 'slow' : null
}

/** Whether a post's own doubt, or its distance from the hub's clock, is to be told. */
export function isClockWrong({ clock }: Pick<Post, 'clock'>): boolean {
  return clock !== null && (clock.doubt !== null || Math.abs(clock.offset ?? 0) >= mostOffset)
}

/** The posts, those first that need a person; of the same word the one longest without contact, then by name. */
export function inOrder(posts: readonly Post[], now: number): Post[] {
  const rank = (post: Post): number => stands.indexOf(standOf(post, now))
  return posts.toSorted(
    (one, other) =>
      rank(one) - rank(other) ||
      (one.lastContact ?? 0) - (other.lastContact ?? 0) ||
      one.name.localeCompare(other.name, 'vi'),
  )
}

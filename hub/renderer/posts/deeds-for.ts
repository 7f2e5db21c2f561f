/** What there is to decide about a post: a pure rule. */
import { kioskDeeds, type KioskDeed } from '../../../shared/hub-api/kiosk-deeds.ts'
import type { Post } from '../../../shared/hub-api/posts.ts'

/** A withdrawn post is not withdrawn once more, but may be found to be lost; a lost one tells its figures again. */
export function deedsFor({ state, held }: Pick<Post, 'state' | 'held'>): KioskDeed[] {
  const possible: Record<KioskDeed, boolean> = {
    revoke: state === 'invited' || state === 'enrolled',
    release: held > 0,
    replace: state === 'enrolled' || state === 'revoked' || state === 'lost',
    lost: state !== 'invited',
  }
  return kioskDeeds.filter((deed) => possible[deed])
}

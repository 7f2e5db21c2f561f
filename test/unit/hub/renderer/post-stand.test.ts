/** How a post stands in one word, and which of them a person should look at first. */
import { describe, expect, test } from 'vitest'
import { contactLimits, inOrder, standOf, urgencyOf, type Stand } from '../../../../hub/renderer/posts/post-stand.ts'
import { deedsFor } from '../../../../hub/renderer/posts/deeds-for.ts'
import type { Post } from '../../../../shared/hub-api/posts.ts'
import { aPost } from '../../../gallery/hub/a-hub.ts'
import { day, hour, minute, now } from '../../../gallery/clock.ts'

const heard = (ago: number, given: Partial<Post> = {}): Post => aPost({ lastContact: now - ago, ...given })

describe('a post stands', () => {
  const cases: [string, Post, Stand][] = [
    ['good where it was heard of a moment ago', heard(minute), 'good'],
    ['good a millisecond before seven minutes', heard(7 * minute - 1), 'good'],
    ['late from seven minutes on', heard(7 * minute), 'slow'],
    ['silent from an hour on', heard(hour), 'silent'],
    ['good where its stick came two days ago', heard(2 * day, { by: 'stick' }), 'good'],
    ['late where no stick came for three days', heard(3 * day, { by: 'stick' }), 'slow'],
    ['silent where no stick came for a week', heard(7 * day, { by: 'stick' }), 'silent'],
    ['late where it is enrolled and has sent nothing', aPost({ lastContact: null }), 'slow'],
    ['in doubt by its own word', heard(0, { clock: { doubt: 'behind-journal', offset: null } }), 'clock'],
    ['in doubt two minutes before the hub', heard(0, { clock: { doubt: null, offset: 2 * minute } }), 'clock'],
    ['in doubt two minutes behind it', heard(0, { clock: { doubt: null, offset: -2 * minute } }), 'clock'],
    ['to be looked at by a person while an alert is open', heard(9 * hour, { alerts: 1 }), 'person'],
    ['invited until its invitation ends', aPost({ state: 'invited', until: now, lastContact: null }), 'invited'],
    ['expired after that', aPost({ state: 'invited', until: now - 1, lastContact: null }), 'expired'],
    ['held where a revoked one has sent something', heard(0, { state: 'revoked', held: 1 }), 'held'],
    ['revoked, however long ago it was heard of', heard(90 * day, { state: 'revoked' }), 'revoked'],
    ['lost', heard(0, { state: 'lost' }), 'lost'],
  ]
  test.each(cases)('%s', (_name, post, stand) => expect(standOf(post, now)).toBe(stand))

  test('good is the only word with the look of what is in order', () => {
    expect(urgencyOf('good')).toBe('fine')
    for (const stand of ['person', 'silent', 'slow', 'clock', 'held', 'expired'] as const)
      expect(urgencyOf(stand)).not.toBe('fine')
  })

  test('a stick has longer than a wire for each of both', () => {
    expect(contactLimits.stick.slow).toBeGreaterThan(contactLimits.wire.silent)
  })
})

describe('the list', () => {
  test('begins with whom a person must look at, then the silent, the late, the good, the withdrawn', () => {
    const posts = [
      heard(0, { name: 'thu hồi', state: 'revoked' }),
      heard(0, { name: 'tốt' }),
      heard(8 * minute, { name: 'chậm' }),
      heard(2 * hour, { name: 'mất' }),
      heard(0, { name: 'cảnh báo', alerts: 1 }),
    ]
    expect(inOrder(posts, now).map(({ name }) => name)).toEqual(['cảnh báo', 'mất', 'chậm', 'tốt', 'thu hồi'])
  })

  test('has the one longest without contact first among equals', () => {
    const posts = [heard(2 * hour, { name: 'hai giờ' }), heard(9 * hour, { name: 'chín giờ' })]
    expect(inOrder(posts, now).map(({ name }) => name)).toEqual(['chín giờ', 'hai giờ'])
  })
})

describe('what is to be decided', () => {
  test('of a post that sends is nothing to let in', () => {
    expect(deedsFor(aPost())).toEqual(['revoke', 'replace', 'lost'])
  })

  test('of a post that never enrolled is only to withdraw its invitation', () => {
    expect(deedsFor(aPost({ state: 'invited' }))).toEqual(['revoke'])
  })

  test('of a revoked one is not to revoke it again, but to let in what is held', () => {
    expect(deedsFor(aPost({ state: 'revoked', held: 2 }))).toEqual(['release', 'replace', 'lost'])
  })

  test('of a replaced one is never its name: another has that now', () => {
    expect(deedsFor(aPost({ state: 'replaced' }))).toEqual(['lost'])
  })
})

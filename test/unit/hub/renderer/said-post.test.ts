/** What the page says of a post in a few words. */
import { describe, expect, test } from 'vitest'
import { sayAge, sayApart, sayClock, sayWhatToDo } from '../../../../hub/renderer/posts/said-post.ts'
import { sayDone } from '../../../../hub/renderer/posts/said-done.ts'
import { speakIn } from '../../../../hub/renderer/words/catalogue.ts'
import { aPost } from '../../../gallery/hub/a-hub.ts'
import { day, hour, minute, now } from '../../../gallery/clock.ts'

const vi = speakIn('vi')
const en = speakIn('en')

describe('an age', () => {
  test.each([
    [-hour, 'vừa xong'],
    [minute - 1, 'vừa xong'],
    [minute, '1 phút trước'],
    [hour - 1, '59 phút trước'],
    [hour, '1 giờ trước'],
    [2 * day - 1, '47 giờ trước'],
    [2 * day, '2 ngày trước'],
  ])('of %i ms reads “%s”', (age, said) => expect(sayAge(vi, age)).toBe(said))
})

describe('a clock', () => {
  test.each([
    [null, 'chưa rõ'],
    [{ doubt: null, offset: null }, 'chưa rõ'],
    [{ doubt: null, offset: 900 }, 'đúng'],
    [{ doubt: null, offset: 61_000 }, 'nhanh 61 giây'],
    [{ doubt: null, offset: -61_000 }, 'chậm 61 giây'],
    [{ doubt: 'behind-journal', offset: 0 }, 'nghi sai'],
  ])('%j reads “%s”', (clock, said) => expect(sayClock(vi, clock)).toBe(said))
})

describe('what there is to look at', () => {
  test('is each count that is not nought', () => {
    expect(sayApart(vi, aPost({ forks: 1, flagged: 3 }))).toEqual(['1 nhánh rẽ', '3 bản ghi lạ'])
    expect(sayApart(vi, aPost())).toEqual([])
  })
})

describe('what to do', () => {
  test('about a silent post is to call it, and about one by stick to bring one', () => {
    expect(sayWhatToDo(vi, aPost({ lastContact: now - 2 * hour }), now)).toContain('Gọi chốt')
    expect(sayWhatToDo(vi, aPost({ by: 'stick', lastContact: now - 8 * day }), now)).toContain('USB')
  })
})

describe('a lost laptop', () => {
  const lost = (given: object) => ({
    enrolment: '0'.repeat(32),
    name: 'Km 98',
    released: null,
    lost: {
      at: now,
      deadline: now + 72 * hour,
      exposed: { people: 2, crossings: 1, entries: 4, from: now, through: now, unread: 0, notHere: 0, ...given },
    },
  })

  test('is told with whom it exposes, the period and when the report is due', () => {
    const said = sayDone(en, 'lost', lost({})).join(' ')
    expect(said).toContain('2 people')
    expect(said).toContain('07:42 22/11/2026')
    expect(said).toContain('due by 07:42 25/11/2026')
    expect(said).not.toContain('never came here')
  })

  test('is told with what nobody here has read: never fewer people than there are', () => {
    expect(sayDone(en, 'lost', lost({ unread: 7 })).join(' ')).toContain('7 entries have lost their content')
    expect(sayDone(en, 'lost', lost({ notHere: 40 })).join(' ')).toContain('40 entries that never came here')
    expect(sayDone(en, 'lost', lost({ notHere: null })).join(' ')).toContain('never said')
  })
})

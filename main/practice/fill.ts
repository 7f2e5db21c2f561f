/** Fills a journal with practice days, by the code that records: nothing in it is made otherwise than at a post. */
import { dayLength, startOfLocalDay } from '../../shared/language/time.ts'
import type { Journal } from '../journal/index.ts'
import { chance } from './chance.ts'
import { dayMoments, oneByOne, shiftEndsOf } from './day-plan.ts'
import { passage } from './passage.ts'
import { Player, type Deed, type Filled } from './player.ts'
import type { PracticePost } from './practice-post.ts'

/** What is asked for. The same seed and days make the same entries. */
export interface Practice {
  /** Whole days, up to yesterday. */
  days: number
  /** Crossings a day. */
  crossings: number
  seed: number
  /** Epoch milliseconds. */
  now: number
}

/** A seed's draws that are about days are not those that are about passages. */
const ofDays = 0x5eed

/** Where a practice begins, epoch milliseconds. Its journal is begun there, before anything that happens in it. */
export const practiceBegins = ({ days, now }: Pick<Practice, 'days' | 'now'>): number =>
  startOfLocalDay(now) - days * dayLength

/**
 * Plays the days.
 * @param told how many days are done
 * @param post its officers; null: the post has none, and nobody signs
 * @throws PracticeNotRecorded
 */
export function fillPractice(
  journal: Journal,
  practice: Practice,
  told: (days: number) => void,
  post: PracticePost | null = null,
): Filled {
  const player = new Player(journal, post)
  const draw = chance(practice.seed + ofDays)
  const begins = practiceBegins(practice)
  player.comeOn(begins, null)
  for (let done = 0; done < practice.days; done++) {
    const midnight = begins + done * dayLength
    // What would come after midnight does not: the day is whole by itself.
    const isOfTheDay = ({ at }: { at: number }): boolean => at < midnight + dayLength
    const passages = dayMoments(practice.crossings, midnight, draw).flatMap((at, index) => {
      const first = passage(done * practice.crossings + index, practice.seed, at)
      return first.returns ? [first, first.returns] : [first]
    })
    const atTheBar = oneByOne(passages.filter(isOfTheDay), midnight)
    const closing = shiftEndsOf(atTheBar, midnight).map((at): Deed => ({ at, act: (now) => player.closeShift(now) }))
    const deeds = [...closing, ...atTheBar.flatMap((each) => player.deeds(each))].filter(isOfTheDay)
    for (const { at, act } of deeds.toSorted((one, other) => one.at - other.at)) act(at)
    while (journal.indexSome() > 0) continue
    told(done + 1)
  }
  post?.leave(begins + practice.days * dayLength - 1)
  return player.filled
}

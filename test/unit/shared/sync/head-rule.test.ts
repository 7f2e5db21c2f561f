/** One head for each epoch: every way in which a batch can meet it, tried out on short journals. */
import { describe, expect, test } from 'vitest'
import { judgeBatch, judgeHubHead, type HeadRule, type Known, type Range } from '../../../../shared/sync/head-rule.ts'

/** A line of hashes; what follows a parting has another letter. A journal is its hashes, entry 1 first. */
const line = (letter: string, length: number, from = 1): string[] =>
  Array.from({ length }, (_, index) => `${letter}${from + index}`)

/** The batch of entries `from` to `through` of a journal. */
function batch(journal: readonly string[], from: number, through: number, epoch = journal[0] ?? ''): Range {
  const hashes = journal.slice(from - 1, through)
  const previous = from === 1 ? 'genesis' : (journal[from - 2] ?? '')
  return { epoch, from, through, previous, hash: hashes.at(-1) ?? previous, hashes }
}

/** A hub that has these journals up to some entry, by the name of their epoch. */
function hubOf(
  has: Record<string, { journal: readonly string[]; from?: number; through: number }>,
  epoch: string,
): Known {
  const of = has[epoch]
  const within = (seq: number, { from = 1, through }: { from?: number; through: number }): boolean =>
    seq >= from && seq <= through
  return {
    head: of === undefined ? null : { seq: of.through, hash: of.journal[of.through - 1] ?? '' },
    ofEpoch: (seq) => (of && within(seq, of) ? (of.journal[seq - 1] ?? null) : null),
    anywhere: (seq) => Object.values(has).flatMap((each) => (within(seq, each) ? (each.journal[seq - 1] ?? []) : [])),
  }
}

const ours = line('a', 12)
/** The same journal until entry 5, and another from 6 on, as of an image that was put back without an epoch of its own. */
const parted = [...ours.slice(0, 5), ...line('x', 7, 6)]

const longest = 12
const heads = Array.from({ length: longest + 1 }, (_, seq) => seq)

/** Every first and last entry that a batch can have; `least`: 0 where it may hold none. */
const ranges = (least: 0 | 1): [number, number][] =>
  heads
    .slice(1)
    .flatMap((from) =>
      heads.filter((through) => through >= from - 1 + least).map((through) => [from, through] as [number, number]),
    )

describe('a batch of the journal that the hub has', () => {
  const expected = (head: number, from: number, through: number): HeadRule => {
    if (head === 0 && (from > 1 || through < 1)) return { rule: 'gap', head: null }
    if (from > head + 1) return { rule: 'gap', head: { seq: head, hash: `a${head}` } }
    return through <= head ? { rule: 'replay' } : { rule: 'extend', from: head + 1 }
  }

  test.each(heads)('up to entry %i goes on from there, is a replay, or comes too early', (head) => {
    const known = hubOf(head === 0 ? {} : { a1: { journal: ours, through: head } }, 'a1')
    for (const [from, through] of ranges(0))
      expect([from, through, judgeBatch(batch(ours, from, through, 'a1'), known)]).toEqual([
        from,
        through,
        expected(head, from, through),
      ])
  })
})

describe('a batch of another journal of the same numbers', () => {
  const expected = (head: number, from: number, through: number): HeadRule => {
    if (from > head + 1) return { rule: 'gap', head: { seq: head, hash: `a${head}` } }
    if (through <= Math.min(head, 5)) return { rule: 'replay' }
    // As long as the hub has nothing of where they part, the first to come is believed.
    if (head <= 5) return { rule: 'extend', from: head + 1 }
    return { rule: 'fork', at: from <= 6 ? 6 : from - 1 }
  }

  test.each(heads.slice(1))('is never taken for what the hub has up to entry %i', (head) => {
    const known = hubOf({ a1: { journal: ours, through: head } }, 'a1')
    for (const [from, through] of ranges(1))
      expect([from, through, judgeBatch(batch(parted, from, through, 'a1'), known)]).toEqual([
        from,
        through,
        expected(head, from, through),
      ])
  })
})

test('what comes twice with another last hash is no replay, though the number is known', () => {
  const known = hubOf({ a1: { journal: ours, through: 8 } }, 'a1')
  expect(judgeBatch(batch(parted, 6, 8, 'a1'), known)).toEqual({ rule: 'fork', at: 6 })
})

describe('an epoch that begins behind a copy', () => {
  const restored = [...ours.slice(0, 6), ...line('r', 6, 7)]
  const begins = (has: Parameters<typeof hubOf>[0]) => judgeBatch(batch(restored, 7, 9, 'r7'), hubOf(has, 'r7'))

  test('is taken where the hub has the entry that it follows, whatever else followed that', () => {
    expect(begins({ a1: { journal: ours, through: 6 } })).toEqual({ rule: 'extend', from: 7 })
    expect(begins({ a1: { journal: ours, through: 12 } })).toEqual({ rule: 'extend', from: 7 })
  })

  test('waits for what comes before it', () => {
    expect(begins({ a1: { journal: ours, through: 5 } })).toEqual({ rule: 'gap', head: null })
    expect(begins({})).toEqual({ rule: 'gap', head: null })
  })

  test('is a fork where the hub has another entry there', () => {
    expect(begins({ a1: { journal: parted, through: 6 } })).toEqual({ rule: 'fork', at: 6 })
  })

  test('does not begin in the middle', () => {
    const known = hubOf({ a1: { journal: ours, through: 12 } }, 'r7')
    expect(judgeBatch(batch(restored, 8, 9, 'r7'), known)).toEqual({ rule: 'gap', head: null })
  })

  test('goes on as any other', () => {
    const known = hubOf({ a1: { journal: ours, through: 12 }, r7: { journal: restored, from: 7, through: 9 } }, 'r7')
    expect(judgeBatch(batch(restored, 10, 12, 'r7'), known)).toEqual({ rule: 'extend', from: 10 })
    expect(judgeBatch(batch(restored, 7, 9, 'r7'), known)).toEqual({ rule: 'replay' })
  })
})

describe('the head that a hub says it has', () => {
  const hashOf = (seq: number): string | null => ours[seq - 1] ?? null
  const judged = (seq: number, hash: string) => judgeHubHead({ seq, hash }, ours.length, hashOf)

  test('is ours', () => expect(judged(12, 'a12')).toEqual({ rule: 'same' }))
  test('is of before: the rest is sent', () => expect(judged(7, 'a7')).toEqual({ rule: 'ancestor', from: 8 }))
  test('is none: everything is sent', () =>
    expect(judgeHubHead(null, 12, hashOf)).toEqual({ rule: 'ancestor', from: 1 }))
  test('is nothing that this journal ever had', () => {
    expect(judged(7, 'x7')).toEqual({ rule: 'unknown' })
    expect(judged(13, 'a13')).toEqual({ rule: 'unknown' })
  })
})

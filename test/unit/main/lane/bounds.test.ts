/** What strangers show is bounded: the work of a scan is counted in comparisons of people, never in time. */
import { describe, expect, it, vi } from 'vitest'
import { comparisonsMade } from '../../../../shared/domain/crossing/traveller-identity.ts'
import { longestDraft, mostEvidence, mostTravellers } from '../../../../shared/domain/limits.ts'
import type { SomePerson } from '../../../fixtures/shown-things.ts'
import { an } from '../../../fixtures/shown-things.ts'
import { laneAt, scanCard, scanResult } from './lane-at.ts'

/** Comparisons that something makes. */
function comparisons(act: () => unknown): number {
  const before = comparisonsMade()
  act()
  return comparisonsMade() - before
}

const letter = (index: number): string => String.fromCodePoint(65 + (index % 26))

/** Somebody of whom nobody else is. */
function somebody(index: number): SomePerson {
  const name = `Nguyễn ${letter(index)}an ${letter(Math.floor(index / 26))}inh`
  return { name, birthDate: '1990-01-01', number: String(24_090_000_000 + index).padStart(12, '0') }
}

/** A name of 256 one-letter parts, of which all that are compared hold the same letters. */
function hostile(index: number): SomePerson {
  const parts = Array.from({ length: 256 }, (_, at) => letter(at * (2 * index + 1)))
  return { ...somebody(index), name: parts.join(' ') }
}

/** A result whose content is larger than any real one, by its issuer’s name. */
const large = { is: 'x'.repeat(25_000) }

describe('codes with names of 256 one-letter parts', () => {
  it('stay as many travellers as there are codes', async () => {
    const { lane } = await laneAt()
    for (let index = 0; index < 24; index += 1) scanResult(lane, hostile(index))
    expect(lane.shown().travellers).toHaveLength(24)
  })

  it('cost a comparison with each that is there, and none when they are only shown', async () => {
    const { lane } = await laneAt()
    for (let index = 0; index < 24; index += 1) {
      expect(comparisons(() => scanResult(lane, hostile(index)))).toBe(index)
    }
    expect(comparisons(() => lane.shown())).toBe(0)
  })

  it('are put to nobody who awaits a result, though the birth date fits', async () => {
    const { lane } = await laneAt()
    scanCard(lane, somebody(0))
    expect(scanResult(lane, hostile(1)).placed?.how).toBe('new')
  })
})

describe('a crossing of sixty', () => {
  it('costs a scan comparisons with those who are there, however often they were shown before', async () => {
    const { lane } = await laneAt()
    for (let index = 0; index < 60; index += 1) {
      scanResult(lane, somebody(index))
      scanCard(lane, somebody(index))
    }
    // With the card of the same person.
    expect(comparisons(() => scanResult(lane, somebody(0)))).toBe(1)
    expect(comparisons(() => lane.edit({ kind: 'direction', direction: 'out' }))).toBe(0)
    expect(comparisons(() => scanResult(lane, somebody(60)))).toBe(2 * 60)
  })
})

describe('a crossing that is full', () => {
  async function fullLane() {
    const at = await laneAt()
    for (let index = 0; index < mostTravellers; index += 1) scanCard(at.lane, somebody(index))
    return at
  }

  it('turns a further person away, says so, and records the scan', async () => {
    const { lane } = await fullLane()
    const { verdict, placed, record } = scanResult(lane, an)
    expect(placed).toBeNull()
    expect(record.recorded).toBe(true)
    expect(verdict).toMatchObject({
      outcome: 'check',
      reason: { code: 'crossing-full', values: { most: mostTravellers } },
    })
    expect(lane.shown()).toMatchObject({ notDone: 'crossing-full' })
    expect(lane.shown().travellers).toHaveLength(mostTravellers)
  })

  it('still takes what is of somebody who is there', async () => {
    const { lane } = await fullLane()
    scanResult(lane, an)
    expect(scanResult(lane, somebody(0)).placed?.how).toBe('same')
    expect(lane.shown().notDone).toBeNull()
  })

  it('takes nobody who is typed in, parted or counted', async () => {
    const { lane } = await fullLane()
    scanResult(lane, somebody(0))
    const [first] = lane.shown().travellers
    for (const edit of [
      { kind: 'state', traveller: null, name: 'Bé Na', birthDate: null, number: null },
      { kind: 'part', evidence: first!.evidence[0]!.id },
      { kind: 'people', people: mostTravellers + 1 },
    ] as const) {
      lane.edit({ kind: 'select', traveller: first!.id })
      expect(lane.edit(edit)).toMatchObject({ notDone: 'crossing-full', people: null })
      expect(lane.shown().travellers).toHaveLength(mostTravellers)
    }
  })

  it('takes over nobody of an earlier one, rather than some', async () => {
    const { lane } = await fullLane()
    const decided = lane.decide('referred', { code: 'papers-missing', note: null })
    scanResult(lane, an)
    expect(lane.edit({ kind: 'return', of: decided.recorded ? decided.seq : 0 })).toMatchObject({
      notDone: 'crossing-full',
      travellers: [{ name: an.name }],
    })
  })
})

describe('a traveller who shows ever more', () => {
  it('is taken as many things as are compared, and no more', async () => {
    const { lane } = await laneAt()
    for (let index = 0; index < mostEvidence; index += 1) scanResult(lane, an, { ci: `URN:UVCI:01:VN:${index}` })
    const answer = scanResult(lane, an, { ci: 'URN:UVCI:01:VN:ONE-MORE' })
    expect(answer).toMatchObject({ placed: null, verdict: { outcome: 'check', reason: { code: 'traveller-full' } } })
    const travellers = lane.shown().travellers
    expect(travellers.map(({ evidence }) => evidence.length)).toEqual([mostEvidence])
    expect(lane.shown().notDone).toBe('traveller-full')
  })

  it('that is rejected is said to be rejected', async () => {
    const { lane } = await laneAt()
    for (let index = 0; index < mostEvidence; index += 1) scanResult(lane, an, { ci: `URN:UVCI:01:VN:${index}` })
    expect(scanResult(lane, an, { tr: '260373001' }).verdict).toMatchObject({ outcome: 'rejected' })
  })

  it('by the same code shows one thing', async () => {
    const { lane } = await laneAt()
    for (let times = 0; times < 2 * mostEvidence; times += 1) scanResult(lane, an)
    expect(lane.shown().travellers.map(({ evidence }) => evidence.length)).toEqual([1])
  })
})

describe('the crossing on disk', () => {
  it('grows no longer than is written and read at once', async () => {
    const { lane, journal } = await laneAt()
    const outcomes = Array.from({ length: mostTravellers }, (_, index) => scanResult(lane, somebody(index), large))
    expect(outcomes.at(-1)).toMatchObject({ placed: null, verdict: { reason: { code: 'crossing-full' } } })
    expect(journal.readDraft()?.length).toBeLessThan(1.1 * longestDraft)
  })

  it.each([
    ['too many people', mostTravellers + 1, 1],
    ['too many things', 1, mostEvidence + 1],
  ])('with %s is not opened again, and that is said until something is done', async (_what, people, things) => {
    const first = await laneAt()
    scanCard(first.lane, an)
    const draft = JSON.parse(first.journal.readDraft()!) as Draft
    const [traveller] = draft.travellers
    const evidence = Array.from({ length: things }, () => traveller!.evidence[0])
    draft.travellers = Array.from({ length: people }, (_, id) => ({ ...traveller!, id: id + 1, evidence }))
    first.journal.saveDraft(JSON.stringify(draft))
    const { lane } = await first.restart()
    expect(lane.shown()).toMatchObject({ notDone: 'not-reopened', empty: true })
    scanCard(lane, an)
    expect(lane.shown()).toMatchObject({ notDone: null, travellers: [{ name: an.name }] })
  })

  it('of any length beyond that is not even taken apart', async () => {
    const first = await laneAt()
    first.journal.saveDraft(`{"travellers":[${'[],'.repeat(longestDraft)}[]]}`)
    const parse = vi.spyOn(JSON, 'parse')
    const { lane } = await first.restart()
    const longest = Math.max(0, ...parse.mock.calls.map(([text]) => text.length))
    parse.mockRestore()
    expect(longest).toBeLessThan(longestDraft)
    expect(lane.shown().notDone).toBe('not-reopened')
  })
})

interface Draft {
  travellers: { id: number; evidence: unknown[] }[]
}

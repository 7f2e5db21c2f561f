import { describe, expect, it } from 'vitest'
import { LaneMemory } from '../../../../../main/lane/index.ts'
import { closeCrossing } from '../../../../../shared/domain/crossing/close-crossing.ts'
import type { Decision, Direction } from '../../../../../shared/domain/crossing/crossing.ts'
import { noVehicle, type OpenCrossing } from '../../../../../shared/domain/crossing/open-crossing.ts'
import { bestPerson } from '../../../../../shared/domain/crossing/person.ts'
import {
  findRepeats,
  plateKeys,
  type EarlierCrossing,
  type Presence,
} from '../../../../../shared/domain/crossing/repeats.ts'
import { tellingCertificate } from '../../../../../shared/domain/crossing/traveller-verdict.ts'
import { an, binh, cardOf, judged, maskedCodeOf, resultOf, shown } from '../../../../fixtures/shown-things.ts'
import { now } from '../../../../fixtures/verdicts.ts'

const minute = 60_000

interface Passage {
  plate?: string
  direction?: Direction
}

const driving = (crossing: OpenCrossing, { plate = '98A-123.45', direction = 'in' }: Passage): OpenCrossing => ({
  ...crossing,
  direction,
  vehicle: { ...noVehicle, plate },
})

function earlier(
  crossing: OpenCrossing,
  passage: Passage & { minutesAgo: number; decision?: Decision },
): EarlierCrossing {
  const { minutesAgo, decision = 'admitted' } = passage
  const closed = closeCrossing(judged(driving(crossing, passage)), decision, null)
  return { seq: minutesAgo, at: now - minutesAgo * minute, crossing: closed }
}

/** Those of earlier crossings that the lane remembers of somebody. */
function remembered(before: readonly EarlierCrossing[], { person, digest }: Presence) {
  const memory = new LaneMemory()
  for (const each of before) memory.remember(each)
  return memory.ofTraveller(person, digest)
}

/** The codes found for the first traveller of a crossing that stands there now. */
function codes(crossing: OpenCrossing, before: readonly EarlierCrossing[], passage: Passage = {}): string[] {
  const there = driving(crossing, passage)
  const evidence = there.travellers[0]?.evidence ?? []
  const digest = tellingCertificate(evidence)?.digest ?? null
  const presence = {
    person: bestPerson(evidence),
    digest,
    plates: plateKeys(there),
    direction: there.direction,
  }
  const known = remembered(before, presence)
  return findRepeats(presence, known, { now, enteredLater: false, withinMinutes: 30, place: 'Km 98, làn 2' }).map(
    ({ code }) => code,
  )
}

describe('what earlier crossings say', () => {
  it('is nothing where nobody was here', () => {
    expect(codes(shown(resultOf(an), cardOf(an)), [])).toEqual([])
  })

  it('names the same person the same way within the policy’s minutes', () => {
    const before = earlier(shown(resultOf(an), cardOf(an)), { minutesAgo: 29 })
    expect(codes(shown(resultOf(an, { certificateId: 'another' }), cardOf(an)), [before])).toEqual(['person-again'])
    const longAgo = earlier(shown(resultOf(an), cardOf(an)), { minutesAgo: 31 })
    expect(codes(shown(resultOf(an), cardOf(an)), [longAgo])).toEqual([])
  })

  it('lets the same person come back the other way', () => {
    const before = earlier(shown(resultOf(an), cardOf(an)), { minutesAgo: 5 })
    expect(codes(shown(resultOf(an), cardOf(an)), [before], { direction: 'out' })).toEqual([])
  })

  it('knows a person by name and whole birth date where no number is shown', () => {
    const before = earlier(shown(cardOf(an)), { minutesAgo: 5 })
    expect(codes(shown(resultOf(an)), [before])).toEqual(['person-again'])
    expect(codes(shown(resultOf({ ...an, birthDate: '1999-02-27' })), [before])).toEqual([])
  })

  it('does not take two people for one because their masked numbers look alike', () => {
    const before = earlier(shown(maskedCodeOf(an)), { minutesAgo: 5 })
    expect(codes(shown(maskedCodeOf(an)), [before])).toEqual([])
  })

  it('tells a result that another person showed, whenever that was', () => {
    const lent = resultOf(an, { certificateId: 'lent' })
    const before = earlier(shown(lent, cardOf(an)), { minutesAgo: 600 })
    const there = shown(lent)
    const byBinh = { ...there, travellers: [{ ...there.travellers[0]!, evidence: [...there.travellers[0]!.evidence] }] }
    byBinh.travellers[0]!.evidence.push({ ...cardOf(binh), id: 90 })
    expect(codes(byBinh, [before])).toEqual(['certificate-of-another'])
  })

  it('tells a result that passed in another vehicle, but not one that changed its trailer', () => {
    const person = shown(resultOf(an), cardOf(an))
    const before = earlier(person, { minutesAgo: 600, plate: '29C-555.55' })
    expect(codes(person, [before])).toEqual(['certificate-on-another-plate'])
    const same = earlier(person, { minutesAgo: 600 })
    expect(codes(person, [same], { plate: '98a 123 45' })).toEqual([])
  })

  it('asks nothing about coming again where the policy sets no time', () => {
    const person = shown(resultOf(an), cardOf(an))
    const before = earlier(person, { minutesAgo: 5 })
    const presence = { person: bestPerson(person.travellers[0]!.evidence), digest: null, plates: [] }
    const circumstances = { now, enteredLater: false, withinMinutes: null, place: 'Km 98' }
    const there = { ...presence, direction: 'in' } as const
    expect(findRepeats(there, remembered([before], there), circumstances)).toEqual([])
  })

  it('says where and when', () => {
    const person = shown(resultOf(an), cardOf(an))
    const presence = { person: bestPerson(person.travellers[0]!.evidence), digest: null, plates: [] }
    const circumstances = { now, enteredLater: false, withinMinutes: 30, place: 'Km 98, làn 2' }
    const there = { ...presence, direction: 'in' } as const
    const known = remembered([earlier(person, { minutesAgo: 10 })], there)
    const [found] = findRepeats(there, known, circumstances)
    expect(found?.values).toEqual({ seenAt: now - 10 * minute, place: 'Km 98, làn 2', vehicle: '98A-123.45' })
  })
})

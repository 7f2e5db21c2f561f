import { describe, expect, it } from 'vitest'
import { mostEarlier } from '../../../../shared/domain/limits.ts'
import { LaneMemory, remembered } from '../../../../main/lane/memory.ts'
import { suggestPlates } from '../../../../main/lane/suggest-plates.ts'
import { readDraft, writeDraft } from '../../../../main/lane/draft.ts'
import { closeCrossing } from '../../../../shared/domain/crossing/close-crossing.ts'
import { emptyCrossing, noVehicle } from '../../../../shared/domain/crossing/open-crossing.ts'
import type { EarlierCrossing } from '../../../../shared/domain/crossing/repeats.ts'
import { an, binh, cardOf, judged, paper, resultOf, shown, type SomePerson } from '../../../fixtures/shown-things.ts'
import { now } from '../../../fixtures/verdicts.ts'

function passed(seq: number, person: SomePerson, plate: string, at: number = now): EarlierCrossing {
  const open = { ...shown(resultOf(person), cardOf(person)), vehicle: { ...noVehicle, plate } }
  return { seq, at, crossing: closeCrossing(judged(open), 'admitted', null) }
}

const person = ({ name, birthDate, number }: SomePerson) => ({ name, birthDate, numbers: [number] })
const seqs = (found: readonly EarlierCrossing[]): number[] => found.map(({ seq }) => seq)

describe('the lane’s memory', () => {
  it('finds crossings by plate, certificate and person, newest first', () => {
    const memory = new LaneMemory()
    memory.remember(passed(1, an, '98A-123.45', now - 5))
    memory.remember(passed(2, an, '98A-123.45', now))
    memory.remember(passed(3, binh, '29C-555.55', now))
    expect(seqs(memory.ofPlates(['98A12345']))).toEqual([2, 1])
    expect(seqs(memory.ofTraveller(person(binh), null).ofPerson)).toEqual([3])
    const nobody = { name: null, birthDate: null, numbers: [] }
    expect(seqs(memory.ofTraveller(nobody, `of URN:${an.name}`).ofCertificate)).toEqual([2, 1])
  })

  it('takes a corrected crossing in the place of the first, and forgets a voided one', () => {
    const memory = new LaneMemory()
    memory.remember(passed(1, an, '98A-123.45'))
    memory.remember(passed(1, an, '98A-123.54'))
    expect(seqs(memory.ofPlates(['98A12345']))).toEqual([])
    expect(seqs(memory.ofPlates(['98A12354']))).toEqual([1])
    memory.forget(1)
    expect(memory.get(1)).toBeNull()
    expect(memory.ofPlates(['98A12354'])).toEqual([])
  })

  it('looks at no more crossings of one person, plate or certificate than a scan has time for', () => {
    const memory = new LaneMemory()
    for (let seq = 1; seq <= mostEarlier + 10; seq += 1) memory.remember(passed(seq, an, '98A-123.45', now + seq))
    const { ofPerson, ofCertificate } = memory.ofTraveller(person(an), `of URN:${an.name}`)
    for (const found of [ofPerson, ofCertificate, memory.ofPlates(['98A12345'])]) {
      expect(found).toHaveLength(mostEarlier)
      expect(found[0]?.seq).toBe(mostEarlier + 10)
    }
  })

  it('takes nobody for another whose name cannot be compared', () => {
    const memory = new LaneMemory()
    const [long, longer, foreign] = ['A '.repeat(256), `${'A '.repeat(256)}B`, '阮文安']
    memory.remember(passed(1, { ...an, name: long, number: '' }, '98A-123.45'))
    memory.remember(passed(2, { ...an, name: foreign, number: '' }, '98A-123.45'))
    const found = (name: string) =>
      seqs(memory.ofTraveller({ name, birthDate: an.birthDate, numbers: [] }, null).ofPerson)
    expect([found(long), found(longer), found(foreign), found('陈文安')]).toEqual([[1], [], [2], []])
  })

  it('forgets what is too long ago', () => {
    const memory = new LaneMemory()
    memory.remember(passed(1, an, '98A-123.45', now - remembered - 1))
    memory.remember(passed(2, binh, '29C-555.55', now - remembered))
    memory.prune(now)
    expect(seqs(memory.since(0))).toEqual([2])
  })
})

describe('suggested plates', () => {
  const today = [passed(4, an, '98A-123.45'), passed(3, binh, '29C-555.55'), passed(2, an, '98A-123.45')]

  it('hold what was typed anywhere, however it was typed, each plate once', () => {
    expect(suggestPlates('23.4', today)).toEqual([{ plate: '98A-123.45', at: now, direction: 'in', people: 1 }])
    expect(suggestPlates('29c', today).map(({ plate }) => plate)).toEqual(['29C-555.55'])
    expect(suggestPlates('5', today)).toEqual([])
    expect(suggestPlates('99', today)).toEqual([])
  })

  it('are at most eight', () => {
    const many = Array.from({ length: 20 }, (_, index) => passed(index + 1, an, `98A-123.${10 + index}`))
    expect(suggestPlates('98A', many)).toHaveLength(8)
  })
})

describe('the open crossing as text', () => {
  it('is read back as it was written', () => {
    const open = shown(resultOf(an), cardOf(an), resultOf(binh))
    const withPaper = {
      ...open,
      travellers: [...open.travellers, { id: 90, evidence: [{ ...paper, id: 91 }], confirmed: true }],
    }
    expect(readDraft(writeDraft(withPaper)!)).toEqual(withPaper)
  })

  it('is nothing where there is nothing to lose', () => {
    expect(writeDraft(emptyCrossing('in'))).toBeNull()
    expect(readDraft(writeDraft(emptyCrossing('out'))!)).toEqual(emptyCrossing('out'))
  })

  it('of another version is none', () => {
    for (const text of ['', '{', '{}', '{"direction":"in"}', 'null']) expect(readDraft(text)).toBeNull()
  })
})

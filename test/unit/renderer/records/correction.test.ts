import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import {
  draftOf,
  readAmendment as readAmendmentAt,
  readWhy,
  type Draft,
} from '../../../../renderer/screens/records/crossing/correction.ts'
import { amendInputSchema } from '../../../../shared/contract/crossing-schemas.ts'
import { aRecorded, now } from './recorded.ts'

const readAmendment = (draft: Draft, recorded = aRecorded()) => readAmendmentAt(draft, recorded, now)
const drafted = (changes: Partial<Draft>, recorded = aRecorded()): Draft => ({ ...draftOf(recorded), ...changes })
const vehicleOf = (changes: Partial<NonNullable<Draft['vehicle']>>) => ({
  ...draftOf(aRecorded()).vehicle!,
  ...changes,
})

describe('a correction', () => {
  it('asks for what has changed, with the reason', () => {
    const read = readAmendment(drafted({ decision: 'referred', reason: 'symptoms', note: ' ho, sốt ' }), aRecorded())
    expect(read).toMatchObject({
      ok: true,
      input: {
        of: 7,
        decision: 'referred',
        why: { code: 'symptoms', note: 'ho, sốt' },
        vehicle: { plate: '98A-123.45' },
      },
    })
    expect(read.ok && v.is(amendInputSchema, read.input)).toBe(true)
  })

  it('brings plates to their usual form, and an emptied field to nothing', () => {
    const vehicle = vehicleOf({ plate: '98c12346', trailerPlate: ' ', carrier: ' Hải Âu ' })
    expect(readAmendment(drafted({ vehicle, reason: 'papers-seen' }), aRecorded())).toMatchObject({
      input: { vehicle: { plate: '98C-123.46', trailerPlate: null, carrier: 'Hải Âu' } },
    })
  })

  it('leaves a group on foot on foot', () => {
    const onFoot = aRecorded({ vehicle: null }, { onFoot: true, plate: null })
    expect(readAmendment(drafted({ decision: 'refused', reason: 'order' }, onFoot), onFoot)).toMatchObject({
      input: { vehicle: null },
    })
  })

  it('that changes nothing is none, however a plate is typed', () => {
    const vehicle = vehicleOf({ plate: '98a 12345' })
    expect(readAmendment(drafted({ vehicle, reason: 'order' }), aRecorded())).toEqual({ ok: false, fault: 'unchanged' })
  })

  it('needs a reason, and another reason than those listed needs words', () => {
    expect(readAmendment(drafted({ decision: 'refused' }), aRecorded())).toEqual({ ok: false, fault: 'no-reason' })
    expect(readWhy(drafted({ reason: 'other', note: '  ' }))).toEqual({ ok: false, fault: 'words-needed' })
    expect(readWhy(drafted({ reason: 'other', note: 'gõ nhầm' }))).toEqual({
      ok: true,
      why: { code: 'other', note: 'gõ nhầm' },
    })
  })

  describe('of when it happened', () => {
    const late = aRecorded({ happenedAt: now - 3_600_001 })

    it('takes a time as it is typed, and nothing typed for when it was entered', () => {
      expect(readAmendment(drafted({ happened: '0630 2211', reason: 'order' }))).toMatchObject({
        input: { happenedAt: Date.parse('2026-11-22T06:30:00+07:00') },
      })
      expect(readAmendment(drafted({ happened: ' ', reason: 'order' }, late), late)).toMatchObject({
        input: { happenedAt: null },
      })
    })

    it('says nothing of it where it is as it was, to the millisecond', () => {
      const read = readAmendment(drafted({ decision: 'refused', reason: 'order' }, late), late)
      expect(read.ok && Object.keys(read.input)).toEqual(['of', 'decision', 'vehicle', 'why'])
      expect(readAmendment(drafted({ reason: 'order' }, late), late)).toEqual({ ok: false, fault: 'unchanged' })
    })

    it('is told where that is no time, or lies ahead', () => {
      for (const happened of ['hôm qua', '2561', '0730 23/11/2026'])
        expect(readAmendment(drafted({ happened, reason: 'order' }))).toEqual({ ok: false, fault: 'happened' })
    })
  })
})

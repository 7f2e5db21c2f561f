import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { closeCrossing, decisionFault } from '../../../../../shared/domain/crossing/close-crossing.ts'
import {
  crossingSchema,
  decisionReasons,
  type Decision,
  type Reason,
} from '../../../../../shared/domain/crossing/crossing.ts'
import { noVehicle, type OpenCrossing } from '../../../../../shared/domain/crossing/open-crossing.ts'
import { finding } from '../../../../../shared/domain/finding/finding.ts'
import type { Finding } from '../../../../../shared/domain/finding/verdict.ts'
import {
  an,
  binh,
  cardOf,
  expired,
  judged,
  positive,
  resultOf,
  shown,
  unknown,
} from '../../../../fixtures/shown-things.ts'

const fault = (crossing: OpenCrossing, decision: Decision, reason: Reason | null = null) =>
  decisionFault(judged(crossing), decision, reason)
const agreed: Reason = { code: 'supervisor-agreed', note: null }

describe('a decision', () => {
  it('needs no reason where it is the one that the verdict asks for', () => {
    expect(fault(shown(resultOf(an)), 'admitted')).toBeNull()
    expect(fault(shown(resultOf(an, { findings: positive })), 'referred')).toBeNull()
    expect(fault(shown(resultOf(an, { findings: expired })), 'refused')).toBeNull()
    expect(fault(shown(resultOf(an, { findings: unknown })), 'referred')).toBeNull()
  })

  it('needs a reason where it departs from the verdict', () => {
    const cases: [OpenCrossing, Decision][] = [
      [shown(resultOf(an)), 'refused'],
      [shown(resultOf(an)), 'referred'],
      [shown(cardOf(an)), 'admitted'],
      [shown(cardOf(an)), 'refused'],
      [shown(cardOf(an)), 'referred'],
      [shown(resultOf(an, { findings: expired })), 'admitted'],
      [shown(resultOf(an, { findings: positive })), 'refused'],
      [{ ...shown(resultOf(an)), people: 2 }, 'admitted'],
    ]
    for (const [crossing, decision] of cases) {
      expect(fault(crossing, decision)).toBe('reason-needed')
      expect(fault(crossing, decision, agreed)).toBeNull()
    }
  })

  it('needs words where the reason is another', () => {
    expect(fault(shown(cardOf(an)), 'admitted', { code: 'other', note: null })).toBe('words-needed')
    expect(fault(shown(cardOf(an)), 'admitted', { code: 'other', note: 'theo lệnh miệng' })).toBeNull()
  })

  it('to admit whoever is positive, forged or revoked needs words, whatever stock reason there is', () => {
    const grave: readonly (readonly Finding[])[] = [
      positive,
      [finding('signature-mismatch')],
      [finding('revocation-listed')],
    ]
    for (const findings of grave) {
      const crossing = { ...shown(resultOf(binh), resultOf(an, { findings })), people: 2 }
      expect(fault(crossing, 'admitted')).toBe('reason-needed')
      for (const code of decisionReasons.filter((each) => each !== 'other')) {
        expect(fault(crossing, 'admitted', { code, note: 'đã xem' })).toBe('words-needed')
        expect(fault(crossing, 'refused', { code, note: null })).toBeNull()
      }
      expect(fault(crossing, 'admitted', { code: 'other', note: null })).toBe('words-needed')
      expect(fault(crossing, 'admitted', { code: 'other', note: 'cấp cứu, xe 115 đưa đi' })).toBeNull()
    }
  })

  it('to admit needs a count, unless one person is alone: whoever hides in a vehicle is in no scan', () => {
    const car = { ...shown(resultOf(an)), vehicle: { ...noVehicle, plate: '98A-123.45' } }
    expect(fault(car, 'admitted')).toBe('count-needed')
    expect(fault(car, 'admitted', agreed)).toBe('count-needed')
    expect(fault(car, 'refused', agreed)).toBeNull()
    expect(fault({ ...car, people: 1 }, 'admitted')).toBeNull()
    expect(fault({ ...car, vehicle: { ...noVehicle, plate: '98-B1 123.45' } }, 'admitted')).toBeNull()
    expect(fault({ ...car, people: 1, vehicle: { ...noVehicle, plate: '98A' } }, 'admitted')).toBe('reason-needed')
    expect(fault({ ...shown(resultOf(an), resultOf(binh)), vehicle: null }, 'admitted')).toBe('count-needed')
  })

  it('needs somebody, or at least a plate, and to refer it needs somebody', () => {
    expect(fault(shown(), 'admitted', agreed)).toBe('nobody')
    const plate = { ...shown(), vehicle: { ...noVehicle, plate: '98A-123.45' } }
    expect(fault(plate, 'refused')).toBe('reason-needed')
    expect(fault(plate, 'refused', agreed)).toBeNull()
    expect(fault(plate, 'referred', agreed)).toBe('nobody')
    expect(fault({ ...plate, vehicle: { ...noVehicle, plate: '29C' } }, 'refused', agreed)).toBe('nobody')
  })
})

describe('the recorded crossing', () => {
  const crossing = { ...shown(resultOf(an), cardOf(an), cardOf(binh)), people: 2 }
  const closed = closeCrossing(judged(crossing), 'admitted', agreed)

  it('fits what the journal keeps', () => {
    expect(v.parse(crossingSchema, JSON.parse(JSON.stringify(closed)))).toEqual(closed)
  })

  it('keeps who they are, what they showed and what was concluded of each', () => {
    expect(closed.outcome).toBe('check')
    expect(closed.travellers[0]).toMatchObject({
      name: an.name,
      birthDate: an.birthDate,
      numbers: [an.number],
      outcome: 'accepted',
      reason: 'rules-met',
      identity: 'same',
      certificate: { scan: 7, id: `URN:${an.name}`, name: an.name },
      documents: [{ scan: 8, kind: 'citizen-card', number: an.number }],
    })
    expect(closed.travellers[1]).toMatchObject({ name: binh.name, outcome: 'check', certificate: null })
  })

  it('takes the name of the card before that of the result', () => {
    const plain = { ...an, name: 'NGUYEN VAN AN' }
    const one = shown(resultOf(plain), cardOf(an))
    expect(closeCrossing(judged(one), 'admitted', null).travellers[0]).toMatchObject({
      name: 'Nguyễn Văn An',
      certificate: { name: 'NGUYEN VAN AN' },
    })
  })
})

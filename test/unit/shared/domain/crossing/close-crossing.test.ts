import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { closeCrossing, decisionFault } from '../../../../../shared/domain/crossing/close-crossing.ts'
import { crossingSchema, type Decision, type Reason } from '../../../../../shared/domain/crossing/crossing.ts'
import { noVehicle, type OpenCrossing } from '../../../../../shared/domain/crossing/open-crossing.ts'
import { judgeTraveller } from '../../../../../shared/domain/crossing/traveller-verdict.ts'
import { an, binh, cardOf, positive, resultOf, shown } from '../../../../fixtures/shown-things.ts'

const verdicts = ({ travellers }: OpenCrossing) => travellers.map((traveller) => judgeTraveller(traveller, []))
const fault = (crossing: OpenCrossing, decision: Decision, reason: Reason | null = null) =>
  decisionFault(crossing, verdicts(crossing), decision, reason)
const agreed: Reason = { code: 'supervisor-agreed', note: null }

describe('a decision', () => {
  it('needs no reason where it is the one that the verdict asks for', () => {
    expect(fault(shown(resultOf(an)), 'admitted')).toBeNull()
    expect(fault(shown(resultOf(an, { findings: positive })), 'refused')).toBeNull()
    expect(fault(shown(resultOf(an, { findings: positive })), 'referred')).toBeNull()
    expect(fault(shown(cardOf(an)), 'referred')).toBeNull()
  })

  it('needs a reason where it departs from the verdict', () => {
    const cases: [OpenCrossing, Decision][] = [
      [shown(resultOf(an)), 'refused'],
      [shown(resultOf(an)), 'referred'],
      [shown(cardOf(an)), 'admitted'],
      [shown(cardOf(an)), 'refused'],
      [shown(resultOf(an, { findings: positive })), 'admitted'],
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

  it('needs somebody, or at least a plate', () => {
    expect(fault(shown(), 'admitted', agreed)).toBe('nobody')
    const plate = { ...shown(), vehicle: { ...noVehicle, plate: '98A-123.45' } }
    expect(fault(plate, 'refused', agreed)).toBeNull()
  })
})

describe('the recorded crossing', () => {
  const crossing = { ...shown(resultOf(an), cardOf(an), cardOf(binh)), people: 2 }
  const closed = closeCrossing(crossing, verdicts(crossing), 'admitted', agreed)

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
    expect(closeCrossing(one, verdicts(one), 'admitted', null).travellers[0]).toMatchObject({
      name: 'Nguyễn Văn An',
      certificate: { name: 'NGUYEN VAN AN' },
    })
  })
})

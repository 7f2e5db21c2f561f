/** Builders of recorded crossings, as the program behind the screen answers with them. */
import type { CrossingLine } from '../../../../shared/contract/crossing-line-schemas.ts'
import type { TraceLine } from '../../../../shared/contract/trace-schemas.ts'
import type { RecordedCrossing } from '../../../../shared/contract/recorded-schemas.ts'
import type { Crossing, Traveller } from '../../../../shared/domain/crossing/crossing.ts'

/** 07:42 on 22 November 2026 in Viet Nam. */
export const now = Date.parse('2026-11-22T07:42:00+07:00')

export function aLine(changes: Partial<CrossingLine> = {}): CrossingLine {
  return {
    seq: 7,
    at: now,
    enteredAt: null,
    direction: 'in',
    onFoot: false,
    plate: '98A-123.45',
    trailerPlate: null,
    names: ['Nguyễn Văn An', null],
    outcome: 'accepted',
    decision: 'admitted',
    reason: null,
    state: 'recorded',
    ...changes,
  }
}

export function aTraveller(changes: Partial<Traveller> = {}): Traveller {
  return {
    name: 'Nguyễn Văn An',
    birthDate: '1999-02-26',
    numbers: ['024099001234'],
    outcome: 'accepted',
    reason: 'rules-met',
    identity: 'same',
    certificate: {
      scan: 3,
      id: 'URN:UVCI:01:VN:1',
      format: 'HC1',
      kind: 'test',
      name: 'NGUYEN VAN AN',
      validUntil: now + 3_600_000,
    },
    documents: [{ scan: 4, kind: 'citizen-card', number: '024099001234' }],
    paper: null,
    ...changes,
  }
}

export function aRecorded(changes: Partial<Crossing> = {}, line: Partial<CrossingLine> = {}): RecordedCrossing {
  const vehicle = {
    plate: '98A-123.45',
    trailerPlate: null,
    kind: 'truck',
    carrier: null,
    from: null,
    to: null,
  } as const
  const crossing: Crossing = {
    direction: 'in',
    vehicle,
    people: 1,
    travellers: [aTraveller()],
    outcome: 'accepted',
    decision: 'admitted',
    reason: null,
    ...changes,
  }
  return { line: aLine(line), crossing, above: null, history: [] }
}

export function aTraceLine(changes: Partial<TraceLine> = {}): TraceLine {
  return {
    relation: 'nearby',
    crossing: 9,
    at: now,
    enteredAt: null,
    direction: 'out',
    onFoot: false,
    plate: '98A-123.45',
    decision: 'refused',
    name: 'Trần Thị Bình',
    birthDate: '1985-07-01',
    numbers: ['024185004321'],
    minutesApart: 12.4,
    ...changes,
  }
}

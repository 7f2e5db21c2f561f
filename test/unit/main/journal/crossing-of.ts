/** Crossings for tests, made by hand: no scan and no rule stands behind them. */
import type { Crossing, Traveller } from '../../../../shared/domain/crossing/crossing.ts'
import type { Journal } from '../../../../main/journal/index.ts'
import { now } from '../../../fixtures/verdicts.ts'

const names = ['Nguyễn Văn An', 'Trần Thị Bích Ngọc', 'Lê Hoàng Phương Nam', 'Phạm Minh Đức'] as const

/** What a thief would look for in a journal of these crossings. */
export const personalOfCrossings = [...names, '98A-123.45', '98A12345', '024099000120', 'Hòa Bình', 'crossing.recorded']

function traveller(index: number): Traveller {
  const name = names[index % names.length] ?? names[0]
  return {
    name,
    birthDate: `1990-01-0${(index % 9) + 1}`,
    numbers: [`02409900012${index % 10}`],
    outcome: 'accepted',
    reason: 'rules-met',
    identity: 'same',
    certificate: {
      scan: null,
      id: `URN:UVCI:01:VN:TEST000${index}`,
      format: 'HC1',
      kind: 'test',
      name,
      validUntil: now + 52 * 3_600_000,
    },
    documents: [{ scan: null, kind: 'citizen-card', number: `02409900012${index % 10}` }],
    paper: null,
  }
}

/** A truck with so many people, admitted into the province, but for what is said otherwise. */
export function crossingOf(changes: Partial<Omit<Crossing, 'travellers'>> & { travellers?: number } = {}): Crossing {
  const { travellers = 2, ...others } = changes
  return {
    direction: 'in',
    vehicle: { plate: '98A-123.45', trailerPlate: null, kind: 'truck', carrier: 'Hòa Bình', from: null, to: null },
    people: travellers,
    travellers: Array.from({ length: travellers }, (_, index) => traveller(index)),
    outcome: 'accepted',
    decision: 'admitted',
    reason: null,
    ...others,
  }
}

/** Records a crossing; answers with its number. */
export function recordedBy(journal: Journal, crossing: Crossing, at: number, draft: string | null = null): number {
  const record = journal.recordCrossing(crossing, at, draft)
  if (!record.recorded) throw new Error(`not recorded: ${record.code}`)
  return record.seq
}

/** Why a crossing is corrected, where it does not matter why. */
export const why = { code: 'order', note: null } as const

/**
 * Crossings out of the rows of a JSON Lines export. What an export leaves out is not there again: a masked name stays
 * masked, and nobody can be told from somebody of the same initials. Written out again, the rows are the same.
 */
import * as v from 'valibot'
import type { Crossing, Traveller } from '../../../shared/domain/crossing/crossing.ts'
import type { ReportedCrossing } from '../../../shared/domain/crossing/reported-crossing.ts'
import { rowSchema, type Row } from './row-schema.ts'

/** A line that is no row of an export, or stands where it cannot. `line` counts from 1. */
export class RowUnreadable extends Error {
  readonly code = 'ROW_UNREADABLE'
  readonly line: number
  constructor(line: number) {
    super(`line ${line} is no row of an export`)
    this.name = 'RowUnreadable'
    this.line = line
  }
}

function rowOf(text: string | null, line: number): Row {
  if (text === null) throw new RowUnreadable(line)
  try {
    return v.parse(rowSchema, JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof v.ValiError) throw new RowUnreadable(line)
    throw error
  }
}

/** The crossings of a file in its order, each once. @param lines null: one was too long. @throws RowUnreadable */
export async function* crossingsOfRows(lines: AsyncIterable<string | null>): AsyncGenerator<ReportedCrossing> {
  let rows: Row[] = []
  let line = 0
  for await (const text of lines) {
    line += 1
    const row = rowOf(text, line)
    const begins = row.crossings === 1
    const [first] = rows
    // All rows of a crossing stand behind its first, in their order.
    const follows = first !== undefined && row.crossing === first.crossing && row.order === rows.length + 1
    if (begins === follows) throw new RowUnreadable(line)
    if (begins && rows.length > 0) yield crossingOf(rows)
    rows = begins ? [row] : [...rows, row]
  }
  if (rows.length > 0) yield crossingOf(rows)
}

function crossingOf(rows: readonly Row[]): ReportedCrossing {
  const [first] = rows
  if (!first) throw new Error('a crossing has a row')
  const { kiosk, epoch, crossing: seq, at, enteredAt, officer, state, above } = first
  return {
    kiosk,
    epoch,
    seq,
    place: { post: first.post ?? '', lane: first.lane ?? '' },
    at,
    enteredAt,
    officer,
    startedAt: null,
    unseenEmergency: false,
    amended: state === 'amended',
    crossing: {
      direction: first.direction,
      vehicle: vehicleOf(first),
      people: first.countedPeople,
      travellers: rows.filter(({ people }) => people === 1).map(travellerOf),
      outcome: first.outcome,
      decision: first.decision,
      reason: first.decisionReason === null ? null : { code: first.decisionReason, note: first.decisionNote },
      ...(above === null ? {} : { above: above === 'emergency' ? { by: above } : { by: above, entries: [] } }),
    },
  }
}

function vehicleOf({ vehicle, plate, trailerPlate, carrier, from, to }: Row): Crossing['vehicle'] {
  return vehicle === 'on-foot' ? null : { kind: vehicle, plate, trailerPlate, carrier, from, to }
}

function travellerOf(row: Row): Traveller {
  const { name, birthDate, numbers, document, travellerOutcome, travellerReason, identity } = row
  const { certificateFormat: format, certificateKind: kind, certificate: id, validUntil } = row
  const { paperMethod: method, paperResult: result, paperSampledAt, paperLaboratory, paperNumber } = row
  return {
    name,
    birthDate,
    numbers: numbers === null ? [] : numbers.split(' / '),
    outcome: travellerOutcome ?? 'unreadable',
    reason: travellerReason ?? 'rules-met',
    identity: identity ?? 'alone',
    certificate:
      format === null || kind === null ? null : { scan: null, id: id ?? '', format, kind, name: '', validUntil },
    documents: document === null ? [] : [{ scan: null, kind: document, number: '' }],
    paper:
      method === null || result === null
        ? null
        : { method, result, sampledAt: paperSampledAt, laboratory: paperLaboratory, number: paperNumber },
  }
}

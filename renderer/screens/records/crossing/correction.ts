/** A correction on its way: what the fields say, what that asks the program for, and what keeps it from being asked. */
import type { Input } from '../../../../shared/contract/contract.ts'
import type { RecordedCrossing } from '../../../../shared/contract/recorded-schemas.ts'
import type { Decision, Reason, ReasonCode, Vehicle } from '../../../../shared/domain/crossing/crossing.ts'
import { readPlate } from '../../../../shared/domain/plate/plate.ts'
import { formatInstant } from '../../../../shared/language/time.ts'
import { readTypedInstant } from '../../../ui/typed-times.ts'

/** The fields of a correction. A vehicle's texts are empty where nothing is known. */
export interface Draft {
  decision: Decision
  /** Null: on foot. */
  vehicle: (Pick<Vehicle, 'kind'> & Record<VehicleText, string>) | null
  /** When it happened, as it is typed; empty: when it was entered. */
  happened: string
  reason: ReasonCode | null
  note: string
}

export const vehicleTexts = ['plate', 'trailerPlate', 'carrier', 'from', 'to'] as const
export type VehicleText = (typeof vehicleTexts)[number]

/** `unchanged`: nothing differs from what is recorded. `happened`: that is no time that lies behind. */
export type DraftFault = 'no-reason' | 'words-needed' | 'unchanged' | 'happened'

/** The crossing as it is, to be changed. */
export function draftOf({ crossing: { decision, vehicle, happenedAt } }: RecordedCrossing): Draft {
  const text = (name: VehicleText): string => vehicle?.[name] ?? ''
  return {
    decision,
    vehicle: vehicle && {
      kind: vehicle.kind,
      plate: text('plate'),
      trailerPlate: text('trailerPlate'),
      carrier: text('carrier'),
      from: text('from'),
      to: text('to'),
    },
    happened: saidInstant(happenedAt),
    reason: null,
    note: '',
  }
}

/** Why the correction is made, or what is missing. Another reason than those listed needs words. */
export function readWhy({ reason, note }: Draft): { ok: true; why: Reason } | { ok: false; fault: DraftFault } {
  if (reason === null) return { ok: false, fault: 'no-reason' }
  const words = note.trim() || null
  if (reason === 'other' && words === null) return { ok: false, fault: 'words-needed' }
  return { ok: true, why: { code: reason, note: words } }
}

/** The correction, or what is missing. Plates are brought to their usual form. @param now epoch milliseconds */
export function readAmendment(
  draft: Draft,
  { line: { seq }, crossing }: RecordedCrossing,
  now: number,
): { ok: true; input: Input<'crossing.amend'> } | { ok: false; fault: DraftFault } {
  const vehicle = draft.vehicle && {
    kind: draft.vehicle.kind,
    plate: plateOf(draft.vehicle.plate),
    trailerPlate: plateOf(draft.vehicle.trailerPlate),
    carrier: draft.vehicle.carrier.trim() || null,
    from: draft.vehicle.from.trim() || null,
    to: draft.vehicle.to.trim() || null,
  }
  const then = readHappened(draft, crossing, now)
  if (!then.ok) return then
  if (then.same && draft.decision === crossing.decision && isSameVehicle(vehicle, crossing.vehicle))
    return { ok: false, fault: 'unchanged' }
  const read = readWhy(draft)
  if (!read.ok) return read
  const happened = then.same ? {} : { happenedAt: then.at }
  return { ok: true, input: { of: seq, decision: draft.decision, vehicle, ...happened, why: read.why } }
}

const saidInstant = (at: number | undefined): string => (at === undefined ? '' : formatInstant(at))

/** What is typed says the minute alone: what is as it was stays to the millisecond. */
function readHappened(
  { happened }: Draft,
  { happenedAt }: RecordedCrossing['crossing'],
  now: number,
): { ok: true; same: true } | { ok: true; same: false; at: number | null } | { ok: false; fault: 'happened' } {
  const typed = happened.trim()
  if (typed === saidInstant(happenedAt)) return { ok: true, same: true }
  if (typed === '') return { ok: true, same: false, at: null }
  const at = readTypedInstant(typed, now)
  return at === null || at >= now ? { ok: false, fault: 'happened' } : { ok: true, same: false, at }
}

function plateOf(text: string): string | null {
  return readPlate(text)?.display ?? (text.trim() || null)
}

function isSameVehicle(one: Vehicle | null, other: Vehicle | null): boolean {
  if (!one || !other) return one === other
  return one.kind === other.kind && vehicleTexts.every((name) => one[name] === other[name])
}

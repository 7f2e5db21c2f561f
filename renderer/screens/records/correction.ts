/** A correction on its way: what the fields say, what that asks the program for, and what keeps it from being asked. */
import type { Input } from '../../../shared/contract/contract.ts'
import type { RecordedCrossing } from '../../../shared/contract/recorded-schemas.ts'
import type { Decision, Reason, ReasonCode, Vehicle } from '../../../shared/domain/crossing/crossing.ts'
import { readPlate } from '../../../shared/domain/plate.ts'

/** The fields of a correction. A vehicle's texts are empty where nothing is known. */
export interface Draft {
  decision: Decision
  /** Null: on foot. */
  vehicle: (Pick<Vehicle, 'kind'> & Record<VehicleText, string>) | null
  reason: ReasonCode | null
  note: string
}

export const vehicleTexts = ['plate', 'trailerPlate', 'carrier', 'from', 'to'] as const
export type VehicleText = (typeof vehicleTexts)[number]

/** `unchanged`: nothing differs from what is recorded. */
export type DraftFault = 'no-reason' | 'words-needed' | 'unchanged'

/** The crossing as it is, to be changed. */
export function draftOf({ crossing: { decision, vehicle } }: RecordedCrossing): Draft {
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

/** The correction, or what is missing. Plates are brought to their usual form. */
export function readAmendment(
  draft: Draft,
  { line: { seq }, crossing }: RecordedCrossing,
): { ok: true; input: Input<'crossing.amend'> } | { ok: false; fault: DraftFault } {
  const vehicle = draft.vehicle && {
    kind: draft.vehicle.kind,
    plate: plateOf(draft.vehicle.plate),
    trailerPlate: plateOf(draft.vehicle.trailerPlate),
    carrier: draft.vehicle.carrier.trim() || null,
    from: draft.vehicle.from.trim() || null,
    to: draft.vehicle.to.trim() || null,
  }
  if (draft.decision === crossing.decision && isSameVehicle(vehicle, crossing.vehicle))
    return { ok: false, fault: 'unchanged' }
  const read = readWhy(draft)
  return read.ok ? { ok: true, input: { of: seq, decision: draft.decision, vehicle, why: read.why } } : read
}

function plateOf(text: string): string | null {
  return readPlate(text)?.display ?? (text.trim() || null)
}

function isSameVehicle(one: Vehicle | null, other: Vehicle | null): boolean {
  if (!one || !other) return one === other
  return one.kind === other.kind && vehicleTexts.every((name) => one[name] === other[name])
}

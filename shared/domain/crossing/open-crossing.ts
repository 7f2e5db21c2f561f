/**
 * The crossing that is being built in the lane: who has shown what so far. It is kept on disk at every change, so that
 * it outlives a restart and a change of officer, and becomes a `Crossing` when the officer decides. JSON-safe.
 */
import type { Certificate } from '../../certificate/certificate.ts'
import type { Document } from '../../document/document.ts'
import type { OriginZone } from '../../rules/checkpoint.ts'
import type { Finding } from '../finding/verdict.ts'
import type { Direction, PaperResult, Traveller, Vehicle } from './crossing.ts'

/** One thing that a traveller showed or said. `id` is unique within the crossing, `at` in epoch milliseconds. */
export type Evidence = { id: number; at: number } & (
  | {
      kind: 'certificate'
      /** The entry of its scan; null where the disk did not take that. */
      scan: number | null
      /** Its own identifier, else its digest: what it is searched by. */
      certificateId: string
      /** What it is, however its code is written: see `Verdict`. */
      digest: string
      certificate: Certificate
      /** As its format gives it, for the rules to be asked again. */
      payload: unknown
      /** Of its own checks, those against other evidence left out. */
      findings: Finding[]
      validUntil: number | null
    }
  | { kind: 'document'; scan: number | null; document: Document }
  /** `findings`: what the rules say of it, had it been signed. */
  | { kind: 'paper'; result: PaperResult; findings: Finding[] }
  /** As the traveller says or the officer reads, typed. */
  | { kind: 'stated'; name: string; birthDate: string | null; number: string | null }
  /** What an earlier crossing of today knows of them, whose entry is `crossing`. */
  | { kind: 'earlier'; crossing: number; seenAt: number; traveller: Traveller; holds: boolean }
)

/** A person of the open crossing. In a vehicle the first is the driver. */
export interface OpenTraveller {
  /** Unique within the crossing. */
  id: number
  evidence: Evidence[]
  /** An officer compared person and papers where the identity check could not tell. */
  confirmed: boolean
}

export interface OpenCrossing {
  direction: Direction
  /** The lane's own direction, where this crossing alone goes the other way. */
  laneDirection?: Direction
  /** Null: on foot. */
  vehicle: Vehicle | null
  /** Where they come from, for rules that ask. */
  originZone: OriginZone
  /** When it happened, where it is entered later, from paper. Epoch milliseconds. */
  happenedAt?: number
  /** How many people there are, where somebody counted. */
  people: number | null
  travellers: OpenTraveller[]
  /** Whom the last scan or edit was about. */
  current: number | null
  /** The next scan begins a new traveller, whatever it looks like. */
  awaitingNext: boolean
  /** The next id to give to a traveller or to evidence. */
  nextId: number
}

export const noVehicle: Vehicle = { plate: null, trailerPlate: null, kind: null, carrier: null, from: null, to: null }

/** An open crossing with nothing in it. */
export function emptyCrossing(direction: Direction): OpenCrossing {
  return {
    direction,
    vehicle: noVehicle,
    originZone: null,
    people: null,
    travellers: [],
    current: null,
    awaitingNext: false,
    nextId: 1,
  }
}

/** The crossing after this one: empty, and the way that the lane goes. */
export function nextCrossing({ direction, laneDirection = direction }: OpenCrossing): OpenCrossing {
  return emptyCrossing(laneDirection)
}

/** Whether nothing has been scanned or typed yet. */
export function isEmpty({ travellers, vehicle, people, happenedAt }: OpenCrossing): boolean {
  const written = vehicle !== null && Object.values(vehicle).some((field) => field !== null)
  return travellers.length === 0 && !written && people === null && happenedAt === undefined
}

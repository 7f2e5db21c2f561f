/** Changes that an officer makes by hand to the open crossing: one pure function. */
import { readPlate } from '../plate/plate.ts'
import type { Direction, Vehicle } from './crossing.ts'
import type { CrossingEdit } from './crossing-edit.ts'
import { noVehicle, type Evidence, type OpenCrossing, type OpenTraveller } from './open-crossing.ts'

/** Edits that need nothing but the crossing itself. The others ask the rules, or the crossings of today. */
export type PlainEdit = Exclude<CrossingEdit, { kind: 'paper' | 'return' | 'origin-zone' }>

/** The crossing after an edit; unchanged where the edit is about somebody who is not there. Whether there is room for it is asked afterwards (room.ts). `at`: epoch milliseconds */
export function editCrossing(crossing: OpenCrossing, edit: PlainEdit, at: number): OpenCrossing {
  switch (edit.kind) {
    case 'direction':
      return turned(crossing, edit.direction)
    case 'on-foot':
      return { ...crossing, vehicle: edit.onFoot ? null : (crossing.vehicle ?? noVehicle) }
    case 'vehicle':
      return { ...crossing, vehicle: withFields(crossing.vehicle ?? noVehicle, edit.fields) }
    case 'people':
      return { ...crossing, people: edit.people }
    case 'happened-at':
      return happened(crossing, edit.at, at)
    case 'next':
      return { ...crossing, awaitingNext: true, current: null }
    case 'state':
      return state(crossing, edit, at)
    case 'part':
      return part(crossing, edit.evidence)
    case 'join':
      return join(crossing, edit.traveller, edit.into)
    case 'confirm':
      return change(crossing, edit.traveller, (traveller) => ({ ...traveller, confirmed: true }))
    case 'driver':
      return driver(crossing, edit.traveller)
    case 'remove':
      return without(crossing, edit.traveller)
    case 'select':
      return crossing.travellers.some(({ id }) => id === edit.traveller)
        ? { ...crossing, current: edit.traveller, awaitingNext: false }
        : crossing
  }
}

/** Whoever turns it by hand turns the lane. */
function turned({ laneDirection: _, ...crossing }: OpenCrossing, direction: Direction): OpenCrossing {
  return { ...crossing, direction }
}

function happened({ happenedAt: _, ...crossing }: OpenCrossing, then: number | null, now: number): OpenCrossing {
  return then !== null && then < now ? { ...crossing, happenedAt: then } : crossing
}

/** Adds to a traveller what was not scanned, in the place of what was there of its kind. */
export function addEvidence(crossing: OpenCrossing, traveller: number, evidence: Evidence): OpenCrossing {
  const changed = change(crossing, traveller, (each) => ({
    ...each,
    confirmed: false,
    evidence: [...each.evidence.filter(({ kind }) => kind !== evidence.kind), evidence],
  }))
  return changed === crossing ? crossing : { ...changed, nextId: crossing.nextId + 1 }
}

function withFields(vehicle: Vehicle, fields: Extract<PlainEdit, { kind: 'vehicle' }>['fields']): Vehicle {
  const changed = { ...vehicle, ...fields }
  return { ...changed, plate: asWritten(changed.plate), trailerPlate: asWritten(changed.trailerPlate) }
}

/** A plate in its usual form; what is none stays as it was typed. */
function asWritten(text: string | null): string | null {
  return text === null ? null : (readPlate(text)?.display ?? text)
}

function state(crossing: OpenCrossing, edit: Extract<PlainEdit, { kind: 'state' }>, at: number): OpenCrossing {
  const { traveller, name, birthDate, number } = edit
  const evidence: Evidence = { id: crossing.nextId, at, kind: 'stated', name, birthDate, number }
  if (traveller !== null) return addEvidence(crossing, traveller, evidence)
  const id = crossing.nextId + 1
  const travellers = [...crossing.travellers, { id, evidence: [evidence], confirmed: false }]
  return { ...crossing, travellers, current: id, awaitingNext: false, nextId: id + 1 }
}

function part(crossing: OpenCrossing, evidenceId: number): OpenCrossing {
  const owner = crossing.travellers.find(({ evidence }) => evidence.some(({ id }) => id === evidenceId))
  const parted = owner?.evidence.find(({ id }) => id === evidenceId)
  if (!owner || !parted || owner.evidence.length < 2) return crossing
  const left: OpenTraveller = {
    ...owner,
    confirmed: false,
    evidence: owner.evidence.filter((each) => each !== parted),
  }
  const id = crossing.nextId
  const travellers = crossing.travellers.flatMap((each) =>
    each === owner ? [left, { id, evidence: [parted], confirmed: false }] : [each],
  )
  return { ...crossing, travellers, current: id, nextId: id + 1 }
}

function join(crossing: OpenCrossing, from: number, to: number): OpenCrossing {
  const joined = crossing.travellers.find(({ id }) => id === from)
  if (!joined || from === to || !crossing.travellers.some(({ id }) => id === to)) return crossing
  const changed = change(crossing, to, (each) => ({
    ...each,
    confirmed: false,
    evidence: [...each.evidence, ...joined.evidence],
  }))
  return { ...changed, travellers: changed.travellers.filter((each) => each !== joined) }
}

function driver(crossing: OpenCrossing, traveller: number): OpenCrossing {
  const chosen = crossing.travellers.find(({ id }) => id === traveller)
  if (!chosen) return crossing
  return { ...crossing, travellers: [chosen, ...crossing.travellers.filter((each) => each !== chosen)] }
}

function without(crossing: OpenCrossing, traveller: number): OpenCrossing {
  const current = crossing.current === traveller ? null : crossing.current
  return { ...crossing, current, travellers: crossing.travellers.filter(({ id }) => id !== traveller) }
}

function change(crossing: OpenCrossing, id: number, by: (traveller: OpenTraveller) => OpenTraveller): OpenCrossing {
  const found = crossing.travellers.find((traveller) => traveller.id === id)
  if (!found) return crossing
  const travellers = crossing.travellers.map((each) => (each === found ? by(each) : each))
  return { ...crossing, travellers, current: id }
}

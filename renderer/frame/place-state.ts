/** Where on the screen one is: the room that is shown, and what lies over it. One pure function. */

/** The rooms, the lane first. */
export const roomNames = [
  'lane',
  'records',
  'reports',
  'sync',
  'set-up',
  'shift',
  'officers',
  'accesses',
  'help',
] as const
export type RoomName = (typeof roomNames)[number]

/** A recorded crossing by its number, or a part of a room: open referrals, trust, the doctor, setting up a real checkpoint. */
export type Shown = number | 'referrals' | 'trust' | 'doctor' | 'real-checkpoint'

export interface PlaceState {
  room: RoomName
  /** What the room was entered to show; null: as it was left. */
  shown: Shown | null
  /** Counts up with every entering, so that a room knows that it was entered anew. */
  visit: number
  /** The list of rooms is open. */
  menu: boolean
  /** The help on keys is open. */
  help: boolean
}

export type PlaceAction =
  | { kind: 'went'; room: RoomName; shown?: Shown }
  | { kind: 'menu-toggled' }
  | { kind: 'help-toggled' }
  /** What lies over the room goes, or else the room: back to the lane. */
  | { kind: 'left' }

export const atLane: PlaceState = { room: 'lane', shown: null, visit: 0, menu: false, help: false }

/** The place after `action`. */
export function reducePlace(place: PlaceState, action: PlaceAction): PlaceState {
  switch (action.kind) {
    case 'went':
      return { ...atLane, room: action.room, shown: action.shown ?? null, visit: place.visit + 1 }
    case 'menu-toggled':
      return { ...place, menu: !place.menu, help: false }
    case 'help-toggled':
      return { ...place, help: !place.help, menu: false }
    case 'left':
      return place.menu || place.help
        ? { ...place, menu: false, help: false }
        : reducePlace(place, { kind: 'went', room: 'lane' })
  }
}

/**
 * The key map: every key of the screen, what it does and where. The keys that are drawn, the help and the test against
 * conflicts all come from this one table; a part of the screen says what its deeds do with `useKey` or by drawing a `Key`.
 *
 * Keys are named as `KeyboardEvent.key` names them. F1 to F3 mean decisions or nothing, everywhere.
 */
import type { MessageKey } from '../i18n/catalogue.ts'

/**
 * Where a key means what it says. `everywhere` is the frame's; what is `open` (a form, a question) and the `steps` of setting up come
 * before their room, and the list of `rooms`, which lies over all of it, before everything.
 */
export type KeyPlace =
  | 'everywhere'
  | 'lane'
  | 'records'
  | 'reports'
  | 'shift'
  | 'sync'
  | 'set-up'
  | 'officers'
  | 'accesses'
  | 'steps'
  | 'help'
  | 'open'
  | 'rooms'

export interface KeyMeaning {
  key: string
  place: KeyPlace
  /** What the help says of it. */
  help: MessageKey
  /** It means the same while a field has the focus, though it is no function key. */
  inField?: true
}

export const keyMap = {
  menu: { key: 'F12', place: 'everywhere', help: 'key.menu' },
  help: { key: '?', place: 'everywhere', help: 'key.help' },
  theme: { key: 'F9', place: 'everywhere', help: 'help.theme' },
  language: { key: 'F10', place: 'everywhere', help: 'help.language' },
  'clock.confirm': { key: 'F7', place: 'everywhere', help: 'help.clock' },
  search: { key: 'Ctrl+F', place: 'everywhere', help: 'room.records' },
  referrals: { key: 'Ctrl+G', place: 'everywhere', help: 'referrals.title' },
  slip: { key: 'Ctrl+P', place: 'everywhere', help: 'slip.print' },
  retry: { key: 'Ctrl+L', place: 'everywhere', help: 'key.retry' },
  press: { key: ' ', place: 'everywhere', help: 'help.press' },
  'duty.take': { key: 'Ctrl+H', place: 'everywhere', help: 'duty.take' },
  lesson: { key: 'Ctrl+B', place: 'everywhere', help: 'lesson.title' },
  'lesson.leave': { key: 'Ctrl+Y', place: 'everywhere', help: 'lesson.leave' },
  'sign-in': { key: 'Ctrl+D', place: 'everywhere', help: 'signIn.title' },
  'to-lane': { key: 'Escape', place: 'everywhere', help: 'room.lane' },

  admit: { key: 'F1', place: 'lane', help: 'decide.admitted' },
  refuse: { key: 'F2', place: 'lane', help: 'decide.refused' },
  refer: { key: 'F3', place: 'lane', help: 'decide.referred' },
  details: { key: 'F4', place: 'lane', help: 'key.details' },
  return: { key: 'F5', place: 'lane', help: 'key.return' },
  picture: { key: 'Ctrl+O', place: 'lane', help: 'key.image' },
  camera: { key: 'Ctrl+K', place: 'lane', help: 'key.camera' },
  turn: { key: 'Home', place: 'lane', help: 'help.turn' },
  next: { key: '+', place: 'lane', help: 'key.next' },
  'same-person': { key: 'F6', place: 'lane', help: 'compare.same' },
  'other-person': { key: 'F8', place: 'lane', help: 'compare.other' },
  paper: { key: '-', place: 'lane', help: 'traveller.paper' },
  people: { key: '*', place: 'lane', help: 'crossing.peopleCount' },
  'on-foot': { key: '/', place: 'lane', help: 'crossing.onFoot' },
  vehicle: { key: 'Ctrl+E', place: 'lane', help: 'crossing.vehicle' },
  abandon: { key: 'Delete', place: 'lane', help: 'crossing.abandon' },
  undo: { key: 'Backspace', place: 'lane', help: 'decided.undo' },
  'row.up': { key: 'ArrowUp', place: 'lane', help: 'help.rows' },
  'row.down': { key: 'ArrowDown', place: 'lane', help: 'help.rows' },

  'records.search': { key: 'F4', place: 'records', help: 'records.part.search' },
  'records.trace': { key: 'F5', place: 'records', help: 'records.part.trace' },
  'records.arm': { key: 'F6', place: 'records', help: 'records.arm' },
  'records.export': { key: 'F8', place: 'records', help: 'trace.export' },
  'records.paper': { key: 'Ctrl+O', place: 'records', help: 'trace.paper' },
  'records.up': { key: 'ArrowUp', place: 'records', help: 'help.rows', inField: true },
  'records.down': { key: 'ArrowDown', place: 'records', help: 'help.rows', inField: true },

  'reports.before': { key: '-', place: 'reports', help: 'reports.before' },
  'reports.after': { key: '+', place: 'reports', help: 'reports.after' },
  'reports.period': { key: 'F4', place: 'reports', help: 'reports.period' },
  'reports.export': { key: 'F5', place: 'reports', help: 'reports.export' },
  'reports.close': { key: 'F6', place: 'reports', help: 'reports.day.close' },
  'reports.drawing': { key: 'F8', place: 'reports', help: 'reports.drawing' },
  'reports.stop': { key: 'Delete', place: 'reports', help: 'reports.export.stop' },

  'shift.close': { key: 'F6', place: 'shift', help: 'shift.close' },
  'shift.print': { key: 'F8', place: 'shift', help: 'shift.print' },
  'shift.open': { key: '+', place: 'shift', help: 'shift.open' },
  'shift.absent': { key: '*', place: 'shift', help: 'shift.absent' },
  'shift.up': { key: 'ArrowUp', place: 'shift', help: 'help.rows' },
  'shift.down': { key: 'ArrowDown', place: 'shift', help: 'help.rows' },

  'sync.update': { key: 'F5', place: 'sync', help: 'sync.update' },
  'sync.run': { key: 'F6', place: 'sync', help: 'sync.run' },
  'sync.stick': { key: 'F8', place: 'sync', help: 'sync.stick' },
  'sync.enrol': { key: 'F4', place: 'sync', help: 'sync.enrol' },
  'sync.diagnose': { key: '*', place: 'sync', help: 'sync.diagnose' },
  'sync.epoch': { key: '+', place: 'sync', help: 'sync.epoch' },

  'set-up.checkpoint': { key: 'F4', place: 'set-up', help: 'setUp.part.checkpoint' },
  'set-up.trust': { key: 'F5', place: 'set-up', help: 'setUp.part.trust' },
  'set-up.secret': { key: 'F6', place: 'set-up', help: 'setUp.part.secret' },
  'set-up.doctor': { key: 'F8', place: 'set-up', help: 'setUp.part.doctor' },
  'set-up.poster': { key: '/', place: 'set-up', help: 'setUp.part.poster' },
  'set-up.print': { key: 'Ctrl+U', place: 'set-up', help: 'setUp.poster.print' },
  'set-up.begin': { key: '+', place: 'set-up', help: 'setUp.begin' },
  'set-up.again': { key: '*', place: 'set-up', help: 'setUp.doctor.again' },
  'set-up.stop': { key: 'Delete', place: 'set-up', help: 'setUp.update.stop' },
  'set-up.camera': { key: 'Ctrl+K', place: 'set-up', help: 'key.camera' },

  'officers.new': { key: '+', place: 'officers', help: 'officers.new' },
  'officers.change': { key: 'F4', place: 'officers', help: 'officers.change' },
  'officers.renew': { key: 'F5', place: 'officers', help: 'officers.renew' },
  'officers.unlock': { key: 'F6', place: 'officers', help: 'officers.unlock' },
  'officers.print': { key: 'F8', place: 'officers', help: 'officers.print' },
  'officers.seen': { key: '*', place: 'officers', help: 'oversight.help' },
  'officers.remove': { key: 'Delete', place: 'officers', help: 'officers.remove' },
  'officers.up': { key: 'ArrowUp', place: 'officers', help: 'help.rows' },
  'officers.down': { key: 'ArrowDown', place: 'officers', help: 'help.rows' },

  'accesses.older': { key: 'F5', place: 'accesses', help: 'accesses.older' },

  'page.up': { key: 'ArrowUp', place: 'help', help: 'help.page' },
  'page.down': { key: 'ArrowDown', place: 'help', help: 'help.page' },

  leave: { key: 'Escape', place: 'open', help: 'key.leave' },
  'sign-out': { key: 'F5', place: 'open', help: 'signIn.out' },
  'step.back': { key: 'F4', place: 'steps', help: 'setUp.back' },
  'step.agree': { key: 'F6', place: 'steps', help: 'setUp.trust.agree' },
  'step.next': { key: 'F8', place: 'steps', help: 'setUp.next' },
  'correct.amend': { key: 'F6', place: 'open', help: 'correct.amend' },
  'correct.void': { key: 'F8', place: 'open', help: 'correct.void' },
  'correct.note': { key: '+', place: 'open', help: 'correct.note' },
  'choice.1': { key: '1', place: 'open', help: 'help.choice' },
  'choice.2': { key: '2', place: 'open', help: 'help.choice' },
  'choice.3': { key: '3', place: 'open', help: 'help.choice' },
  'choice.4': { key: '4', place: 'open', help: 'help.choice' },
  'choice.5': { key: '5', place: 'open', help: 'help.choice' },
  'choice.6': { key: '6', place: 'open', help: 'help.choice' },
  'choice.7': { key: '7', place: 'open', help: 'help.choice' },
  'choice.8': { key: '8', place: 'open', help: 'help.choice' },
  'choice.9': { key: '9', place: 'open', help: 'help.choice' },
  'choice.0': { key: '0', place: 'open', help: 'help.choice' },

  'room.lane': { key: 'Escape', place: 'rooms', help: 'room.lane' },
  'room.1': { key: '1', place: 'rooms', help: 'help.choice' },
  'room.2': { key: '2', place: 'rooms', help: 'help.choice' },
  'room.3': { key: '3', place: 'rooms', help: 'help.choice' },
  'room.4': { key: '4', place: 'rooms', help: 'help.choice' },
  'room.5': { key: '5', place: 'rooms', help: 'help.choice' },
  'room.6': { key: '6', place: 'rooms', help: 'help.choice' },
  'room.7': { key: '7', place: 'rooms', help: 'help.choice' },
  'room.8': { key: '8', place: 'rooms', help: 'help.choice' },
  'room.9': { key: '9', place: 'rooms', help: 'help.choice' },
  'room.0': { key: '0', place: 'rooms', help: 'help.choice' },
} as const satisfies Record<string, KeyMeaning>

/** Something that a key does. */
export type Deed = keyof typeof keyMap

function isDeed(name: string): name is Deed {
  return Object.hasOwn(keyMap, name)
}

/** All deeds, in the order of the table. */
export const deeds = Object.keys(keyMap).filter(isDeed)

/** The deed of a digit in whatever is open. */
export type Choice = Extract<Deed, `choice.${string}`>

/** The deed of a digit in the list of rooms. */
export type RoomFigure = Exclude<Extract<Deed, `room.${string}`>, 'room.lane'>

/** All of them, those of no room too. */
export const roomFigures = deeds.filter((deed): deed is RoomFigure => /^room\.\d$/.test(deed))

/** What comes before what, where two parts of the screen have the same key. */
const order: Readonly<Record<KeyPlace, number>> = {
  rooms: 3,
  open: 2,
  lane: 1,
  records: 1,
  reports: 1,
  shift: 1,
  sync: 1,
  'set-up': 1,
  officers: 1,
  accesses: 1,
  steps: 2,
  help: 1,
  everywhere: 0,
}

/** The meaning of a deed's key. */
export const meaningOf = (deed: Deed): KeyMeaning => keyMap[deed]

/**
 * The second chord of a key, since many laptops put the keys of their screen and sound on F1 to F12: Alt and the figure.
 * Null where a key has none.
 */
export function secondChord(key: string): string | null {
  if (key === 'F12') return 'Alt+M'
  const [, number] = /^F(\d+)$/.exec(key) ?? []
  return number === undefined ? null : `Alt+${Number(number) % 10}`
}

/** Both ways to press a deed. */
export function chordsOf(deed: Deed): string[] {
  const { key } = keyMap[deed]
  const second = secondChord(key)
  return second === null ? [key] : [key, second]
}

/** Does a chord write or move in a field, so that the field keeps it? */
const isOfField = (key: string): boolean => !/^(F\d+|Escape|(Ctrl|Alt)\+.)$/.test(key)

/**
 * What a chord does.
 * @param present deeds that something on the screen does at the moment
 * @param inField a field has the focus
 */
export function deedOf(chord: string, present: Iterable<Deed>, inField: boolean): Deed | null {
  let found: Deed | null = null
  for (const deed of present) {
    const { place, inField: always } = meaningOf(deed)
    if (!chordsOf(deed).includes(chord) || (inField && isOfField(chord) && !always)) continue
    if (found === null || order[place] >= order[meaningOf(found).place]) found = deed
  }
  return found
}

/** As keyboards print them. */
const printed: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  Backspace: '⌫',
  Delete: 'Del',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ' ': 'Space',
}

/** A key as it is printed on the keyboard. */
export const printedKey = (key: string): string => printed[key] ?? key

/** Plain answers that fit the contract, for tests of what carries them. */
import { methods, type Handlers } from '../../shared/contract/contract.ts'
import type { ShownCrossing } from '../../shared/contract/crossing-schemas.ts'
import type { Day, Kiosk, Settings, Standing } from '../../shared/contract/schemas.ts'

export const settings: Settings = { language: 'vi', theme: 'auto', camera: null, scannerPrefix: '' }

export const day: Day = {
  date: '2021-10-05',
  total: 0,
  byOutcome: { accepted: 0, check: 0, rejected: 0, unreadable: 0 },
  last: [],
  crossings: {
    total: 0,
    people: 0,
    byDecision: { admitted: 0, refused: 0, referred: 0 },
    byDirection: { in: 0, out: 0 },
    last: [],
  },
  openReferrals: 0,
}

const nobody: ShownCrossing['whole'] = {
  outcome: 'check',
  worst: 'check',
  filled: false,
  completeness: 'nobody',
  accepted: 0,
  check: 0,
  rejected: 0,
  missing: 0,
  surplus: 0,
  reasons: [],
}

export const crossing: ShownCrossing = {
  direction: 'in',
  vehicle: { plate: null, trailerPlate: null, kind: null, carrier: null, from: null, to: null },
  originZone: null,
  happenedAt: null,
  people: null,
  travellers: [],
  current: null,
  awaitingNext: false,
  empty: true,
  whole: nobody,
  expected: [],
  grave: false,
  seen: null,
  undo: null,
  corrected: null,
  unsaved: null,
  notDone: null,
}

export const standing: Standing = {
  trust: { keys: 1, ages: [{ artefact: 'keys', freshness: 'fresh', hours: 5 }], damaged: false },
  clock: { doubt: null, knownAt: null },
}

export const kiosk: Kiosk = {
  version: '0.0.0',
  checkpoint: { name: 'Cầu Như Nguyệt', lane: '2' },
  mode: 'real',
  session: { claimed: false, who: null, asleep: false, since: null },
  standing,
  settings,
  day,
  crossing,
}

function unused(): never {
  throw new Error('this test has no such handler')
}

/** Handlers of which only those given do anything; calling another is a fault of the test. */
export function handlersWith(given: Partial<Handlers>): Handlers {
  const all = Object.fromEntries(Object.keys(methods).map((method) => [method, unused]))
  return { ...(all as unknown as Handlers), ...given }
}

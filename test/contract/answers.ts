/** Plain answers that fit the contract, for tests of what carries them. */
import type { Handlers } from '../../shared/contract/contract.ts'
import type { Day, Kiosk, Settings, Standing } from '../../shared/contract/schemas.ts'

export const settings: Settings = { language: 'vi', theme: 'auto', camera: null }

export const day: Day = {
  date: '2021-10-05',
  total: 0,
  byOutcome: { accepted: 0, check: 0, rejected: 0, unreadable: 0 },
  last: [],
}

export const standing: Standing = {
  trust: { keys: 1, ages: [{ artefact: 'keys', freshness: 'fresh', hours: 5 }] },
  clock: { doubt: null, knownAt: null },
}

export const kiosk: Kiosk = {
  version: '0.0.0',
  checkpoint: { name: 'Cầu Như Nguyệt', lane: '2' },
  demo: false,
  standing,
  settings,
  day,
}

function unused(): never {
  throw new Error('this test has no such handler')
}

/** Handlers of which only those given do anything; calling another is a fault of the test. */
export function handlersWith(given: Partial<Handlers>): Handlers {
  return { 'kiosk.read': unused, 'scan.verify': unused, 'clock.confirm': unused, 'settings.write': unused, ...given }
}

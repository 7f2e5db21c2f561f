/** Crossings for reports, made as they are taken, so that a million of them take no memory. */
import type { ReportedCrossing } from '../../shared/domain/crossing/reported-crossing.ts'
import { instantOf, travellersEach } from './fill-journal.ts'
import { crossing } from './travellers.ts'

const begin = Date.parse('2026-01-05T00:00:00+07:00')
const inOneRun = 500

export function reportedAt(serial: number): ReportedCrossing {
  const at = instantOf(serial, begin)
  return {
    kiosk: 'kiosk-1',
    epoch: 'e'.repeat(64),
    seq: serial + 1,
    place: null,
    at,
    enteredAt: null,
    startedAt: at - 30_000,
    officer: null,
    unseenEmergency: false,
    amended: false,
    crossing: crossing(serial),
  }
}

/** Runs of crossings with so many travellers together. */
export function* reportedRuns(travellers: number): Generator<ReportedCrossing[]> {
  const crossings = travellers / travellersEach
  for (let from = 0; from < crossings; from += inOneRun)
    yield Array.from({ length: Math.min(inOneRun, crossings - from) }, (_, index) => reportedAt(from + index))
}

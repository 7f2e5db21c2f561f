/** What the benchmarks of the journal share: opening, recording, and how long things take. */
import { Journal } from '../../main/journal/index.ts'
import type { Crossing } from '../../shared/domain/crossing/crossing.ts'
import { secrets } from '../fixtures/secrets.ts'
import { oneInFour } from './signed-share.ts'

/** In milliseconds. */
export interface Times {
  median: number
  p99: number
}

/** Median and 99th percentile: of fewer than a hundred the longest. */
export function timesOf(milliseconds: readonly number[]): Times {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { median: Number(at(0.5).toFixed(3)), p99: Number(at(0.99).toFixed(3)) }
}

/** Milliseconds that something takes. */
export function timed(act: () => unknown): number {
  const from = performance.now()
  act()
  return performance.now() - from
}

/** Opens the journal in a folder, or makes it; one entry in four is signed. */
export const openIn = (folder: string): Promise<Journal> =>
  Journal.open({ folder, kiosk: 'kiosk-1', secrets, log: (line) => console.error(line), signer: oneInFour() })

/** Records a crossing; throws where the disk did not take it. @param at epoch milliseconds */
export function record(journal: Journal, crossing: Crossing, at: number): void {
  if (!journal.recordCrossing(crossing, at, null).recorded) throw new Error('a crossing was not recorded')
}

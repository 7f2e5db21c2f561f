/**
 * The first numbers of the screen of reports, on a journal of a million travellers: of one day, and of all days there are; and
 * for how long at most whatever else waits on that thread is kept.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Journal } from '../../main/journal/index.ts'
import { outlineOf } from '../../main/reporting/totals/outline.ts'
import { everything } from '../../shared/domain/report/scope.ts'
import { secrets } from '../fixtures/secrets.ts'
import { crossingsADay, fillJournal, travellersEach } from './fill-journal.ts'

const day = 86_400_000
const begin = Date.parse('2026-01-05T00:00:00+07:00')
const [ofADay, ofAll] = [300, 30]

/** Milliseconds: the 99th percentile of a day's and of all days' first numbers, and the longest that the thread was held. */
export interface ScreenTimes {
  travellers: number
  days: number
  dayP99: number
  allP99: number
  longestHold: number
}

const p99 = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.ceil(0.99 * values.length) - 1] ?? Number.NaN

/** Fills a journal and asks it. */
export async function screenTimes(travellers: number): Promise<ScreenTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'chot-bench-screen-'))
  try {
    const open = (): Promise<Journal> => Journal.open({ folder, kiosk: 'kiosk-1', secrets, log: console.error })
    const empty = await open()
    empty.close()
    const crossings = travellers / travellersEach
    fillJournal(folder, crossings, begin)
    const journal = await open()
    const days = Math.ceil(crossings / crossingsADay)
    const timed = async (from: number, to: number): Promise<number> => {
      const before = performance.now()
      const { outline } = await outlineOf(journal, { from, to, ...everything }, { at: to, lane: '1' })
      if (outline.all.crossings === 0) throw new Error('nothing was counted')
      return performance.now() - before
    }
    const times: { day: number[]; all: number[] } = { day: [], all: [] }
    for (let asked = 0; asked < ofADay; asked++) {
      const from = begin + ((asked * 17) % (days - 1)) * day
      times.day.push(await timed(from, from + day))
    }
    const held = monitorEventLoopDelay({ resolution: 1 })
    held.enable()
    for (let asked = 0; asked < ofAll; asked++) times.all.push(await timed(begin, begin + days * day))
    held.disable()
    journal.close()
    const longestHold = Number((held.max / 1e6).toFixed(1))
    return { travellers, days, dayP99: p99(times.day), allP99: p99(times.all), longestHold }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

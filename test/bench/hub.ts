/**
 * A hub that is sent 500,000 entries by 50 kiosks, in sealed batches of 1,000: opened, verified, stored. Beside it the same
 * rows by a bare insert of arrays, the same work on top of 10,000,000 rows, and a day that is dropped.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dayOf } from '../../hub/database/partitions.ts'
import { openHub, type HubGround } from '../../hub/ground.ts'
import { ingest } from '../../hub/ingest/ingest.ts'
import { dateEntries, storeEntries } from '../../hub/ingest/store-entries.ts'
import { transact } from '../../hub/database/open-database.ts'
import { fillHub } from './fill-hub.ts'
import { machine } from './machine.ts'
import { atLeast, below, type BenchReport } from './report.ts'
import { sealJournals } from './seal-journals.ts'
import { entriesOf, inBatch } from './sealed-days.ts'

const kiosks = 50
const day = 86_400_000
const now = Date.parse('2026-11-29T12:00:00+07:00')
/** Kiosks that send at once. */
const atOnce = 8

interface Sizes {
  /** Entries that are sent. */
  entries: number
  /** Rows that lie there when it is done again. */
  filled: number
}

/** Sends every kiosk's batches in their order, some kiosks at once; entries a second. */
async function send(ground: HubGround, journals: readonly (readonly Uint8Array[])[]): Promise<number> {
  const waiting = [...journals]
  const start = performance.now()
  const worker = async (): Promise<void> => {
    for (let journal = waiting.pop(); journal; journal = waiting.pop())
      for (const batch of journal) {
        const { refused } = await ingest(ground, batch, 'wire')
        if (refused) throw new Error(`a batch was refused: ${JSON.stringify(refused)}`)
      }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const batches = journals.reduce((sum, journal) => sum + journal.length, 0)
  return Math.round((batches * inBatch * 1000) / (performance.now() - start))
}

const sealed = (ground: HubGround, first: number, entries: number): Promise<Uint8Array[][]> => {
  const batches = Math.max(1, Math.round(entries / kiosks / inBatch))
  return sealJournals(ground, { first, kiosks, batches, begin: now - day })
}

/** The same rows without opening, checking or heads; entries a second. */
async function bare(ground: HubGround, entries: number): Promise<number> {
  const { dated } = dateEntries(entriesOf(inBatch, now - day, 0), now)
  const batches = Math.round(entries / inBatch)
  let line = 0
  const start = performance.now()
  const worker = async (): Promise<void> => {
    while (line < batches) {
      const to = { enrolment: 'b0'.repeat(16), line: ++line, received: now }
      await transact(ground.pool, (client) => storeEntries(client, to, dated))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return Math.round((line * inBatch * 1000) / (performance.now() - start))
}

/** Measures with other sizes: for whoever tries the benchmark itself. */
export async function measure({ entries, filled }: Sizes): Promise<BenchReport> {
  const data = mkdtempSync(join(tmpdir(), 'chot-bench-hub-'))
  const ground = await openHub({ data, url: process.env['DATABASE_URL'] || undefined, now: () => now })
  try {
    process.stderr.write('sealing …\n')
    const [first, second] = [await sealed(ground, 0, entries), await sealed(ground, kiosks, entries)]
    process.stderr.write('sending …\n')
    const cpu = process.cpuUsage()
    const empty = await send(ground, first)
    const { user, system } = process.cpuUsage(cpu)
    const rows = await bare(ground, entries)
    await fillHub(ground, filled, now)
    process.stderr.write('sending again …\n')
    const full = await send(ground, second)
    const start = performance.now()
    // What everybody waits for while a day goes; what has to stay of it was put aside before.
    await ground.pool.query(`DROP TABLE entry_payload_${dayOf(now - 5 * day).replaceAll('-', '')}`)
    const dropped = (performance.now() - start) / 1000
    return {
      bench: 'hub',
      machine: machine(),
      figures: {
        entries,
        filled,
        entriesASecond: empty,
        onTopOfFilled: full,
        bareInsert: rows,
        shareOfBare: Number((empty / rows).toFixed(2)),
        millisecondsOfCpuABatch: Number(((user + system) / 1000 / (entries / inBatch)).toFixed(1)),
        dayDroppedInSeconds: Number(dropped.toFixed(3)),
      },
      bars: [
        atLeast('entries a second', empty, 8000),
        below('times as long on top of the filled', empty / full, 1.2),
        below('a day dropped, in seconds', dropped, 1),
      ],
    }
  } finally {
    await ground.close()
    rmSync(data, { recursive: true, force: true })
  }
}

/** Runs the benchmark. */
export const run = (): Promise<BenchReport> => measure({ entries: 500_000, filled: 10_000_000 })

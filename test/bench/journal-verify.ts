/**
 * `chot journal verify` at 1,000,000 entries, all of them crossings of four, which is the most work an entry can be: the
 * time with and without the search index, and the memory that it takes at most.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkJournal } from '../../main/journal/index.ts'
import { keys } from '../fixtures/secrets.ts'
import { fillJournal } from './fill-journal.ts'
import { openIn, timed } from './journal-times.ts'
import { machine } from './machine.ts'
import { below, type BenchReport } from './report.ts'

const entries = 1_000_000
const begin = Date.parse('2026-01-05T00:00:00+07:00')

/** Seconds of a check, and the most memory that was in use after one of its runs, in MiB. */
function check(folder: string, search: boolean): { seconds: number; mebibytes: number } {
  let most = 0
  const milliseconds = timed(() => {
    const progress = (): void => void (most = Math.max(most, process.memoryUsage.rss()))
    const { discords } = checkJournal(folder, keys, { search, progress })
    if (discords.length > 0)
      throw new Error(`a journal that nobody touched does not agree: ${JSON.stringify(discords)}`)
  })
  return { seconds: Number((milliseconds / 1000).toFixed(1)), mebibytes: Math.round(most / 2 ** 20) }
}

/** Runs the benchmark. */
export async function run(): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'chot-bench-verify-'))
  try {
    const place = join(folder, 'journal')
    ;(await openIn(place)).close()
    process.stderr.write(`filling ${entries} entries …\n`)
    fillJournal(place, entries, begin)
    // Which writes heads.jsonl, as the kiosk does with every head.
    ;(await openIn(place)).close()
    process.stderr.write('comparing …\n')
    const withoutSearch = check(place, false)
    const withSearch = check(place, true)
    return {
      bench: 'journal-verify',
      machine: machine(),
      figures: { entries, withoutSearch, withSearch },
      bars: [
        below('without the search index, in seconds', withoutSearch.seconds, 75),
        below('with it, in seconds', withSearch.seconds, 270),
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How long searches and traces take: with the journal's file in the system's memory, and after that has forgotten it. */
import { execFileSync } from 'node:child_process'
import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Journal } from '../../main/journal/index.ts'
import type { Questions } from './journal-questions.ts'
import { openIn, timed, timesOf, type Times } from './journal-times.ts'

/** Of each kind of question, how many are asked with nothing of the file in memory. */
const coldEach = 3

export interface AskedTimes extends Times {
  /** The longest of a few with nothing of the file in the system's memory; null where that cannot be had. */
  cold: number | null
}

function askAll(journal: Journal, { searches = [], traces = [] }: Questions, most = Infinity): number[] {
  return [
    ...searches.slice(0, most).map((query) => timed(() => journal.search(query))),
    ...traces.slice(0, most).map((query) => timed(() => journal.trace(query))),
  ]
}

/** Has the system hold a file in memory: how much of it would be there by chance differs from run to run. */
function rememberFile(file: string): void {
  const piece = Buffer.alloc(2 ** 20)
  const open = openSync(file, 'r')
  while (readSync(open, piece) > 0) continue
  closeSync(open)
}

/** Has the system forget what it holds of a file in memory; false where it does not know how (`dd` of GNU does). */
function forgetFile(file: string): boolean {
  try {
    execFileSync('dd', [`of=${file}`, 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Times of each kind of question, by its name. */
export async function askTimes(folder: string, kinds: readonly Questions[]): Promise<Record<string, AskedTimes>> {
  const times: Record<string, AskedTimes> = {}
  const file = join(folder, 'journal.sqlite')
  const warm = await openIn(folder)
  for (const kind of kinds) {
    rememberFile(file)
    times[kind.kind] = { ...timesOf(askAll(warm, kind)), cold: null }
  }
  warm.close()
  for (const kind of kinds) {
    const colds: number[] = []
    for (let turn = 0; turn < coldEach; turn++) {
      if (!forgetFile(file)) return times
      const journal = await openIn(folder)
      const { searches = [], traces = [] } = kind
      const one = {
        ...kind,
        ...(searches.length > 0 ? { searches: searches.slice(turn) } : { traces: traces.slice(turn) }),
      }
      colds.push(...askAll(journal, one as Questions, 1))
      journal.close()
    }
    const asked = times[kind.kind]
    if (asked) asked.cold = Number(Math.max(...colds).toFixed(1))
  }
  return times
}

/** The thread of the lane's benchmark: reads every traveller of the journal, again and again until it is stopped. */
import type { Job } from '../../main/background/index.ts'
import { serveJob } from '../../main/background/index.ts'
import { readRuns } from '../../main/journal/index.ts'

const readTravellers: Job<null, never> = {
  run(_, { journalFolder, journalKey, progress, goOn }) {
    for (let read = 0; ; ) {
      for (const run of readRuns(journalFolder, journalKey)) {
        goOn()
        for (const { payload } of run) {
          const { crossing }: { crossing?: { travellers: unknown[] } } = JSON.parse(payload ?? '{}')
          read += crossing?.travellers.length ?? 0
        }
        progress(read, null)
      }
    }
  },
}

export const readingJobs = { readTravellers }

await serveJob(readingJobs)

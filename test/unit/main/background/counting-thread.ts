/** A thread with jobs for the tests: each counts steps. */
import type { Job } from '../../../../main/background/job.ts'
import { serveJob } from '../../../../main/background/serve-job.ts'

const count: Job<{ to: number }, number> = {
  run({ to }, { progress, goOn }) {
    for (let step = 1; step <= to; step++) {
      goOn()
      progress(step, to)
    }
    return to
  },
}

/** Goes on until somebody stops it. */
const endless: Job<null, never> = {
  run(_, { progress, goOn }) {
    progress(0, null)
    for (;;) goOn()
  },
}

const fail: Job<{ code: string }, never> = {
  run({ code }) {
    throw Object.assign(new Error('the stick was pulled'), { code })
  },
}

const vanish: Job<null, never> = { run: () => process.exit(7) }

const whereIsTheJournal: Job<null, string> = {
  run: (_, { journalFolder, journalKey }) => `${journalFolder} ${journalKey.join(' ')}`,
}

export const countingJobs = { count, endless, fail, vanish, whereIsTheJournal }

await serveJob(countingJobs)

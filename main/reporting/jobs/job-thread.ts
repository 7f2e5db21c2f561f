/** The thread of reporting's jobs. */
import { serveJob } from '../../background/index.ts'
import { reportingJobs } from './jobs.ts'

await serveJob(reportingJobs)

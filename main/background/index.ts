/** Background: work that takes long, in threads of its own, so that no scan waits for it. */
export { Jobs, type HearProgress, type JobEnd, type RunningJob } from './jobs.ts'
export type { Job, JobPlace } from './job.ts'

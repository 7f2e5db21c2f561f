/** Background: work that takes long, in threads of its own, so that no scan waits for it. */
export { Jobs } from './jobs.ts'
export { serveJob } from './serve-job.ts'
export type { Job } from './job.ts'

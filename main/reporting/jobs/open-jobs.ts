/** Reporting's jobs of one journal. */
import { Jobs } from '../../background/index.ts'
import type { JournalToRead } from '../crossings-of.ts'
import type { reportingJobs } from './jobs.ts'

/** Bundled beside the program, the thread's file is JavaScript as the program's is. */
const threadFile = new URL(`./job-thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

export const openJobs = (toRead: JournalToRead): Jobs<typeof reportingJobs> => new Jobs(threadFile, toRead)

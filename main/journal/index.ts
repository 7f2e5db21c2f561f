/** Journal: what happened. The only room that knows SQLite. */
export { Journal, type Appended, type AppendFailure } from './journal.ts'
export { readEntries } from './read-entries.ts'
export { readScans, type RecordedScan } from './read-scans.ts'
export { ProfileInUse } from './profile-lock.ts'
export { walkChain, type ChainAnswer } from './walk-chain.ts'
export type { Entry } from './entry.ts'

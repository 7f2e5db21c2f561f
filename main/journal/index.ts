/** Journal: what happened. The only room that knows SQLite. */
export { Journal, type Appended, type Secrets } from './journal.ts'
export { checkJournal } from './check-journal.ts'
export { readHead } from './head-file.ts'
export { readEntries } from './read-entries.ts'
export { readScans, type RecordedScan } from './read-scans.ts'
export { ProfileInUse } from './profile-lock.ts'
export { kioskKeyFrom } from './signed-head.ts'
export { walkChain } from './walk-chain.ts'

/** Journal: what happened. The only room that knows SQLite. */
export { Journal, type Appended, type AppendFailure } from './journal.ts'
export { readEntries } from './read-entries.ts'
export { walkChain, type ChainAnswer } from './walk-chain.ts'
export type { Entry } from './entry.ts'

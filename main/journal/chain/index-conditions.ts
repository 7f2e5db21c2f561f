/**
 * What the indices of several kinds hold, in the words that the newest format has of each: a query that asks by such an index
 * says the same.
 */
export { aboutOfficers, aboutShifts, untabled } from '../migrations/0190-compared-kinds.ts'

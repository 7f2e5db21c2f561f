/** What is found by no table, in the words of its index as the newest format has it: a query that asks by that index says the same. */
export { untabled } from '../migrations/0170-branched.ts'

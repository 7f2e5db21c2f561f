/** How the authority says that it cannot go on: as every command of both tools does. */
export { Failure, UsageError } from '../../main/terminal/index.ts'
export type { Sentences } from '../../shared/language/locale.ts'

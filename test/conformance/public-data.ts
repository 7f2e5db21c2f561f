/** Where the public test data is: beside the checkout. It is never copied into the project. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of public test data. */
export const publicData = join(import.meta.dirname, '..', '..', '..', 'shared', 'data')

/** Why tests that need the data are skipped, or false where it is there. */
export const missingData: string | false = existsSync(publicData)
  ? false
  : 'public test data (../shared/data) is not here'

/** Reads a file of one JSON value a line. */
export function readJsonLines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)
}

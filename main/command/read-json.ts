/** Files that a command line names: JSON, and one JSON value a line. What cannot be read is wrong usage, said with its place. */
import { readFileSync } from 'node:fs'
import { UsageError } from './usage.ts'

const why = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${why(error)}`)
  }
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${place} is not JSON: ${why(error)}`)
  }
}

/** The one value of a file. @throws UsageError */
export function readJsonFile(file: string): unknown {
  return parseJson(readText(file), file)
}

/** The values of a file that has one a line; blank lines are passed over. @throws UsageError with the line's number */
export function readJsonLines(file: string): unknown[] {
  return readText(file)
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseJson(line, `${file}, line ${index + 1},`)]))
}

/** Command lines of subcommands, read strictly: a misspelt option is wrong usage, never ignored. */
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { UsageError } from './failure.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/**
 * Reads options and positionals.
 * @throws UsageError
 */
export function readArguments<const O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

/**
 * A whole number of an option; undefined where it was not given.
 * @throws UsageError
 */
export function readCount(option: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined
  if (!/^[1-9]\d{0,5}$/.test(text) || Number(text) > most)
    throw new UsageError(`${option} takes a whole number from 1 to ${most}`)
  return Number(text)
}

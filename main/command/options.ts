/** The options of the `chot` command, all of them; each command says which it takes. */
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { locales, type Locale } from '../../shared/language/locale.ts'
import { profileFolder } from '../profile.ts'
import { UsageError } from './usage.ts'

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
  trust: { type: 'string' },
  profile: { type: 'string' },
  at: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  rules: { type: 'string' },
  tests: { type: 'string' },
  'value-sets': { type: 'string' },
  journal: { type: 'boolean' },
  day: { type: 'string' },
  names: { type: 'boolean' },
  head: { type: 'string' },
  output: { type: 'string', short: 'o' },
  lines: { type: 'string', short: 'n' },
} as const satisfies ParseArgsConfig['options']

export type OptionName = keyof typeof options
export type Values = ReturnType<typeof readCommandLine>['values']

/**
 * Splits a command line into options and words.
 * @throws UsageError for an option that there is not
 */
export function readCommandLine(commandLine: readonly string[]) {
  try {
    return parseArgs({ args: [...commandLine], options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** The language asked for; null where none was. @throws UsageError */
export function chosenLocale({ lang }: Values): Locale | null {
  const locale = locales.find((known) => known === lang)
  if (lang !== undefined && !locale) throw new UsageError(`--lang takes ${locales.join(' or ')}`)
  return locale ?? null
}

/** The profile asked for, else this user's. */
export function chosenProfile({ profile }: Values, env: NodeJS.ProcessEnv): string {
  return profile ?? profileFolder(env)
}

/** The value of an option that a command cannot do without. @throws UsageError */
export function required(values: Values, name: 'rules' | 'tests'): string {
  const value = values[name]
  if (value === undefined) throw new UsageError(`--${name} is missing`)
  return value
}

/** The `chot` command. */
import './setup/require-node24.mjs'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import packageJson from '../package.json' with { type: 'json' }
import { readClock } from '../shared/certificate/moment.ts'
import type { Outcome } from '../shared/domain/verdict.ts'
import { locales, type Locale } from '../shared/language/locale.ts'
import { explain, explainAll } from './command/explain.ts'
import { verifyJournal } from './command/verify-journal.ts'
import { UsageError, usage } from './command/usage.ts'
import { verifyArguments } from './command/verify-arguments.ts'
import { verifyLines } from './command/verify-lines.ts'
import { profileFolder, profilePaths } from './profile.ts'
import { defaultPolicy, readTrust, TrustStore, TrustUnreadable } from './trust/index.ts'

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
  trust: { type: 'string' },
  profile: { type: 'string' },
  at: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options']

type Values = ReturnType<typeof read>['values']

function read(commandLine: readonly string[]) {
  try {
    return parseArgs({ args: [...commandLine], options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function chosenLocale({ lang }: Values): Locale | null {
  const locale = locales.find((known) => known === lang)
  if (lang !== undefined && !locale) throw new UsageError(`--lang takes ${locales.join(' or ')}`)
  return locale ?? null
}

/** The trust folder asked for, else the profile's; a machine that is no checkpoint believes nobody. */
function chosenTrust({ trust, profile }: Values): TrustStore {
  const folder = trust ?? profilePaths(profile ?? profileFolder(process.env)).trust
  if (trust === undefined && !existsSync(join(folder, 'keys.json'))) return new TrustStore([], defaultPolicy, null)
  const { store, refused } = readTrust(folder)
  for (const { index, why } of refused)
    process.stderr.write(`chot: key ${index + 1} of keys.json cannot be used: ${why}\n`)
  return store
}

function exitStatus(found: readonly Outcome[]): number {
  if (found.includes('rejected')) return 1
  if (found.includes('check')) return 2
  return found.includes('unreadable') ? 3 : 0
}

async function runVerify(values: Values, positionals: readonly string[]): Promise<number> {
  if (values.jsonl) {
    if (positionals.length > 0) throw new UsageError('--jsonl reads standard input and takes no FILE or TEXT')
    const now = values.at === undefined ? Date.now : () => clock(values.at)
    await verifyLines(process.stdin, process.stdout, { trust: chosenTrust(values), now })
    return 0
  }
  if (positionals.length === 0) throw new UsageError('verify needs a FILE or TEXT')
  const circumstances = { trust: chosenTrust(values), now: clock(values.at), rules: true }
  return exitStatus(
    await verifyArguments(positionals, circumstances, {
      json: values.json ?? false,
      locale: chosenLocale(values) ?? 'vi',
      print: (text) => process.stdout.write(text),
      complain: (text) => process.stderr.write(text),
    }),
  )
}

function clock(at: string | undefined): number {
  if (at === undefined) return Date.now()
  const instant = readClock(at)
  if (instant === null) throw new UsageError(`--at is not an ISO 8601 time: ${at}`)
  return instant
}

async function run(commandLine: readonly string[]): Promise<number> {
  const { values, positionals } = read(commandLine)
  const [command, ...rest] = positionals
  if (values.version) {
    process.stdout.write(`${packageJson.version}\n`)
    return 0
  }
  if (values.help) {
    process.stdout.write(usage)
    return 0
  }
  switch (command) {
    case 'verify':
      return runVerify(values, rest)
    case 'explain': {
      const [code] = rest
      if (rest.length > 1) throw new UsageError('explain takes one CODE')
      process.stdout.write(code === undefined ? explainAll() : explain(code, chosenLocale(values)))
      return 0
    }
    case 'journal':
      if (rest.length !== 1 || rest[0] !== 'verify') throw new UsageError('journal takes: verify')
      return verifyJournal(values.profile ?? profileFolder(process.env), process.stdout)
    case undefined:
      throw new UsageError('a command is missing')
    default:
      throw new UsageError(`there is no command "${command}"`)
  }
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  if (error instanceof UsageError) process.stderr.write(`chot: ${error.message}\nTry: chot --help\n`)
  else if (error instanceof TrustUnreadable) process.stderr.write(`chot: ${error.message}\n`)
  else throw error
  process.exitCode = 3
}

/** The `chot-authority` command. */
import '../main/setup/require-node24.mjs'
import { readFileSync } from 'node:fs'
import { locales, type Locale } from '../shared/language/locale.ts'
import { say } from '../shared/language/say.ts'
import { askSecret } from './command/ask-secret.ts'
import type { Terminal } from './command/command.ts'
import { commands } from './command/commands.ts'
import { Failure, UsageError } from './command/failure.ts'

/** What went wrong with a file or disk, in the system's own words, and what to do. */
const systemSentences = {
  vi: 'Không đọc hoặc ghi được tệp: {why}. Kiểm tra đường dẫn, quyền và chỗ trống rồi chạy lại.',
  en: 'A file could not be read or written: {why}. Check the path, its permissions and the space left, and run this again.',
} as const

const usage = (): string => `chot-authority – keys, results, revocations and rules for checkpoints

Usage
${[...commands.values()].map((command) => command.usage).join('')}  --help | --version

Options of every command
  --authority DIR   the authority's folder (default: CHOT_AUTHORITY, else ./chot-authority)
  --lang vi|en      language for people (default: vi)

The passphrase of the keys is asked for, or taken from CHOT_AUTHORITY_PASSPHRASE.

Exit status
  0 done · 1 refused · 3 wrong usage
`

/** Takes `--lang vi` out of a command line, wherever it stands. */
function takeLocale(commandLine: readonly string[]): { locale: Locale; rest: string[] } {
  const rest: string[] = []
  let locale: Locale = 'vi'
  for (let at = 0; at < commandLine.length; at++) {
    const word = commandLine[at]!
    const asked = word === '--lang' ? commandLine[++at] : /^--lang=(.*)$/.exec(word)?.[1]
    if (word !== '--lang' && asked === undefined) {
      rest.push(word)
      continue
    }
    const known = locales.find((each) => each === asked)
    if (!known) throw new UsageError(`--lang takes ${locales.join(' or ')}`)
    locale = known
  }
  return { locale, rest }
}

const version = (): string => {
  const { version: number }: { version: string } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  )
  return number
}

function complain(text: string): void {
  process.stderr.write(text)
}

async function run(locale: Locale, [name, ...args]: readonly string[]): Promise<number> {
  if (name === '--version' || name === '-V') {
    process.stdout.write(`${version()}\n`)
    return 0
  }
  if (name === '--help' || name === '-h' || args.includes('--help') || args.includes('-h')) {
    process.stdout.write(usage())
    return 0
  }
  if (name === undefined) throw new UsageError('a command is missing')
  const command = commands.get(name)
  if (!command) throw new UsageError(`there is no command "${name}"`)
  const terminal: Terminal = {
    locale,
    env: process.env,
    now: Date.now,
    print: (text) => void process.stdout.write(text),
    complain,
    askSecret: (question) => askSecret(question, process.stdin, process.stderr),
  }
  return command.run(args, terminal)
}

function explain(error: unknown, locale: Locale): number {
  if (error instanceof UsageError) {
    complain(`chot-authority: ${error.message}\nTry: chot-authority --help\n`)
    return 3
  }
  if (error instanceof Failure) complain(`chot-authority: ${error.in(locale)}\n`)
  else if (error instanceof Error && 'syscall' in error)
    complain(`chot-authority: ${say(locale, systemSentences[locale], { why: error.message })}\n`)
  else throw error
  return 1
}

let locale: Locale = 'vi'
try {
  const asked = takeLocale(process.argv.slice(2))
  locale = asked.locale
  process.exitCode = await run(locale, asked.rest)
} catch (error) {
  process.exitCode = explain(error, locale)
}

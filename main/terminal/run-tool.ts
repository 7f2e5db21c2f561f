/** Runs one command line of a tool to its exit status. Whatever goes wrong is one sentence; nobody reading is none. */
import type { Readable, Writable } from 'node:stream'
import { ReadStream } from 'node:tty'
import { knownLocale, type Locale } from '../../shared/language/locale.ts'
import { say } from '../../shared/language/say.ts'
import { askSecret } from './ask-secret.ts'
import { dispatch } from './dispatch.ts'
import { Failure, UsageError } from './failure.ts'
import { Outlet } from './outlet.ts'
import { printable } from './printable.ts'
import { status, type Status } from './statuses.ts'
import { saySystemError, systemReason } from './system-error.ts'
import type { Terminal } from './terminal.ts'
import { findBeginning, type Tool } from './tool.ts'

/** What a tool runs on: the process's own streams, or a test's. */
export interface Machine {
  input: Readable
  output: Writable
  errors: Writable
  env: NodeJS.ProcessEnv
  /** Epoch milliseconds. */
  now: () => number
}

/** What was run, for a sentence about why it could not. */
interface Asked {
  args: readonly string[]
  env: NodeJS.ProcessEnv
  locale: Locale
}

/** What a tool knows of an error that its commands expect; null where it does not know it. */
export type Explain = (error: unknown, asked: Asked) => { sentence: string; status: Status } | null

const words = {
  vi: {
    see: 'Xem: {page}',
    lost: 'không ghi được kết quả ra ({why}); những gì đã in có thể thiếu. Giải phóng chỗ rồi chạy lại.',
    fault: 'lỗi của chương trình. Hãy gửi nguyên văn những dòng sau cho bộ phận CNTT:',
  },
  en: {
    see: 'See: {page}',
    lost: 'the output cannot be written ({why}); what was printed may be incomplete. Make room and run this again.',
    fault: 'a fault in the program. Send IT these lines as they are:',
  },
} as const

/** The language asked for, wherever it stands: known before anything else, for what is wrong with the rest. */
function chosenLanguage(args: readonly string[], env: NodeJS.ProcessEnv): Locale | null {
  const asked = args.flatMap((word, at) =>
    word === '--lang' ? (args[at + 1] ?? []) : (/^--lang=(.*)$/s.exec(word)?.[1] ?? []),
  )
  return knownLocale(asked.at(-1)) ?? knownLocale(env['CHOT_LANG'])
}

/** What is wrong, with what to do, and the status to end with. */
function explained(error: unknown, tool: Tool, asked: Asked, explain: Explain): { sentence: string; status: Status } {
  const { args, locale } = asked
  if (error instanceof UsageError) {
    const named = args.filter((word) => !word.startsWith('-'))
    const page = [tool.name, 'help', findBeginning(tool, named)?.name].filter(Boolean).join(' ')
    return { sentence: `${error.in(locale)}\n${say(locale, words[locale].see, { page })}`, status: error.status }
  }
  if (error instanceof Failure) return { sentence: error.in(locale), status: error.status }
  const known = explain(error, asked)
  if (known) return known
  const sentence = saySystemError(error, locale)
  if (sentence !== null) return { sentence, status: status.system }
  return { sentence: faultSentence(error, locale), status: status.fault }
}

/** A fault of ours, with what IT needs to know of it. */
function faultSentence(error: unknown, locale: Locale): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `${words[locale].fault}\n${trace}`
}

/** Runs a command line; answers when everything that was printed has been taken, or is known not to be. */
export async function runTool(
  tool: Tool,
  args: readonly string[],
  { input, output, errors, env, now }: Machine,
  explain: Explain = () => null,
): Promise<Status> {
  // A command that waits for lines nobody will read the answers of must end.
  const printed = new Outlet(output, () => input.destroy())
  const complaints = new Outlet(errors)
  const chosen = chosenLanguage(args, env)
  const locale = chosen ?? 'vi'
  const complain = (text: string): void => complaints.write(printable(text))
  const terminal: Terminal = {
    locale,
    chosen,
    env,
    now,
    input,
    print: (text) => printed.write(printable(text)),
    complain,
    drained: () => printed.drained(),
    askSecret: (question) => (input instanceof ReadStream ? askSecret(question, input, errors) : Promise.resolve(null)),
  }
  let ended: Status
  let sentence: string | null = null
  try {
    ended = await dispatch(tool, args, terminal)
  } catch (error) {
    ;({ sentence, status: ended } = explained(error, tool, { args, env, locale }, explain))
  }
  await printed.flushed()
  if (printed.lost) {
    const { error, status: lost } = printed.lost
    ended = lost
    sentence = lost === status.unread ? null : say(locale, words[locale].lost, { why: systemReason(error, locale) })
  }
  if (sentence !== null) complain(`${tool.name}: ${sentence}\n`)
  await complaints.flushed()
  return ended
}

/** Runs a tool on this process. */
export async function runOnProcess(tool: Tool, explain?: Explain): Promise<void> {
  const { argv, env, stderr, stdin, stdout } = process
  // What nobody waited for and nobody caught; Node would end with 1, which is an answer.
  process.once('uncaughtException', (error) => {
    const locale = chosenLanguage(argv.slice(2), env) ?? 'vi'
    stderr.write(printable(`${tool.name}: ${faultSentence(error, locale)}\n`), () => process.exit(status.fault))
  })
  process.exitCode = await runTool(
    tool,
    argv.slice(2),
    { input: stdin, output: stdout, errors: stderr, env, now: Date.now },
    explain,
  )
}

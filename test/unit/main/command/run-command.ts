/** Runs `chot` within this process, as its entry does, and hears what it prints. */
import { Readable } from 'node:stream'
import { chot } from '../../../../main/command/commands.ts'
import { dispatch, type Terminal } from '../../../../main/terminal/index.ts'
import type { Locale } from '../../../../shared/language/locale.ts'
import { testTerminal } from '../../../fixtures/terminal.ts'

/** What came of a command line. */
export interface Ran {
  status: number
  printed: string
  complained: string
}

/**
 * @param now the clock, epoch milliseconds
 * @param given what else differs from a terminal with nobody at it
 * @throws UsageError, Failure
 */
export async function runCommand(
  commandLine: readonly string[],
  now: number,
  input = '',
  given: Partial<Terminal> = {},
): Promise<Ran> {
  const lang: Locale | null = commandLine.includes('en') ? 'en' : null
  const { env } = testTerminal()
  const terminal = testTerminal({
    chosen: lang,
    locale: lang ?? 'vi',
    now: () => now,
    input: Readable.from([input]),
    ...given,
    env: { ...env, ...given.env },
  })
  const status = await dispatch(chot, commandLine, terminal)
  return { status, printed: terminal.printed, complained: terminal.complained }
}

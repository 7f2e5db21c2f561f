/** `chot verify`: verdicts for people, for programs, and line by line. */
import { readClock } from '../../shared/certificate/moment.ts'
import type { Outcome } from '../../shared/domain/verdict.ts'
import { profilePaths } from '../profile.ts'
import { readBelieved, readTrust, type TrustStore } from '../trust/index.ts'
import type { Command, Terminal } from './command.ts'
import { chosenLocale, chosenProfile, type Values } from './options.ts'
import { UsageError } from './usage.ts'
import { verifyArguments } from './verify-arguments.ts'
import { verifyLines } from './verify-lines.ts'

/** The trust folder asked for, else the profile's; a machine that is no checkpoint believes nobody. */
function chosenTrust(values: Values, { env, errors }: Terminal): TrustStore {
  const folder = values.trust ?? profilePaths(chosenProfile(values, env)).trust
  const believed = readBelieved(folder)
  // A folder that somebody names must be one: this says what it lacks.
  if (believed.from === 'nothing' && values.trust !== undefined) return readTrust(folder)
  for (const { place, why } of believed.refused) {
    errors.write(`chot: key ${place} of keys.json cannot be used: ${why}\n`)
  }
  return believed.store
}

function exitStatus(found: readonly Outcome[]): number {
  if (found.includes('rejected')) return 1
  if (found.includes('check')) return 2
  return found.includes('unreadable') ? 3 : 0
}

function instantOf(at: string): number {
  const instant = readClock(at)
  if (instant === null) throw new UsageError(`--at is not an ISO 8601 time: ${at}`)
  return instant
}

export const verifyCommand: Command = {
  takes: ['trust', 'profile', 'at', 'lang', 'json', 'jsonl'],
  async run(words, values, terminal) {
    const { input, output, errors } = terminal
    const at = values.at === undefined ? null : instantOf(values.at)
    const now = at === null ? terminal.now : () => at
    if (values.jsonl) {
      if (words.length > 0) throw new UsageError('--jsonl reads standard input and takes no FILE or TEXT')
      await verifyLines(input, output, { trust: chosenTrust(values, terminal), now })
      return 0
    }
    if (words.length === 0) throw new UsageError('verify needs a FILE or TEXT')
    const circumstances = { trust: chosenTrust(values, terminal), now: now(), rules: true }
    return exitStatus(
      await verifyArguments(words, circumstances, {
        json: values.json ?? false,
        locale: chosenLocale(values) ?? 'vi',
        print: (text) => output.write(text),
        complain: (text) => errors.write(text),
      }),
    )
  },
}

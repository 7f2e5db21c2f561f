/** `chot journal verify`: does the chain hold? */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { readEntries, walkChain } from '../journal/index.ts'
import { profilePaths } from '../profile.ts'
import type { Command } from './command.ts'
import { chosenProfile } from './options.ts'
import { UsageError } from './usage.ts'

/**
 * Walks the journal of a profile. Exit status 0: intact; 1: the first entry that does not fit is named.
 * @throws UsageError where there is no journal
 */
export function verifyJournal(profile: string, output: Writable): number {
  const folder = profilePaths(profile).journal
  if (!existsSync(join(folder, 'journal.sqlite'))) throw new UsageError(`there is no journal in ${folder}`)
  const answer = walkChain(readEntries(folder))
  if (answer.intact) {
    output.write(`intact: ${answer.entries} entries, head ${answer.head}\n`)
    return 0
  }
  output.write(`entry ${answer.seq} does not fit: ${answer.why}\n`)
  return 1
}

export const journalVerify: Command = {
  takes: ['profile'],
  run(words, values, { env, output }) {
    if (words.length > 0) throw new UsageError('journal verify takes no arguments')
    return verifyJournal(chosenProfile(values, env), output)
  },
}

/** What `chot journal verify|export|rebuild|tail` do with a profile's journal. */
import { closeSync, existsSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { checkJournal, Journal, kioskKeyFrom, readEntries, readHead, type Secrets } from '../journal/index.ts'
import { profilePaths, readCheckpoint } from '../profile.ts'
import type { Command } from './command.ts'
import { commandSecrets } from './command-secrets.ts'
import { chosenProfile, type OptionName } from './options.ts'
import { UsageError } from './usage.ts'

function folderOf(profile: string): string {
  const folder = profilePaths(profile).journal
  if (!existsSync(join(folder, 'journal.sqlite'))) throw new UsageError(`there is no journal in ${folder}`)
  return folder
}

/**
 * Walks the journal of a profile. Exit status 0: intact; 1: the first entry that does not fit is named.
 * @param printed a signed head as a report carries it (JSON), which the journal must keep to as well
 * @throws UsageError where there is no journal, and what the secrets throw
 */
export async function verifyJournal(
  profile: string,
  secrets: Secrets,
  output: Writable,
  printed?: string,
): Promise<number> {
  const folder = folderOf(profile)
  const head = printed === undefined ? null : readHead(printed)
  if (printed !== undefined && head === null) throw new UsageError('that is not a signed head')
  const kioskKey = kioskKeyFrom(await secrets.kioskKey())
  const answer = checkJournal(folder, await secrets.journalKey(), kioskKey, head ? [head] : [])
  if (answer.torn > 0) output.write(`unreadable signed heads, passed over: ${answer.torn}\n`)
  if (answer.intact) {
    output.write(`intact: ${answer.entries} entries, head ${answer.head}, signed up to entry ${answer.signed}\n`)
    return 0
  }
  output.write(`entry ${answer.seq} does not fit: ${answer.why}\n`)
  return 1
}

/** Prints entries as JSON lines, header and payload (null where erased): all, or the `last` so many. Exit status 0. */
export async function printEntries(
  profile: string,
  secrets: Secrets,
  print: (line: string) => void,
  last?: number,
): Promise<number> {
  for (const { entry, payload } of readEntries(folderOf(profile), await secrets.journalKey(), last)) {
    const content: unknown = payload === null ? null : JSON.parse(payload)
    print(`${JSON.stringify({ ...entry, payload: content })}\n`)
  }
  return 0
}

/**
 * Writes all entries to a new file that its owner alone may read, for it is not encrypted. Exit status 0.
 * @throws UsageError where the file is there already
 */
export async function exportEntries(profile: string, secrets: Secrets, file: string): Promise<number> {
  if (existsSync(file)) throw new UsageError(`${file} is there already`)
  folderOf(profile)
  await secrets.journalKey()
  const descriptor = openSync(file, 'wx', 0o600)
  try {
    return await printEntries(profile, secrets, (line) => writeSync(descriptor, line))
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Makes the projections anew from the entries. Exit status 0.
 * @throws ProfileInUse while the kiosk runs
 */
export async function rebuildJournal(
  profile: string,
  secrets: Secrets,
  output: Writable,
  log: (line: string) => void,
): Promise<number> {
  const journal = await Journal.open({ folder: folderOf(profile), kiosk: readCheckpoint(profile).kiosk, secrets, log })
  try {
    const { entries, changed } = journal.rebuild()
    output.write(`rebuilt from ${entries} entries; ${changed ? 'something was different' : 'nothing was different'}\n`)
    return 0
  } finally {
    journal.close()
  }
}

type Act = (
  profile: string,
  secrets: Secrets,
  values: Parameters<Command['run']>[1],
  terminal: Parameters<Command['run']>[2],
) => Promise<number>

function journalCommand(name: string, takes: readonly OptionName[], act: Act): Command {
  return {
    takes: ['profile', ...takes],
    run(words, values, terminal) {
      if (words.length > 0) throw new UsageError(`journal ${name} takes no arguments`)
      const profile = chosenProfile(values, terminal.env)
      return act(profile, commandSecrets(profile, terminal.env, 'refuse'), values, terminal)
    },
  }
}

export const journalVerify = journalCommand('verify', ['head'], (profile, secrets, { head }, { output }) =>
  verifyJournal(profile, secrets, output, head),
)

export const journalExport = journalCommand('export', ['output'], (profile, secrets, { output: file }, { output }) =>
  file === undefined
    ? printEntries(profile, secrets, (line) => output.write(line))
    : exportEntries(profile, secrets, file),
)

export const journalTail = journalCommand('tail', ['lines'], (profile, secrets, { lines = '10' }, { output }) => {
  if (!/^[1-9]\d{0,8}$/.test(lines)) throw new UsageError('-n takes a number from 1')
  return printEntries(profile, secrets, (line) => output.write(line), Number(lines))
})

export const journalRebuild = journalCommand('rebuild', [], (profile, secrets, _values, { errors, output }) =>
  rebuildJournal(profile, secrets, output, (line) => void errors.write(`chot: ${line}\n`)),
)

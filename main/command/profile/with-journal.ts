/** A command that changes something of a profile and says so in the journal, where there is one. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Secrets } from '../../app.ts'
import { ProfileInUse, type Journal, type Signer } from '../../journal/index.ts'
import { endsFolder, openProfileJournal, profilePaths } from '../../profile/index.ts'
import { Failure, status, type Terminal } from '../../terminal/index.ts'
import { journalBusy } from './profile-journal.ts'

type Kind = Parameters<Journal['recordEvent']>[0]
export type Record = (kind: Kind, payload: object) => void

/**
 * Opens the journal, does it, and closes the journal. Where no kiosk was ever started there is none to say it in.
 * @throws Failure where a kiosk has it open; what opening it throws
 */
export async function withJournal<T>(
  profile: string,
  secrets: Secrets,
  terminal: Terminal,
  act: (record: Record) => Promise<T> | T,
): Promise<T> {
  if (!existsSync(join(profilePaths(profile).journal, 'journal.sqlite'))) return act(() => undefined)
  const { journal } = await openUnused(profile, secrets, terminal)
  try {
    return await act((kind, payload) => void journal.recordEvent(kind, payload, terminal.now()))
  } finally {
    journal.close()
  }
}

/**
 * Opens a profile's journal to write in it.
 * @param signer whoever has signed in; absent: nobody does
 * @throws Failure where a kiosk has it open; what opening it throws
 */
export async function openUnused(
  profile: string,
  secrets: Secrets,
  { complain, env, now }: Terminal,
  signer: () => Signer | null = () => null,
) {
  const log = (line: string): void => complain(`chot: ${line}\n`)
  try {
    return await openProfileJournal(profile, { secrets, now, log, ends: endsFolder(env), signer })
  } catch (error) {
    if (!(error instanceof ProfileInUse)) throw error
    throw new Failure('kiosk-open', journalBusy, {}, { status: status.setup, cause: error })
  }
}

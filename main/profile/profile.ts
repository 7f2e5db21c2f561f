/**
 * A profile: the folder that is one checkpoint's whole state. Both shells and the command line agree on it here.
 *
 * `checkpoint.json` who we are · `trust/` what we believe · `journal/` what happened · `settings.json` the screen's settings
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCheckpoint, type Checkpoint, type CheckpointFault } from './checkpoint.ts'

/** A profile whose `checkpoint.json` is missing or broken. */
export class CheckpointUnreadable extends Error {
  readonly code = 'CHECKPOINT_UNREADABLE'
  readonly file: string
  readonly fault: CheckpointFault
  constructor(file: string, fault: CheckpointFault, options?: ErrorOptions) {
    super(`this checkpoint is not set up: cannot use ${file}`, options)
    this.name = 'CheckpointUnreadable'
    this.file = file
    this.fault = fault
  }
}

/** Where things are in a profile. */
export function profilePaths(profile: string) {
  return {
    checkpoint: join(profile, 'checkpoint.json'),
    trust: join(profile, 'trust'),
    journal: join(profile, 'journal'),
    settings: join(profile, 'settings.json'),
  }
}

/**
 * Reads who this checkpoint is.
 * @throws CheckpointUnreadable
 */
export function readCheckpoint(profile: string): Checkpoint {
  const file = profilePaths(profile).checkpoint
  let bytes
  try {
    bytes = readFileSync(file)
  } catch (error) {
    throw new CheckpointUnreadable(
      file,
      { kind: codeOf(error) === 'ENOENT' ? 'missing' : 'unreadable' },
      { cause: error },
    )
  }
  const read = parseCheckpoint(bytes)
  if ('kind' in read) throw new CheckpointUnreadable(file, read)
  return read
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null)

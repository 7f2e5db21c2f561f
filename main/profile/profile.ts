/**
 * A profile: the folder that is one checkpoint's whole state. Both shells and the command line agree on it here.
 *
 * `checkpoint.json` who we are · `trust/` what we believe · `journal/` what happened · `settings.json` the screen's settings
 */
import { join } from 'node:path'
import { FileUnreadable, readForeignFile } from '../files/index.ts'
import { parseCheckpoint, type Checkpoint, type CheckpointFault } from './checkpoint.ts'

/** More than a checkpoint.json is long, in bytes: some two hundred, and a long name. */
const largest = 1 << 16

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

function faultOf(error: unknown): 'missing' | 'replaced' | 'unreadable' {
  if (!(error instanceof FileUnreadable)) return 'unreadable'
  if (error.fault === 'missing') return 'missing'
  return error.fault === 'not-a-file' ? 'replaced' : 'unreadable'
}

/**
 * Reads who this checkpoint is.
 * @throws CheckpointUnreadable
 */
export function readCheckpoint(profile: string): Checkpoint {
  const file = profilePaths(profile).checkpoint
  let bytes
  try {
    bytes = readForeignFile(file, largest).bytes
  } catch (error) {
    throw new CheckpointUnreadable(file, { kind: faultOf(error) }, { cause: error })
  }
  const read = parseCheckpoint(bytes)
  if ('kind' in read) throw new CheckpointUnreadable(file, read)
  return read
}

/**
 * A profile: the folder that is one checkpoint's whole state. Both shells and the command line agree on it here.
 *
 * `checkpoint.json` who we are · `trust/` what we believe · `journal/` what happened · `settings.json` the screen's settings
 */
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'

const checkpointSchema = v.strictObject({
  /** Names this kiosk in the journal; never reused. */
  kiosk: v.pipe(v.string(), v.minLength(1)),
  name: v.string(),
  lane: v.string(),
  /** Minutes east of UTC of this place: the laptop's zone must be set so. Absent: not asked. */
  zoneMinutes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(-12 * 60), v.maxValue(14 * 60))),
  /** True for the checkpoint that `npm start` makes: it believes demo keys and says so on screen. */
  demo: v.boolean(),
})

export type Checkpoint = v.InferOutput<typeof checkpointSchema>

/** A profile whose `checkpoint.json` is missing or broken. */
export class CheckpointUnreadable extends Error {
  readonly code = 'CHECKPOINT_UNREADABLE'
  constructor(file: string, cause: unknown) {
    super(`this checkpoint is not set up: cannot use ${file}`, { cause })
    this.name = 'CheckpointUnreadable'
  }
}

/**
 * The profile to use: `CHOT_PROFILE`, else the place where this system keeps an application's data.
 */
export function profileFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  if (env['CHOT_PROFILE']) return env['CHOT_PROFILE']
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Chot')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Chot')
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'chot')
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
  try {
    return v.parse(checkpointSchema, JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new CheckpointUnreadable(file, error)
  }
}

/**
 * Which folder is the profile, where nobody names one. Practice has a place of its own beside the real profile's: what is
 * tried out never lies where the real checkpoint will.
 */
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Mode } from '../../shared/domain/mode.ts'
import { keptAuthoritiesName } from '../private-servers/index.ts'
import { CheckpointUnreadable, profilePaths, readCheckpoint } from './profile.ts'

/** What a folder is, as a profile. */
export type ProfileState =
  /** `mode` is null where its checkpoint.json is broken: opening it says so. */
  | { kind: 'profile'; mode: Mode | null }
  /** Nothing that is anybody's, or no folder at all. */
  | { kind: 'empty' }
  /** A demo of which the making was interrupted. */
  | { kind: 'begun' }
  /** A set-up that was interrupted, or is going on. */
  | { kind: 'set-up-begun' }
  /** Something else, such as a profile that has lost its checkpoint.json. */
  | { kind: 'other'; names: string[] }

/** What the demo is made of before its last file, checkpoint.json. */
const demoParts = new Set(['demo-authority', 'demo-codes', 'trust'])

/** The name of checkpoint.json until the set-up is finished. */
export const begunFileName = 'checkpoint-begun.json'

/** What a profile is made of before it is one. A journal is not among it: where there is one, there was a profile. */
export const setUpParts: ReadonlySet<string> = new Set([
  begunFileName,
  'trust',
  keptAuthoritiesName,
  ...['secret.json', 'recovery.json'].flatMap((name) => [name, `${name}.part`]),
])

/** Where a backup is opened before it is put in place. */
export const restoringName = 'restoring'

/** What a shell leaves in a folder that it could not open, and a restoring that was interrupted; nobody's data. */
const leavings = new Set([
  'browser',
  'electron',
  'kiosk.log',
  'kiosk.log.1',
  'kiosk.pass',
  'kiosk.sock',
  'settings.json',
  restoringName,
])

/** Looks at a folder. @throws what the system says of one that cannot be looked into */
export function profileState(folder: string): ProfileState {
  if (existsSync(profilePaths(folder).checkpoint)) return { kind: 'profile', mode: modeIn(folder) }
  if (!existsSync(folder)) return { kind: 'empty' }
  const names = readdirSync(folder).filter((name) => !leavings.has(name))
  if (names.length === 0) return { kind: 'empty' }
  if (names.includes('demo-authority') && names.every((name) => demoParts.has(name))) return { kind: 'begun' }
  if (names.includes(begunFileName) && names.every((name) => setUpParts.has(name))) return { kind: 'set-up-begun' }
  return { kind: 'other', names }
}

/** As its checkpoint.json says; null where there is none that can be used. */
export function modeIn(folder: string): Mode | null {
  try {
    return readCheckpoint(folder).mode
  } catch (error) {
    if (error instanceof CheckpointUnreadable) return null
    throw error
  }
}

/** Where this system keeps an application's data. */
export function profilePlaces(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): Record<Mode, string> {
  if (platform === 'win32') {
    const data = env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
    return { real: join(data, 'Chot'), practice: join(data, 'Chot practice') }
  }
  if (platform === 'darwin') {
    const data = join(homedir(), 'Library', 'Application Support')
    return { real: join(data, 'Chot'), practice: join(data, 'Chot practice') }
  }
  const data = env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share')
  return { real: join(data, 'chot'), practice: join(data, 'chot-practice') }
}

/** Where the real profile is made. */
export const realPlace = (env: NodeJS.ProcessEnv): string => profilePlaces(env).real

/**
 * Where the end of each journal is marked once more: in the folder of this user's settings, and in no profile, so that a
 * profile that is put back whole does not bring it along.
 */
export function endsFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Chot', 'ends')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Chot ends')
  return join(env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'), 'chot', 'ends')
}

/**
 * The profile to open: `CHOT_PROFILE`, else the real one where there is one, else the one for practice. Where there is
 * neither it is the real one's place, of which opening says that it is not set up.
 */
export function profileFolder(env: NodeJS.ProcessEnv, platform?: NodeJS.Platform): string {
  return env['CHOT_PROFILE'] || existing(profilePlaces(env, platform)) || profilePlaces(env, platform).real
}

/** As `profileFolder`, for who can make the demo: where there is neither, the place for practice. */
export function folderToStart(env: NodeJS.ProcessEnv, platform?: NodeJS.Platform): string {
  return env['CHOT_PROFILE'] || existing(profilePlaces(env, platform)) || profilePlaces(env, platform).practice
}

function existing({ real, practice }: Record<Mode, string>): string | null {
  const state = stateOrOther(real)
  // Also one that has lost its checkpoint.json: nothing else is opened in its stead.
  if (state.kind === 'other' || (state.kind === 'profile' && state.mode !== 'practice')) return real
  if (stateOrOther(practice).kind === 'profile') return practice
  // Earlier versions made the demo there. It stays where it is: its journal, its secret and who knows its place with it.
  return state.kind === 'profile' ? real : null
}

function stateOrOther(folder: string): ProfileState {
  try {
    return profileState(folder)
  } catch {
    return { kind: 'other', names: [] }
  }
}

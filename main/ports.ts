/** What the program asks of the shell that it runs in. */
import type { Settings } from '../shared/contract/schemas.ts'
import type { Secrets as JournalSecrets } from './journal/index.ts'

/** The screen's settings, kept by the shell. */
export interface SettingsStore {
  read(): Settings
  /** Changes some; answers with all. */
  write(change: Partial<Settings>): Settings
}

/** The keys of a profile: 32 secret bytes each, of which none tells anything of another. */
export interface Secrets extends JournalSecrets {
  /** Marks the kiosk's command codes. */
  commandKey(): Promise<Uint8Array> | Uint8Array
  /** Without it no PIN opens an officer's key. */
  officerKey(): Promise<Uint8Array> | Uint8Array
}

/** What the operating system seals for this user, as text. Electron alone can ask for it. */
export interface SystemSeal {
  /** Null where the system cannot. */
  seal(text: string): Promise<Uint8Array | null>
  /** Null where the system will not: another user, or another machine. */
  unseal(sealed: Uint8Array): Promise<string | null>
}

/** What set-up needs to know of the shell. */
export interface SetUpPorts {
  /** Null where the shell has none. */
  system: SystemSeal | null
  /** Where a practice kiosk makes the real profile. */
  realPlace: string
}

/** What differs between shells, and between a checkpoint and a test. */
export interface Ports {
  /** Epoch milliseconds. */
  now: () => number
  /** Milliseconds that the program has run, which nobody can set; absent: the program's own count. */
  running?: () => number
  settings: SettingsStore
  secrets: Secrets
  /** The folder of this user's settings where a real journal's end is marked once more; absent: nowhere. */
  ends?: string
  log: (line: string) => void
  /** Absent: no real profile is made from here, and the system keeps nothing. */
  setUp?: SetUpPorts
}

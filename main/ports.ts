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
}

/** What differs between shells, and between a checkpoint and a test. */
export interface Ports {
  /** Epoch milliseconds. */
  now: () => number
  settings: SettingsStore
  secrets: Secrets
  /** The folder of this user's settings where a real journal's end is marked once more; absent: nowhere. */
  ends?: string
  log: (line: string) => void
}

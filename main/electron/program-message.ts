/** What the shell and the program behind it say to each other. They are one version of one program: types hold what crosses. */
import type { Settings } from '../../shared/contract/schemas.ts'
import type { Secrets } from '../app.ts'

/** The keys of a profile, unsealed: passed in once, for only the shell can ask the operating system for them. */
export type Keys = { readonly [Name in keyof Secrets]: Uint8Array }

export type Order =
  /** The first one: opens the profile. */
  | { kind: 'open'; profile: string; version: string; keys: Keys; settings: Settings }
  /** A page is there; its port comes with the message. */
  | { kind: 'page' }
  /** What the operating system says to the request of that number; null: it does not. */
  | { kind: 'sealed'; request: number; answer: Uint8Array | string | null }
  /** Closes the profile; answered by `closed`. */
  | { kind: 'close' }

export type News =
  | { kind: 'opened' }
  /** The profile could not be opened, and why, in a person's words. */
  | { kind: 'refused'; sentence: string }
  | { kind: 'log'; line: string }
  /** The settings have changed; the shell keeps them. */
  | { kind: 'settings'; settings: Settings }
  /** Asks the operating system, which only the shell can, to seal a text or to give a sealed one out. */
  | { kind: 'seal'; request: number; text: string }
  | { kind: 'unseal'; request: number; sealed: Uint8Array }
  | { kind: 'closed' }

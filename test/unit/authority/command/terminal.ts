/** A terminal for tests, and an authority's folder as far as commands without its keys need it. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { homeAt, type Home } from '../../../../authority/repository/home.ts'
import { testTerminal, type TestTerminal } from '../../../fixtures/terminal.ts'

/** The clock of these tests. */
export const now = Date.parse('2021-10-04T08:00:00+07:00')

export type FakeTerminal = TestTerminal

export function fakeTerminal(env: Record<string, string> = {}): FakeTerminal {
  return testTerminal({ env, now: () => now })
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'chot-authority-'))
}

/** An authority with nothing in it; its root is there by name only. */
export function emptyAuthority(folder: string): Home {
  const home = homeAt(join(folder, 'authority'))
  mkdirSync(home.metadata, { recursive: true })
  mkdirSync(home.working)
  writeFileSync(join(home.metadata, '1.root.json'), '{}')
  return home
}

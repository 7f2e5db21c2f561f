/** A terminal for tests, and an authority's folder as far as commands without its keys need it. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Terminal } from '../../../../authority/command/command.ts'
import { homeAt, type Home } from '../../../../authority/repository/home.ts'

/** The clock of these tests. */
export const now = Date.parse('2021-10-04T08:00:00+07:00')

/** What a command printed and complained of. */
export interface FakeTerminal extends Terminal {
  printed: string
  complained: string
}

export function fakeTerminal(env: Record<string, string> = {}): FakeTerminal {
  const terminal: FakeTerminal = {
    locale: 'en',
    env,
    printed: '',
    complained: '',
    now: () => now,
    print: (text) => void (terminal.printed += text),
    complain: (text) => void (terminal.complained += text),
    askSecret: () => Promise.resolve(null),
  }
  return terminal
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

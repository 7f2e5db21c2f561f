/** A running checkpoint, without a shell, in a profile of its own, as the tests of the whole program want it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { publicJwk } from '../../../authority/signing-key.ts'
import { openApp, type App } from '../../../main/app.ts'
import { readEntries } from '../../../main/journal/index.ts'
import { defaultSettings } from '../../../main/shell/index.ts'
import type { ScanAnswer, ScanSource, Settings } from '../../../shared/contract/schemas.ts'
import { hour, keyOf, now } from '../../fixtures/certificates.ts'
import { journalKey, secrets } from '../../fixtures/secrets.ts'

/** The key that a running checkpoint believes, where a test says nothing else. */
export const jwk = publicJwk(keyOf('EdDSA'), { issuer: 'Sở Y tế', country: 'VN' })

/** The program, its profile, the clock that it reads and what it announced. */
export interface Running {
  app: App
  profile: string
  clock: { now: number }
  heard: [string, unknown][]
  scan: (text: string, source?: ScanSource) => Promise<ScanAnswer>
  command: App['handlers']['scan.verify']
}

/** Opens the program on a profile as it lies there. */
export function openProfile(profile: string, clock = { now }): Promise<App> {
  const settings = { ...defaultSettings }
  const ports = {
    now: () => clock.now,
    settings: { read: () => settings, write: (change: Partial<Settings>) => Object.assign(settings, change) },
    secrets,
    log: () => undefined,
  }
  return openApp({ profile, version: '1.2.3', ports })
}

/**
 * Makes a profile and opens the program on it, until the test has ended.
 * @param before what was in the profile, or was done to it
 */
export async function running({
  published = new Date(now - hour).toISOString(),
  checkpoint = {},
  keys = [jwk],
  keysFor = 'real',
  before = (_profile: string): void | Promise<void> => undefined,
} = {}): Promise<Running> {
  const profile = mkdtempSync(join(tmpdir(), 'chot-app-'))
  mkdirSync(join(profile, 'trust'))
  const about = { kiosk: 'kiosk-1', name: 'Chốt 1', lane: '1', mode: 'real', ...checkpoint }
  writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify(about))
  writeFileSync(join(profile, 'trust', 'keys.json'), JSON.stringify({ mode: keysFor, keys, published }))
  await before(profile)
  const clock = { now }
  const app = await openProfile(profile, clock)
  onTestFinished(() => {
    app.close()
    rmSync(profile, { recursive: true, force: true })
  })
  const heard: [string, unknown][] = []
  app.subscribe((event, payload) => void heard.push([event, payload]))
  const command = app.handlers['scan.verify']
  const scan: Running['scan'] = async (text, source = 'camera') => {
    const answer = await command({ text, source, obeyed: true })
    if (answer.kind === 'command') throw new Error(`${text} was obeyed`)
    return answer
  }
  return { app, profile, clock, heard, scan, command }
}

/** The kinds of all entries but what every journal begins with: what it is for, the kiosk's keys, and what is believed. */
export const kinds = (profile: string): string[] =>
  [...readEntries(join(profile, 'journal'), journalKey)]
    .map(({ entry }) => entry.kind)
    .filter((kind) => kind !== 'journal.begun' && kind !== 'kiosk.keys' && kind !== 'trust.believed')

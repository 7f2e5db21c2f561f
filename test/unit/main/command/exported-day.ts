/** Profiles of posts for the tests of exports, one with a practice day, and files that are exported of it. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { Journal } from '../../../../main/journal/index.ts'
import { fillPractice, practiceBegins } from '../../../../main/practice/index.ts'
import { keepSecret, secrets } from '../../../fixtures/secrets.ts'
import { runCommand, type Ran } from './run-command.ts'

export const now = Date.parse('2026-11-29T10:00:00+07:00')
/** Yesterday, which the practice filled. */
export const day = '2026-11-28'

export function profileIn(folder: string, mode = 'practice'): string {
  const who = { kiosk: 'kiosk-1', name: 'Chốt Như Nguyệt', lane: '2', mode }
  writeFileSync(join(folder, 'checkpoint.json'), JSON.stringify(who))
  return keepSecret(folder)
}
export const newPlace = (): string => mkdtempSync(join(tmpdir(), 'chot-export-'))
export const openIn = (place: string): Promise<Journal> =>
  Journal.open({ folder: join(place, 'journal'), kiosk: 'kiosk-1', secrets, log: () => undefined })

/** A profile whose journal has the practice day. */
export async function practised(): Promise<string> {
  const profile = profileIn(newPlace())
  const journal = await openIn(profile)
  const practice = { days: 1, crossings: 150, seed: 7, now }
  journal.begin('practice', practiceBegins(practice))
  fillPractice(journal, practice, () => undefined)
  journal.close()
  return profile
}

export const run = (...words: string[]): Promise<Ran> => runCommand(['export', ...words, '--lang', 'en'], now)
export const fileIn = (name: string): string => join(newPlace(), name)

/** Exports the practice day of a profile. */
export async function exportedFrom(profile: string, name: string, ...words: string[]): Promise<string> {
  const file = fileIn(name)
  const ran = await run('--profile', profile, '--from', day, '--to', day, '--out', file, ...words)
  expect(ran.status).toBe(0)
  return file
}

/** A practice day of 2,000 crossings, and what `chot` gives out of it, in whichever zone the laptop believes it is. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localDay } from '../../shared/language/time.ts'
import { broughtNode, broughtNodeFlags, root } from '../../main/setup/node24.mjs'

export const zones = ['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York'] as const
export type Zone = (typeof zones)[number]

export const crossings = 2_000

/** Milliseconds. */
const dayLength = 86_400_000

const node = broughtNode({ root, platform: process.platform, arch: process.arch })

/** Runs `chot` in a zone. */
export function chot(zone: Zone, ...words: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(node, [...broughtNodeFlags, join(root, 'main/cli.ts'), ...words], {
    encoding: 'utf8',
    env: { ...process.env, TZ: zone, CHOT_LANG: 'en' },
    maxBuffer: 100_000_000,
  })
  return { status, said: `${stdout}${stderr}` }
}

/** The folder of a day's own, with a profile that has it. */
export function practiceDay(): { folder: string; profile: string } {
  const folder = mkdtempSync(join(tmpdir(), 'chot-documents-'))
  const profile = join(folder, 'profile')
  const made = chot('UTC', 'practice', '--profile', profile, '--crossings', String(crossings), '--seed', '7')
  if (made.status !== 0) throw new Error(made.said)
  return { folder, profile }
}

/** Gives a report of all that the profile has out; answers with the file. */
export function given(day: { folder: string; profile: string }, zone: Zone, name: string, ...more: string[]): string {
  const out = join(day.folder, `${zone.replace('/', '-')}-${name}`)
  // The day is yesterday, as Viet Nam's calendar has it.
  const range = ['--from', localDay(Date.now() - 3 * dayLength), '--to', localDay(Date.now())]
  const answer = chot(zone, 'export', '--profile', day.profile, ...range, '--out', out, ...more)
  if (answer.status !== 0) throw new Error(answer.said)
  return out
}

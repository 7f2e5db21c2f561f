/** The demo taken away, so that the next start makes another one. Never anything but a demo's own files. */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { lockProfile, setAsideName } from '../journal/index.ts'
import { keptAuthoritiesName } from '../private-servers/index.ts'
import { profilePaths, profileState } from '../profile/index.ts'
import { orRefused, refuse, type Outcome, type Refused } from './said.ts'

const sentences = {
  notDemo: {
    vi: 'Trong {profile} không có hồ sơ tập huấn do Chốt tạo; không xóa gì. Hồ sơ của chốt thật không bao giờ bị xóa bằng lệnh này.',
    en: 'There is no practice profile of Chốt’s own making in {profile}; nothing was removed. A real checkpoint’s profile is never removed by this command.',
  },
} as const

/** What a demo is made of beside journals that were set aside, its checkpoint.json last. */
const parts = [
  'demo-codes',
  'demo-authority',
  'trust',
  keptAuthoritiesName,
  'journal',
  'journal.end',
  'journal.begin',
  'sync',
  'secret.json',
  'recovery.json',
  'card.json',
  'checkpoint.json',
]

/** Whether a folder is a demo: for practice, with the keys that it was made with beside it. */
export function isDemo(profile: string): boolean {
  const state = profileState(profile)
  return state.kind === 'profile' && state.mode === 'practice' && existsSync(join(profile, 'demo-authority'))
}

/** Why nothing of a folder is taken away: it is no demo; null: it is one. */
export const notDemo = (profile: string): Refused | null =>
  isDemo(profile) ? null : refuse(sentences.notDemo, { profile })

/** Journals that were set aside, each with the mark of its end. */
const setAsideIn = (profile: string): string[] =>
  readdirSync(profile).filter((name) => setAsideName.test(name.replace(/\.end$/, '')))

/** Takes it away. @returns what else is in the folder, and stays */
export function resetDemo(profile: string): Promise<Outcome<{ left: string[] }>> {
  return orRefused(profile, () => {
    const refused = notDemo(profile)
    if (refused) return refused
    // Nobody may have it open.
    const { journal } = profilePaths(profile)
    if (existsSync(journal)) lockProfile(journal)()
    for (const name of [...setAsideIn(profile), ...parts]) rmSync(join(profile, name), { recursive: true, force: true })
    const state = profileState(profile)
    return { ok: true, left: state.kind === 'other' ? state.names : [] }
  })
}

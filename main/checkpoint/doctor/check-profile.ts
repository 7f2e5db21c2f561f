/** Is the profile one, and can its checkpoint.json and settings.json be used? */
import { join } from 'node:path'
import * as v from 'valibot'
import type { Check } from '../../../shared/contract/set-up.ts'
import { settingsSchema } from '../../../shared/contract/schemas.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { parseJsonBytes, readForeignFileIfThere } from '../../files/index.ts'
import { type Checkpoint, profilePaths, profileState, readCheckpoint } from '../../profile/index.ts'
import { expectedFault } from '../said.ts'
import { check } from './check.ts'

const sentences = {
  good: {
    vi: '{profile}: {name}, làn {lane}{province, select, none {} other {, {province}}} · {mode, select, practice {tập huấn} other {chốt thật}} · máy {kiosk}.',
    en: '{profile}: {name}, lane {lane}{province, select, none {} other {, {province}}} · {mode, select, practice {practice} other {a real checkpoint}} · kiosk {kiosk}.',
  },
  empty: {
    vi: 'Trong {profile} chưa có hồ sơ. Hãy lập bằng "npx chot set-up --profile {profile}".',
    en: 'There is no profile in {profile} yet. Make one with "npx chot set-up --profile {profile}".',
  },
  begun: {
    vi: 'Hồ sơ trong {profile} đang lập dở. Hãy lập lại bằng "npx chot set-up --profile {profile}".',
    en: 'The set-up of {profile} was not finished. Begin it again with "npx chot set-up --profile {profile}".',
  },
  settings: {
    vi: 'Tệp {file} không dùng được{member, select, none {} other { (mục "{member}")}}: Chốt dùng thiết lập mặc định. Hãy chọn lại ngôn ngữ, nền và camera trên màn hình, tệp sẽ được ghi lại.',
    en: 'The file {file} cannot be used{member, select, none {} other { (member "{member}")}}: the defaults hold. Choose language, theme and camera again on the screen, which writes it anew.',
  },
} as const

/** What was found. `checkpoint`: null where that cannot be read; `set`: whether there is anything of a profile to look at. */
export interface ProfileLook {
  checks: Check[]
  checkpoint: Checkpoint | null
  set: boolean
}

/** Looks at who the checkpoint is, and at its settings. */
export function checkProfile(profile: string): ProfileLook {
  try {
    const { kind } = profileState(profile)
    const notSet = { checkpoint: null, set: false }
    if (kind === 'empty') return { checks: [check('profile', 'bad', sentences.empty, { profile })], ...notSet }
    if (kind === 'set-up-begun') return { checks: [check('profile', 'bad', sentences.begun, { profile })], ...notSet }
    const checkpoint = readCheckpoint(profile)
    const { name, lane, kiosk, mode, province = 'none' } = checkpoint
    const good = check('profile', 'good', sentences.good, { profile, name, lane, kiosk, mode, province })
    return { checks: [good, ...checkSettings(profile)], checkpoint, set: true }
  } catch (error) {
    const said = expectedFault(error, profile)
    if (said === null) throw error
    return { checks: [{ what: 'profile', state: 'bad', said }], checkpoint: null, set: true }
  }
}

/** Bytes; what is written is under one kilobyte. */
const largestSettings = 64 * 1024

function checkSettings(profile: string): Check[] {
  const file = join(profile, 'settings.json')
  const broken = (member: string | null): Check[] => [
    check('profile', 'look', sentences.settings, { file, member: member === null ? 'none' : shownText(member) }),
  ]
  try {
    const found = readForeignFileIfThere(profilePaths(profile).settings, largestSettings)
    if (!found) return []
    const read = v.safeParse(v.partial(settingsSchema), parseJsonBytes(found.bytes))
    return read.success ? [] : broken(v.getDotPath(read.issues[0]))
  } catch {
    return broken(null)
  }
}

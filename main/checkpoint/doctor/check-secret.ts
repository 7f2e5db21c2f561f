/** Can the profile's secret be had, and could it be had back? */
import { existsSync } from 'node:fs'
import type { Check } from '../../../shared/contract/set-up.ts'
import { holdsSealedJournal, keysFrom, type Keys } from '../../journal/index.ts'
import type { Secrets } from '../../ports.ts'
import { profilePaths } from '../../profile/index.ts'
import { isOfKey, readRecoveryFile } from '../recovery/recovery-file.ts'
import { expectedFault } from '../said.ts'
import { opensJournal } from '../secret/opens-journal.ts'
import { readSecretFile, SecretFault, secretFileIn } from '../secret/secret-file.ts'
import { check } from './check.ts'

const sentences = {
  good: {
    vi: 'Khóa bí mật của hồ sơ: {kept, select, open {để mở, chỉ người dùng này đọc được} passphrase {dưới mật khẩu} other {hệ điều hành giữ}}; có mã khôi phục.',
    en: 'The profile’s secret: {kept, select, open {open, for this user alone to read} passphrase {under a passphrase} other {kept by the operating system}}; there is a recovery code.',
  },
  noRecovery: {
    vi: 'Khóa bí mật của hồ sơ đọc được nhưng {recovery, select, missing {chưa có mã khôi phục} other {recovery.json bị hỏng}}: mất secret.json là mất nhật ký. Hãy tạo mã bằng "npx chot secret code" và ghi ra giấy.',
    en: 'The profile’s secret is there, but {recovery, select, missing {there is no recovery code} other {recovery.json is damaged}}: if secret.json is lost, so is the journal. Make a code with "npx chot secret code" and write it on paper.',
  },
  otherRecovery: {
    vi: 'Khóa bí mật của hồ sơ đọc được nhưng recovery.json là của một khóa cũ hơn: mã khôi phục trên giấy không mở được nhật ký này. Hãy tạo mã mới bằng "npx chot secret code", hoặc trong phòng Thiết lập, phần Khóa nhật ký, rồi ghi ra giấy và hủy tờ cũ.',
    en: 'The profile’s secret is there, but recovery.json belongs to an older one: the recovery code on paper does not open this journal. Make a new code with "npx chot secret code", or in the room Set-up under Secret, write it on paper and destroy the old paper.',
  },
  otherSecret: {
    vi: 'secret.json không mở được nhật ký và không phải khóa mà recovery.json giữ. Đừng tạo mã mới: mã trên giấy có thể là đường duy nhất. Tắt Chốt rồi chạy "npx chot secret recover" với mã khôi phục trên giấy.',
    en: 'secret.json does not open the journal and is not the secret that recovery.json holds. Make no new code: the one on paper may be the only way back. Close Chốt and run "npx chot secret recover" with the recovery code on paper.',
  },
  unasked: {
    vi: 'Khóa bí mật của hồ sơ nằm dưới mật khẩu, và chưa được xem: không có ai để hỏi mật khẩu. Muốn xem cả khóa và nhật ký, chạy lại lệnh này ở cửa sổ dòng lệnh và gõ mật khẩu.',
    en: 'The profile’s secret is under a passphrase and was not looked at, as nobody could be asked for it. To have secret and journal looked at, run this again at a terminal and type the passphrase.',
  },
  missing: {
    vi: 'Chưa có secret.json: Chốt tạo tệp này ở lần mở đầu tiên.',
    en: 'There is no secret.json yet: the first start makes it.',
  },
} as const

/** Whether a journal is there that only its secret opens. What stands in the place of its file may be one: it keeps no secret from being asked for. */
function holdsJournal(profile: string): boolean {
  try {
    return holdsSealedJournal(profilePaths(profile).journal)
  } catch (error) {
    if (expectedFault(error, profile) === null) throw error
    return true
  }
}

/** @returns the journal’s keys as well; null where they cannot be had */
export async function checkSecret(profile: string, secrets: Secrets): Promise<{ checks: Check[]; keys: Keys | null }> {
  try {
    if (!existsSync(secretFileIn(profile)) && !holdsJournal(profile))
      return { checks: [check('secret', 'look', sentences.missing)], keys: null }
    const keys = await keysFrom(secrets)
    const kept = readSecretFile(profile)?.kept ?? 'open'
    const recovery = readRecoveryFile(profile)
    if (typeof recovery === 'string')
      return { checks: [check('secret', 'look', sentences.noRecovery, { recovery })], keys }
    if (isOfKey(recovery, keys.journal) !== false)
      return { checks: [check('secret', 'good', sentences.good, { kept })], keys }
    // A new code would overwrite what may be the one copy of the secret that the journal needs.
    const found = opensJournal(profile, keys.journal)
      ? check('secret', 'look', sentences.otherRecovery)
      : check('secret', 'bad', sentences.otherSecret)
    return { checks: [found], keys }
  } catch (error) {
    // Nothing is known to be wrong where nobody was there to be asked.
    if (error instanceof SecretFault && error.code === 'PASSPHRASE_NEEDED')
      return { checks: [check('secret', 'look', sentences.unasked)], keys: null }
    const said = expectedFault(error, profile)
    if (said === null) throw error
    return { checks: [{ what: 'secret', state: 'bad', said }], keys: null }
  }
}

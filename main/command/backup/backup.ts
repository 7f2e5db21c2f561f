/** `chot backup` and `chot restore`: a profile and its secret in one encrypted file, and back. */
import { resolve } from 'node:path'
import { say } from '../../../shared/language/say.ts'
import { makeBackup, readSecretFile, restoreBackup, waysToOpen, type Opener } from '../../checkpoint/index.ts'
import { endsFolder, readCheckpoint, realPlace } from '../../profile/index.ts'
import { askPassphrase, openSecrets } from '../../shell/index.ts'
import { defineCommand, Failure, status, type Options, type Terminal } from '../../terminal/index.ts'
import { choosePassphrase } from '../secret/choose-passphrase.ts'
import { chosenProfile, profileOption } from '../options.ts'
import { practiceLine } from '../../../shared/language/practice-mark.ts'
import { hasJournal } from '../journal/no-journal.ts'
import { backupOut, recordReading } from '../journal/record-reading.ts'
import { readCode } from '../secret/recovery-words.ts'
import { sayRefused } from '../profile/say-refused.ts'

const words = {
  vi: {
    made: 'Đã ghi {file} ({megabytes} MB), mở bằng mã khôi phục{passphrase, select, yes { hoặc mật khẩu vừa chọn} other {}}.',
    restored:
      'Đã khôi phục {name}, làn {lane}, vào {place}, từ bản sao lưu lúc {madeAt}{lost, plural, =0 {} other {; # bản ghi có sau đó trên máy này không có trong bản sao}}. Đừng mở Chốt ở máy cũ nữa: hai máy không được cùng ghi một nhật ký. {kept, select, passphrase {Hồ sơ mở bằng mật khẩu mà nó có khi sao lưu, không phải mật khẩu của bản sao lưu; quên thì chạy "npx chot secret recover".} other {Khóa bí mật để mở, không hỏi mật khẩu; đặt mật khẩu bằng "npx chot secret change".}}',
  },
  en: {
    made: 'Wrote {file} ({megabytes} MB), which opens with the recovery code{passphrase, select, yes { or the passphrase just chosen} other {}}.',
    restored:
      'Restored {name}, lane {lane}, into {place}, from the backup of {madeAt}{lost, plural, =0 {} one {; # entry that this laptop knows of is not in it} other {; # entries that this laptop knows of are not in it}}. Do not open Chốt on the old laptop any more: no two may write one journal. {kept, select, passphrase {It opens with the passphrase that the profile had when it was backed up, and not with the backup’s; where that is forgotten, run "npx chot secret recover".} other {Its secret is open, and no passphrase is asked for; choose one with "npx chot secret change".}}',
  },
} as const

const backupOptions = {
  passphrase: {
    type: 'boolean',
    says: {
      vi: 'mở được cả bằng mật khẩu riêng của tệp: CHOT_NEW_PASSPHRASE, nếu không có thì hỏi hai lần',
      en: 'opens with a passphrase of its own too: CHOT_NEW_PASSPHRASE, else asked twice',
    },
  },
  ...profileOption,
} as const satisfies Options

export const backup = defineCommand({
  summary: { vi: 'sao lưu hồ sơ vào một tệp mã hóa', en: 'backs the profile up into one encrypted file' },
  about: {
    vi: 'Ghi hồ sơ và khóa của nó (nhật ký, khóa được tin, thiết lập) vào một tệp mới, mã hóa, mở bằng mã khôi phục của hồ sơ. Chạy được cả khi Chốt đang mở.',
    en: 'Writes the profile and its secret (journal, what is believed, settings) to one new file, encrypted, which opens with the profile’s recovery code. Also while Chốt is open.',
  },
  words: { says: { vi: 'TỆP', en: 'FILE' }, least: 1, most: 1 },
  options: backupOptions,
  statuses: {
    0: { vi: 'đã ghi', en: 'written' },
    1: { vi: 'không ghi: có lý do kèm theo', en: 'not written; it says why' },
  },
  async run([file = ''], values, terminal) {
    const { env, locale, now, print } = terminal
    const profile = chosenProfile(values, env)
    const present = readSecretFile(profile)?.kept === 'passphrase' ? await askPassphrase(env) : null
    const passphrase = values.passphrase === true ? await choosePassphrase(terminal) : null
    const place = { profile, passphrase: present, system: null }
    const secrets = openSecrets({
      profile,
      passphrase: () => Promise.resolve(present),
      missing: 'refuse',
      system: null,
    })
    // A profile whose kiosk was never started has nobody in it, and nobody to ask.
    if (hasJournal(profile)) {
      // Another passphrase is no damaged journal.
      await secrets.journalKey()
      await recordReading(profile, backupOut(now), secrets, terminal)
    }
    const made = await makeBackup(place, resolve(file), { passphrase, now: now() })
    if (!made.ok) return sayRefused(made, terminal)
    const about = {
      file: resolve(file),
      megabytes: Math.max(1, Math.round(made.bytes / 1e6)),
      passphrase: passphrase === null ? 'no' : 'yes',
    }
    print(`${practiceLine(readCheckpoint(profile).mode, locale)}${say(locale, words[locale].made, about)}\n`)
    return 0
  },
})

/** @throws Failure where the file cannot be read */
function waysOf(file: string): ReturnType<typeof waysToOpen> {
  try {
    return waysToOpen(file)
  } catch (cause) {
    throw new Failure(
      'backup-unreadable',
      {
        vi: 'Không đọc được bản sao lưu {file}: {why}. Kiểm tra đường dẫn, cắm lại USB rồi chạy lại.',
        en: 'The backup {file} cannot be read: {why}. Check its path, plug the stick in again and run this again.',
      },
      { file },
      { status: status.input, cause },
    )
  }
}

/** What opens the file: its passphrase, where that was asked for or nothing else does; else the recovery code. */
async function openerOf(file: string, byPassphrase: boolean, terminal: Terminal): Promise<Opener> {
  const ways = waysOf(file)
  if (!byPassphrase && ways?.code !== false) return { code: await readCode(terminal) }
  const passphrase = await askPassphrase(terminal.env)
  if (passphrase !== null) return { passphrase }
  throw new Failure(
    'passphrase-missing',
    {
      vi: 'Cần mật khẩu của bản sao lưu. Chạy trong cửa sổ dòng lệnh để gõ, hoặc đặt CHOT_PASSPHRASE.',
      en: 'The backup’s passphrase is needed. Run this in a terminal to type it, or set CHOT_PASSPHRASE.',
    },
    {},
    { status: status.usage },
  )
}

const restoreOptions = {
  passphrase: {
    type: 'boolean',
    says: {
      vi: 'mở bằng mật khẩu của tệp (CHOT_PASSPHRASE, nếu không có thì hỏi), không phải mã khôi phục',
      en: 'opens with the file’s passphrase (CHOT_PASSPHRASE, else asked) and not with the recovery code',
    },
  },
  profile: {
    type: 'string',
    value: 'DIR',
    says: {
      vi: 'thư mục trống để khôi phục vào (mặc định: CHOT_PROFILE, nếu không có thì nơi của hồ sơ thật)',
      en: 'the empty folder to restore into (default: CHOT_PROFILE, else the real profile’s place)',
    },
  },
} as const satisfies Options

export const restore = defineCommand({
  summary: { vi: 'khôi phục hồ sơ từ bản sao lưu', en: 'restores a profile from its backup' },
  about: {
    vi: 'Dựng lại hồ sơ từ bản sao lưu trong một thư mục trống, bằng mã khôi phục (CHOT_RECOVERY_CODE, nếu không có thì hỏi). Tệp hỏng, bị sửa hoặc thiếu phần cuối thì không khôi phục gì. Nhật ký đi tiếp bằng một bản ghi nói nó được khôi phục đến đâu.',
    en: 'Makes the profile of its backup in an empty folder, with the recovery code (CHOT_RECOVERY_CODE, else asked). Of a file that is damaged, altered or cut, nothing is restored. The journal goes on with an entry that says up to where it was restored.',
  },
  words: { says: { vi: 'TỆP', en: 'FILE' }, least: 1, most: 1 },
  options: restoreOptions,
  statuses: {
    0: { vi: 'đã khôi phục', en: 'restored' },
    1: { vi: 'không khôi phục: có lý do kèm theo', en: 'not restored; it says why' },
  },
  async run([file = ''], values, terminal) {
    const { complain, env, locale, now, print } = terminal
    const place = resolve(values.profile ?? (env['CHOT_PROFILE'] || realPlace(env)))
    const opener = await openerOf(file, values.passphrase === true, terminal)
    const log = (line: string): void => complain(`chot: ${line}\n`)
    const restored = await restoreBackup(file, place, opener, { now, log, ends: endsFolder(env) })
    if (!restored.ok) return sayRefused(restored, terminal)
    const { name, lane, mode } = readCheckpoint(place)
    const said = say(locale, words[locale].restored, {
      name,
      lane,
      place,
      madeAt: restored.madeAt,
      lost: restored.lost,
      kept: restored.kept,
    })
    print(`${practiceLine(mode, locale)}${said}\n`)
    return 0
  },
})

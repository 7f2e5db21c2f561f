/** `chot secret change`, `code` and `recover`: how the profile's secret is kept, and how it is had back. */
import type { Kept } from '../../../shared/contract/set-up.ts'
import { say } from '../../../shared/language/say.ts'
import { keepSecret, keysOf, readSecret, readSecretFile, recoverSecret, renewRecovery } from '../../checkpoint/index.ts'
import { askPassphrase } from '../../shell/index.ts'
import { defineCommand, UsageError, type Options, type Terminal } from '../../terminal/index.ts'
import { askKiosk } from '../profile/ask-kiosk.ts'
import { chosenKeeping, passphraseOption } from './choose-passphrase.ts'
import { chosenProfile, profileOption } from '../options.ts'
import { readCode, showCode } from './recovery-words.ts'
import { sayRefused } from '../profile/say-refused.ts'
import { withJournal } from '../profile/with-journal.ts'

const words = {
  vi: {
    open: 'Khóa bí mật của hồ sơ từ nay để mở, chỉ người dùng này đọc được.',
    passphrase: 'Khóa bí mật của hồ sơ từ nay ở dưới mật khẩu mới: mở Chốt phải nhập.',
    recovered:
      'Đã lấy lại khóa bí mật của hồ sơ: secret.json đã được ghi lại, {kept, select, open {để mở cho riêng người dùng này đọc (muốn đặt mật khẩu: npx chot secret change --passphrase)} other {dưới mật khẩu mới}}. Mã vừa dùng không còn giá trị; đây là mã mới.',
  },
  en: {
    open: 'The profile’s secret is kept open from now on, for this user alone to read.',
    passphrase: 'The profile’s secret is under the new passphrase from now on, which opening Chốt asks for.',
    recovered:
      'The profile’s secret was had back: secret.json is written anew, {kept, select, open {open for this user alone to read (for a passphrase: npx chot secret change --passphrase)} other {under the new passphrase}}. The code that was used opens nothing any more; this is the new one.',
  },
} as const

/** The present passphrase, where the secret is under one; null where it is not, or nobody says it. */
async function presentPassphrase(profile: string, { env }: Terminal): Promise<string | null> {
  return readSecretFile(profile)?.kept === 'passphrase' ? askPassphrase(env) : null
}

const secretOf = (profile: string, passphrase: string | null): Promise<Uint8Array> =>
  readSecret({ profile, passphrase: () => Promise.resolve(passphrase), system: null })

async function keepHere(profile: string, passphrase: string | null, kept: Kept, terminal: Terminal) {
  const secret = await secretOf(profile, passphrase)
  return withJournal(
    profile,
    keysOf(() => secret),
    terminal,
    async (record) => {
      const changed = await keepSecret(profile, secret, kept, null)
      if (changed.ok) record('secret.kept', { kept: kept.kept })
      return changed
    },
  )
}

async function renewHere(profile: string, passphrase: string | null, terminal: Terminal) {
  const secret = await secretOf(profile, passphrase)
  return withJournal(
    profile,
    keysOf(() => secret),
    terminal,
    (record) => {
      const recoveryCode = renewRecovery(profile, secret)
      record('recovery.renewed', {})
      return { ok: true as const, recoveryCode }
    },
  )
}

const changeOptions = {
  ...passphraseOption,
  open: {
    type: 'boolean',
    says: {
      vi: 'bỏ mật khẩu: để mở, chỉ người dùng này đọc được',
      en: 'without a passphrase: open, for this user alone to read',
    },
  },
  ...profileOption,
} as const satisfies Options

export const secretChange = defineCommand({
  summary: {
    vi: 'đổi mật khẩu, hoặc cách giữ khóa bí mật của hồ sơ',
    en: 'changes the passphrase, or how the secret is kept',
  },
  about: {
    vi: 'Đặt khóa bí mật của hồ sơ dưới mật khẩu mới, hoặc bỏ mật khẩu, cả khi Chốt đang mở. Mật khẩu hiện tại: CHOT_PASSPHRASE, nếu không có thì hỏi. Nhật ký và mã khôi phục giữ nguyên.',
    en: 'Puts the profile’s secret under a new passphrase, or under none, also while Chốt is open. The present one: CHOT_PASSPHRASE, else asked. Journal and recovery code stay as they are.',
  },
  options: changeOptions,
  statuses: {
    0: { vi: 'đã đổi', en: 'changed' },
    1: { vi: 'không đổi: có lý do kèm theo', en: 'not changed; it says why' },
  },
  async run(_words, values, terminal) {
    const { locale, print } = terminal
    if ((values.open === true) === (values.passphrase === true))
      throw new UsageError({ vi: 'cần --passphrase hoặc --open', en: 'one of --passphrase and --open is needed' })
    const profile = chosenProfile(values, terminal.env)
    const passphrase = await presentPassphrase(profile, terminal)
    const secret = await chosenKeeping(values.passphrase, terminal)
    const changed =
      (await askKiosk(profile, (kiosk) => kiosk.call('setUp.keep', { passphrase, secret }))) ??
      (await keepHere(profile, passphrase, secret, terminal))
    if (!changed.ok) return sayRefused(changed, terminal)
    print(`${words[locale][secret.kept === 'open' ? 'open' : 'passphrase']}\n`)
    return 0
  },
})

export const secretCode = defineCommand({
  summary: { vi: 'mã khôi phục mới', en: 'a new recovery code' },
  about: {
    vi: 'Tạo mã khôi phục mới và in một lần; mã trước không còn mở được gì. Bản sao lưu đã có vẫn mở bằng mã của lúc tạo.',
    en: 'Makes a new recovery code and prints it once; the one before opens nothing any more. Backups that are there still open with the code of their time.',
  },
  options: profileOption,
  statuses: {
    0: { vi: 'đã in mã', en: 'printed' },
    1: { vi: 'không tạo được: có lý do kèm theo', en: 'not made; it says why' },
  },
  async run(_words, values, terminal) {
    const profile = chosenProfile(values, terminal.env)
    const passphrase = await presentPassphrase(profile, terminal)
    const renewed =
      (await askKiosk(profile, (kiosk) => kiosk.call('setUp.recovery', { passphrase }))) ??
      (await renewHere(profile, passphrase, terminal))
    if (!renewed.ok) return sayRefused(renewed, terminal)
    showCode(renewed.recoveryCode, terminal)
    return 0
  },
})

export const secretRecover = defineCommand({
  summary: { vi: 'lấy lại khóa bí mật bằng mã khôi phục', en: 'has the secret back with the recovery code' },
  about: {
    vi: 'Ghi lại secret.json đã mất, hỏng hoặc quên mật khẩu, bằng mã khôi phục (CHOT_RECOVERY_CODE, nếu không có thì hỏi). Chốt phải đóng. In một mã mới; mã vừa dùng không còn giá trị.',
    en: 'Writes secret.json anew where it was lost or damaged or its passphrase forgotten, with the recovery code (CHOT_RECOVERY_CODE, else asked). Chốt must be closed. Prints a new code; the one that was used opens nothing any more.',
  },
  options: { ...passphraseOption, ...profileOption },
  statuses: {
    0: { vi: 'đã lấy lại', en: 'had back' },
    1: { vi: 'không lấy lại được: có lý do kèm theo', en: 'not had back; it says why' },
  },
  async run(_words, values, terminal) {
    const { complain, locale } = terminal
    const profile = chosenProfile(values, terminal.env)
    const code = await readCode(terminal)
    const kept = await chosenKeeping(values.passphrase, terminal)
    const recovered = await recoverSecret({ profile, system: null }, code, kept)
    if (!recovered.ok) return sayRefused(recovered, terminal)
    complain(`${say(locale, words[locale].recovered, { kept: kept.kept })}\n`)
    showCode(recovered.recoveryCode, terminal)
    // Said last: whatever else is wrong with the profile, its secret is there again.
    await withJournal(
      profile,
      keysOf(() => recovered.secret),
      terminal,
      (record) => record('secret.recovered', { kept: kept.kept }),
    )
    return 0
  },
})

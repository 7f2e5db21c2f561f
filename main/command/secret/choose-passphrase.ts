/** A passphrase that is chosen: from the environment, else typed twice. */
import type { Kept } from '../../../shared/contract/set-up.ts'
import { isShort, shortestPassphrase } from '../../../shared/domain/secret/passphrase.ts'
import { Failure, status, type Options, type Terminal } from '../../terminal/index.ts'

export const passphraseOption = {
  passphrase: {
    type: 'boolean',
    says: {
      vi: 'đặt khóa bí mật của hồ sơ dưới mật khẩu: CHOT_NEW_PASSPHRASE, nếu không có thì hỏi hai lần',
      en: 'keeps the secret under a passphrase: CHOT_NEW_PASSPHRASE, else asked twice',
    },
  },
} as const satisfies Options

const words = {
  vi: { ask: 'Mật khẩu mới: ', again: 'Nhập lại mật khẩu: ' },
  en: { ask: 'New passphrase: ', again: 'The same again: ' },
} as const

/** @throws Failure where nobody says one, or says two */
export async function choosePassphrase({ env, locale, askSecret }: Terminal): Promise<string> {
  const given = env['CHOT_NEW_PASSPHRASE'] || null
  const chosen = given ?? (await askSecret(words[locale].ask))
  if (!chosen)
    throw new Failure(
      'passphrase-missing',
      {
        vi: 'Chưa có mật khẩu. Chạy trong cửa sổ dòng lệnh để được hỏi, hoặc đặt CHOT_NEW_PASSPHRASE.',
        en: 'There is no passphrase. Run this in a terminal to be asked, or set CHOT_NEW_PASSPHRASE.',
      },
      {},
      { status: status.usage },
    )
  if (isShort(chosen))
    throw new Failure(
      'passphrase-short',
      {
        vi: 'Mật khẩu ngắn hơn {least} ký tự thì đoán được. Chưa làm gì; chọn mật khẩu dài hơn, như bốn từ không liên quan, rồi chạy lại.',
        en: 'A passphrase of fewer than {least} characters is guessed. Nothing was done; choose a longer one, such as four words that have nothing to do with each other, and run this again.',
      },
      { least: shortestPassphrase },
    )
  if (given === null && (await askSecret(words[locale].again)) !== chosen)
    throw new Failure('passphrase-differs', {
      vi: 'Hai lần nhập mật khẩu không giống nhau. Chưa làm gì; chạy lại.',
      en: 'The two passphrases differ. Nothing was done; run this again.',
    })
  return chosen
}

/** How the secret is to be kept, as `--passphrase` says. */
export async function chosenKeeping(underPassphrase: boolean | undefined, terminal: Terminal): Promise<Kept> {
  return underPassphrase === true
    ? { kept: 'passphrase', passphrase: await choosePassphrase(terminal) }
    : { kept: 'open' }
}

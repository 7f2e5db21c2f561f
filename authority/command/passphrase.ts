/** The passphrase of the authority's keys: from the environment, else from the person at the terminal. */
import type { Terminal } from '../../main/terminal/index.ts'
import { failure } from '../repository/failures.ts'
import { demandKnownPassphrase } from '../repository/known-passphrase.ts'
import { Passphrase } from '../repository/passphrase.ts'

/** Shorter ones are taken, with a warning: what protects a province's keys is not for a program to guess. */
const goodLength = 12

const words = {
  vi: {
    ask: 'Mật khẩu bảo vệ khóa: ',
    again: 'Nhập lại mật khẩu: ',
    short: 'Cảnh báo: mật khẩu ngắn hơn 12 ký tự, dễ bị đoán.\n',
  },
  en: {
    ask: 'Passphrase of the keys: ',
    again: 'The same again: ',
    short: 'Warning: the passphrase is shorter than 12 characters and easily guessed.\n',
  },
} as const

const fromEnvironment = ({ env }: Terminal): string | null => env['CHOT_AUTHORITY_PASSPHRASE'] || null

/**
 * The passphrase of keys that exist.
 * @throws Failure `passphrase-missing`
 */
export async function readPassphrase(terminal: Terminal): Promise<Passphrase> {
  const secret = fromEnvironment(terminal) ?? (await terminal.askSecret(words[terminal.locale].ask))
  if (!secret) throw failure('passphrase-missing')
  return new Passphrase(secret)
}

/**
 * A passphrase for new keys: a person types it twice. Where there are keys already it must be theirs, typed or not.
 * @param folders where the authority's keys lie
 * @throws Failure `passphrase-missing`, `passphrase-differs`, `wrong-passphrase`
 */
export async function choosePassphrase(terminal: Terminal, folders: readonly string[]): Promise<Passphrase> {
  const say = words[terminal.locale]
  const given = fromEnvironment(terminal)
  const secret = given ?? (await terminal.askSecret(say.ask))
  if (!secret) throw failure('passphrase-missing')
  if (given === null && (await terminal.askSecret(say.again)) !== secret) throw failure('passphrase-differs')
  const passphrase = new Passphrase(secret)
  demandKnownPassphrase(folders, passphrase)
  if (secret.length < goodLength) terminal.complain(say.short)
  return passphrase
}

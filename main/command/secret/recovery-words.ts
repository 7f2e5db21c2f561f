/** A recovery code, printed once, and asked back. */
import { say } from '../../../shared/language/say.ts'
import { askLine, Failure, status, type Terminal } from '../../terminal/index.ts'

const words = {
  vi: {
    shown:
      'Mã khôi phục của hồ sơ, chỉ hiện lần này. Ghi ra giấy, cất riêng khỏi máy: mất secret.json thì chỉ mã này lấy lại được nhật ký.',
    back: 'Gõ lại mã từ giấy: ',
    ask: 'Mã khôi phục: ',
  },
  en: {
    shown:
      'The recovery code of the profile, shown this once. Write it on paper and keep it apart from the laptop: if secret.json is lost, only this code brings the journal back.',
    back: 'Type it back from the paper: ',
    ask: 'Recovery code: ',
  },
} as const

/** Shows it: the code alone on standard output, so that a script can take it. */
export function showCode(code: string, { complain, locale, print }: Terminal): void {
  complain(`${words[locale].shown}\n`)
  print(`${code}\n`)
}

/** What the person types back; null where nobody can be asked. */
export function askBack(terminal: Terminal): Promise<string | null> {
  return askLine(words[terminal.locale].back, terminal)
}

/** The code that opens something: in `CHOT_RECOVERY_CODE`, else typed. @throws Failure where nobody says it */
export async function readCode(terminal: Terminal): Promise<string> {
  const code =
    terminal.env['CHOT_RECOVERY_CODE'] || (await askLine(say(terminal.locale, words[terminal.locale].ask), terminal))
  if (code) return code
  throw new Failure(
    'code-missing',
    {
      vi: 'Cần mã khôi phục. Chạy trong cửa sổ dòng lệnh để gõ, hoặc đặt CHOT_RECOVERY_CODE.',
      en: 'The recovery code is needed. Run this in a terminal to type it, or set CHOT_RECOVERY_CODE.',
    },
    {},
    { status: status.usage },
  )
}

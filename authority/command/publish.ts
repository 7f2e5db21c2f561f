/** `chot-authority publish DIR`: signs the working targets and writes the repository to a stick or a web folder. */
import { defineCommand } from '../../main/terminal/index.ts'
import { say } from '../../shared/language/say.ts'
import { alone } from '../repository/folder-lock.ts'
import { openHome } from '../repository/home.ts'
import { KeyRing } from '../repository/key-ring.ts'
import { checkDestination, mirrorPublication } from '../repository/mirror.ts'
import { signPublication } from '../repository/publish.ts'
import { readWorkingKeys } from '../import/working-keys.ts'
import { authorityOption, expiryOption, keysOption } from './options.ts'
import { readPassphrase } from './passphrase.ts'
import { readCount } from './read-arguments.ts'

const words = {
  vi: {
    done: 'Đã phát hành bản số {number} vào "{folder}", có hiệu lực đến {expiresAt}.\n',
    root: 'Cảnh báo: khóa gốc hết hạn lúc {rootAt}, trước bản phát hành này. Chạy "chot-authority key renew".\n',
    none: 'Cảnh báo: bản này không có tệp nào trong "working".\n',
    keyless:
      'Cảnh báo: bản này không có khóa nào, nên chốt không công nhận chứng nhận nào. Thêm bằng "key add issuer" hoặc "import".\n',
  },
  en: {
    done: 'Published number {number} to "{folder}", good until {expiresAt}.\n',
    root: 'Warning: the root expires at {rootAt}, before this publication does. Run "chot-authority key renew".\n',
    none: 'Warning: this publication holds nothing; "working" is empty.\n',
    keyless:
      'Warning: this publication has no keys, so that checkpoints believe no certificate. Add some with "key add issuer" or "import".\n',
  },
} as const

export const publish = defineCommand({
  summary: { vi: 'ký và phát hành ra USB hoặc thư mục web', en: 'signs and writes to a stick or a web folder' },
  about: {
    vi: 'Ký những gì có trong "working" và ghi kho ra thư mục (USB, thư mục của máy chủ web). Hết hạn thì các chốt từ chối, nên hãy phát hành lại kịp thời.',
    en: 'Signs what is in "working" and writes the repository to DIR (a USB stick, a web server’s folder). Checkpoints refuse it once it has expired, so publish again in time.',
  },
  words: { says: { vi: 'THƯ-MỤC', en: 'DIR' }, least: 1, most: 1 },
  options: { ...authorityOption, ...expiryOption(30), ...keysOption },
  statuses: {
    0: { vi: 'đã phát hành', en: 'published' },
    1: { vi: 'không phát hành: có lý do kèm theo', en: 'not published; it says why' },
  },
  async run([folder = ''], values, terminal) {
    const days = readCount('--expires-days', values['expires-days'], 3_650) ?? 30
    const home = openHome(values.authority, terminal.env)
    checkDestination(home, folder)
    const ring = new KeyRing([home.keys, ...(values.keys ?? [])], await readPassphrase(terminal))
    const publication = alone(home.folder, () => {
      const signed = signPublication(home, ring, terminal.now(), days)
      mirrorPublication(home, signed, folder)
      return signed
    })
    const { locale } = terminal
    const { number, expiresAt, rootExpiresAt, targets } = publication
    terminal.print(say(locale, words[locale].done, { number: String(number), folder, expiresAt }))
    for (const { name, bytes } of targets) terminal.print(`  ${name}: ${bytes.length} bytes\n`)
    if (targets.length === 0) terminal.complain(words[locale].none)
    if (readWorkingKeys(home).keys.length === 0) terminal.complain(words[locale].keyless)
    if (rootExpiresAt < expiresAt) terminal.complain(say(locale, words[locale].root, { rootAt: rootExpiresAt }))
    return 0
  },
})

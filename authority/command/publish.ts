/** `chot-authority publish DIR`: signs the working targets and writes the repository to a stick or a web folder. */
import { say } from '../../shared/language/say.ts'
import { openHome } from '../repository/home.ts'
import { KeyRing } from '../repository/key-ring.ts'
import { checkDestination, mirrorPublication } from '../repository/mirror.ts'
import { signPublication } from '../repository/publish.ts'
import type { Command } from './command.ts'
import { UsageError } from './failure.ts'
import { readPassphrase } from './passphrase.ts'
import { readArguments, readCount } from './read-arguments.ts'

const words = {
  vi: {
    done: 'Đã phát hành bản số {number} vào "{folder}", có hiệu lực đến {expiresAt}.\n',
    root: 'Cảnh báo: khóa gốc hết hạn lúc {rootAt}, trước bản phát hành này. Chạy "chot-authority key renew".\n',
    none: 'Cảnh báo: bản này không có tệp nào trong "working".\n',
  },
  en: {
    done: 'Published number {number} to "{folder}", good until {expiresAt}.\n',
    root: 'Warning: the root expires at {rootAt}, before this publication does. Run "chot-authority key renew".\n',
    none: 'Warning: this publication holds nothing; "working" is empty.\n',
  },
} as const

const options = {
  authority: { type: 'string' },
  keys: { type: 'string', multiple: true },
  'expires-days': { type: 'string' },
} as const

export const publish: Command = {
  usage: `  publish DIR [--expires-days N] [--keys DIR]…
      Signs what is in "working" and writes the repository to DIR (a USB stick, a web server's folder). It is good for
      30 days unless said otherwise; checkpoints refuse it after that, so publish again in time.
`,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, options)
    const [folder] = positionals
    if (folder === undefined || positionals.length > 1) throw new UsageError('publish takes one DIR')
    const days = readCount('--expires-days', values['expires-days'], 3_650) ?? 30
    const home = openHome(values.authority, terminal.env)
    checkDestination(home, folder)
    const ring = new KeyRing([home.keys, ...(values.keys ?? [])], await readPassphrase(terminal))
    const publication = signPublication(home, ring, terminal.now(), days)
    mirrorPublication(home, publication, folder)
    const { locale } = terminal
    const { number, expiresAt, rootExpiresAt, targets } = publication
    terminal.print(say(locale, words[locale].done, { number: String(number), folder, expiresAt }))
    for (const { name, bytes } of targets) terminal.print(`  ${name}: ${bytes.length} bytes\n`)
    if (targets.length === 0) terminal.complain(words[locale].none)
    if (rootExpiresAt < expiresAt) terminal.complain(say(locale, words[locale].root, { rootAt: rootExpiresAt }))
    return 0
  },
}

/** `chot-authority fingerprint`: what checkpoints compare by telephone when they take the root. */
import { join } from 'node:path'
import { readNamedFile } from '../../main/files/index.ts'
import { fingerprintInGroups, readRoot } from '../../main/trust/index.ts'
import { defineCommand } from '../../main/terminal/index.ts'
import { say } from '../../shared/language/say.ts'
import { failure } from '../repository/failures.ts'
import { openHome } from '../repository/home.ts'
import { highestVersion } from '../repository/metadata-file.ts'
import { authorityOption } from './options.ts'

const line = {
  vi: 'Khóa gốc bản {version}, hết hạn {expiresAt}\n  SHA-256: {fingerprint}\n  {groups}\n',
  en: 'Root version {version}, which expires {expiresAt}\n  SHA-256: {fingerprint}\n  {groups}\n',
} as const

export const fingerprint = defineCommand({
  summary: { vi: 'vân tay của khóa gốc, để các chốt đối chiếu', en: 'the root’s fingerprint, to compare by telephone' },
  about: {
    vi: 'In vân tay SHA-256 của mọi bản khóa gốc, như "npx chot trust init" in ra ở chốt. Khi chốt gọi điện, đọc vân tay của bản mà chốt đang cài, từng nhóm bốn ký tự. Không cần mật khẩu.',
    en: 'Prints the SHA-256 fingerprint of every version of the root, as "npx chot trust init" shows it at the checkpoint. When a checkpoint telephones, read out that of the version it has, four digits at a time. Needs no passphrase.',
  },
  options: authorityOption,
  statuses: { 0: { vi: 'đã in', en: 'printed' } },
  async run(_words, values, { env, locale, print }) {
    const { metadata } = openHome(values.authority, env)
    const newest = highestVersion(metadata, 'root')
    for (let version = 1; version <= newest; version++) {
      const file = join(metadata, `${version}.root.json`)
      const root = readRoot(readNamedFile(file))
      if (root?.version !== version) throw failure('metadata-damaged', { file })
      const { expiresAt, fingerprint: digits } = root
      print(say(locale, line[locale], { version, expiresAt, fingerprint: digits, groups: fingerprintInGroups(digits) }))
    }
    return 0
  },
})

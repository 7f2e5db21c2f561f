/** `--ca` of the commands of sync: the authority of the province's own server, kept in the profile for every trip from then on. */
import { readNamedFile, textOf } from '../../files/index.ts'
import { keepAuthority, mostAuthority, nodeDisk } from '../../sync/index.ts'
import { Failure, status, type Options } from '../../terminal/index.ts'

export const authorityOption = {
  ca: {
    type: 'string',
    value: 'FILE',
    says: {
      vi: 'chứng thư gốc (PEM) của máy chủ riêng, ngoài những nơi máy này đã biết; được giữ trong hồ sơ',
      en: 'the authority (PEM) of a private server, beside those that are known; kept in the profile',
    },
  },
} as const satisfies Options

const none = {
  vi: '{file} không phải chứng thư (PEM), hoặc không phải chứng thư ghi trong thư mời. Xin đúng tệp của máy chủ.',
  en: '{file} is no certificate (PEM), or not the one that the invitation names. Ask for the hub’s own.',
} as const

/**
 * Reads it and keeps it.
 * @param expected its SHA-256 as an invitation names it; absent or null: none does
 * @throws Failure where it is no certificate, or another
 */
export async function keepNamedAuthority(profile: string, file: string, expected: string | null = null): Promise<void> {
  const pem = textOf(readNamedFile(file, mostAuthority))
  if (await keepAuthority({ profile, disk: nodeDisk }, pem, expected)) return
  throw new Failure('not-an-authority', none, { file }, { status: status.input })
}

/** `--ca` of the commands of sync: the authority of the province's own server, kept in the profile for every trip from then on. */
import { authoritiesInFile, fingerprintOfAuthority, keepAuthorities } from '../../private-servers/index.ts'
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
export function keepNamedAuthority(profile: string, file: string, expected: string | null = null): void {
  const found = authoritiesInFile(file).filter((pem) => expected === null || fingerprintOfAuthority(pem) === expected)
  if (found.length === 0) throw new Failure('not-an-authority', none, { file }, { status: status.input })
  keepAuthorities(profile, found)
}

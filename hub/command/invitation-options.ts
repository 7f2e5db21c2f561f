/** What invitations say of the way to this hub: for the command that writes one, and for the page that does. */
import { authoritiesInFile, fingerprintOfAuthority } from '../../main/private-servers/index.ts'
import { Failure, status, UsageError, type Options } from '../../main/terminal/index.ts'

export const addressOption = {
  address: {
    type: 'string',
    value: 'URL',
    says: {
      vi: 'địa chỉ mà chốt gửi đến (không nêu: chỉ bằng USB)',
      en: 'the address that the checkpoint sends to (not given: by stick only)',
    },
  },
} as const satisfies Options

export const authorityOption = {
  ca: {
    type: 'string',
    value: 'FILE',
    says: {
      vi: 'chứng chỉ (PEM) của cơ quan cấp TLS riêng của tỉnh; chốt nối bằng --ca với đúng tệp này',
      en: 'the certificate (PEM) of the province’s own TLS authority; the checkpoint is enrolled by --ca and this file',
    },
  },
} as const satisfies Options

/** What the checkpoint compares of the TLS authority: SHA-256 of its certificate; null: none was named. @throws Failure */
export function authorityOf(file: string | undefined): string | null {
  if (file === undefined) return null
  const [named] = authoritiesInFile(file)
  if (named !== undefined) return fingerprintOfAuthority(named)
  const sentences = { vi: '{file} không phải chứng chỉ PEM', en: '{file} is no certificate in PEM' }
  throw new Failure('no-certificate', sentences, { file }, { status: status.input })
}

/** Without a slash at its end; null: none was named. @throws UsageError */
export function addressOf(text: string | undefined): string | null {
  const address = text?.replace(/\/+$/, '') ?? null
  if (address === null || /^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/.test(address)) return address
  throw new UsageError({ vi: '--address nhận http(s)://…', en: '--address takes http(s)://…' })
}

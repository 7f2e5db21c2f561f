/** What kept a repository from being read or written, as a phrase in both languages, by the kind of fault. */
import { fileFaults, FileUnreadable, systemReasons } from '../../files/index.ts'
import { inBoth, type Sentences } from '../../../shared/language/locale.ts'

/** By the name that the system, OpenSSL or undici has for it. */
const onTheWay: Readonly<Record<string, Sentences>> = {
  ENOTFOUND: { vi: 'không tìm thấy máy chủ này', en: 'there is no server of this name' },
  EAI_AGAIN: { vi: 'không hỏi được tên máy chủ', en: 'its name could not be looked up' },
  ECONNREFUSED: { vi: 'máy chủ không nhận kết nối', en: 'it takes no connections' },
  ECONNRESET: { vi: 'kết nối bị ngắt giữa chừng', en: 'the connection was broken off' },
  UND_ERR_SOCKET: { vi: 'kết nối bị ngắt giữa chừng', en: 'the connection was broken off' },
  ENETUNREACH: { vi: 'máy này không có mạng', en: 'this computer has no network' },
  EHOSTUNREACH: { vi: 'mạng không tới được máy chủ', en: 'no network leads there' },
  CERT_HAS_EXPIRED: {
    vi: 'theo đồng hồ máy này, chứng thư của máy chủ đã hết hạn',
    en: 'by this computer’s clock its certificate has expired',
  },
  CERT_NOT_YET_VALID: {
    vi: 'theo đồng hồ máy này, chứng thư của máy chủ chưa có hiệu lực',
    en: 'by this computer’s clock its certificate is not valid yet',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    vi: 'chứng thư là của máy chủ khác',
    en: 'its certificate is another server’s',
  },
}

const redirected: Sentences = {
  vi: 'có nơi chuyển hướng sang địa chỉ khác, như mạng Wi-Fi đòi đăng nhập',
  en: 'something leads to another address, as Wi-Fi does that wants a sign-in',
}

const stickGone: Sentences = { vi: 'USB bị rút ra hoặc bị hỏng', en: 'the stick was pulled out, or is broken' }
const ofSticks = new Set(['ENODEV', 'ENXIO', 'EIO', 'ESTALE'])

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** What the machine itself says, where there are no words of ours. */
function quoted(error: unknown): Sentences {
  const message = error instanceof Error ? error.message : String(error)
  return { vi: message, en: message }
}

/** What went wrong on the way to a server. */
export function serverReason(server: string, error: unknown): Sentences {
  const known = error instanceof Error && /redirect/i.test(error.message) ? redirected : onTheWay[codeOf(error)]
  const why = known ?? quoted(error)
  return inBoth((locale) => `${server}: ${why[locale]}`)
}

/** What a server answered with a status that is none of a file. */
export const statusReason = (server: string, status: number): Sentences => ({
  vi: `${server}: máy chủ trả lời ${status}`,
  en: `${server}: the server answered ${status}`,
})

/** What went wrong with a folder, a stick or the disk. */
export function diskReason(error: unknown): Sentences {
  if (error instanceof FileUnreadable) {
    const why = error.cause === undefined ? fileFaults[error.fault] : diskReason(error.cause)
    return inBoth((locale) => `${error.path}: ${why[locale]}`)
  }
  const code = codeOf(error)
  return ofSticks.has(code) ? stickGone : (systemReasons[code] ?? quoted(error))
}

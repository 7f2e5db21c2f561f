/** `chot-hub serve`, which is `npm run hub`: the hub's door, open until it is told to stop. */
import { say } from '../../shared/language/say.ts'
import { readNamedFile } from '../../main/files/index.ts'
import { defineCommand, Failure, status, UsageError, type Options } from '../../main/terminal/index.ts'
import { fingerprintInGroups } from '../../main/trust/index.ts'
import { hubServer } from '../server.ts'
import { trustOption } from './trust-option.ts'
import { dataOption, withHub } from './with-hub.ts'

const words = {
  vi: {
    open: 'Máy chủ {hub} nghe ở {address}\nCơ sở dữ liệu: {server, select, own {bản đi kèm, trong thư mục dữ liệu} other {DATABASE_URL}}\nDấu khóa, để so với màn hình chốt: {fingerprint}\nDừng: Ctrl+C.',
    recovery:
      'CHƯA CÓ khóa khôi phục của tỉnh: mất máy chủ là mất những gì chỉ nó mở được. Chạy lại với --recovery KHÓA.',
  },
  en: {
    open: 'The hub {hub} listens at {address}\nDatabase: {server, select, own {the one that comes along, in the data folder} other {DATABASE_URL}}\nIts key, to compare with a checkpoint’s screen: {fingerprint}\nTo stop: Ctrl+C.',
    recovery:
      'There is NO recovery key of the province: what only this hub can open is lost with it. Run this again with --recovery KEY.',
  },
} as const

const options = {
  ...dataOption,
  port: { type: 'string', value: 'N', says: { vi: 'cổng (mặc định: 8443)', en: 'the port (default: 8443)' } },
  host: {
    type: 'string',
    value: 'ADDRESS',
    says: {
      vi: 'địa chỉ để nghe (mặc định: 127.0.0.1, sau một proxy có TLS)',
      en: 'the address to listen at (default: 127.0.0.1, behind a proxy with TLS)',
    },
  },
  cert: {
    type: 'string',
    value: 'FILE',
    says: {
      vi: 'chứng chỉ TLS, PEM, kèm các chứng chỉ trung gian',
      en: 'the TLS certificate, PEM, with those between',
    },
  },
  key: {
    type: 'string',
    value: 'FILE',
    says: { vi: 'khóa của chứng chỉ đó, PEM', en: 'the key of that certificate, PEM' },
  },
  ...trustOption,
  recovery: {
    type: 'string',
    value: 'KEY',
    says: {
      vi: 'khóa khôi phục của tỉnh, phần công khai (X25519, 32 byte, base64url); chỉ cần một lần',
      en: 'the public half of the province’s recovery key (X25519, 32 bytes in base64url); once is enough',
    },
  },
} as const satisfies Options

/** Bytes of a certificate file that are read. */
const mostPem = 262_144

/** @throws UsageError */
function portOf(text = '8443'): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port <= 65_535) return port
  throw new UsageError({ vi: '--port nhận số từ 0 đến 65535', en: '--port takes a number from 0 to 65535' })
}

/** The certificate and its key; undefined: neither was named. @throws UsageError, the system's error */
function tlsOf({ cert, key }: { cert?: string; key?: string }): { cert: string; key: string } | undefined {
  if (cert === undefined && key === undefined) return undefined
  if (cert === undefined || key === undefined)
    throw new UsageError({ vi: '--cert và --key đi cùng nhau', en: '--cert and --key go together' })
  const [certificate, secret] = [cert, key].map((file) => readNamedFile(file, mostPem).toString('latin1'))
  return { cert: certificate ?? '', key: secret ?? '' }
}

/** Waits until somebody says that it is enough. */
function untilStopped(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop())
  })
}

/** @throws Failure where certificate and key are none, or do not fit */
function opened(door: Parameters<typeof hubServer>[0]): ReturnType<typeof hubServer> {
  try {
    return hubServer(door)
  } catch (error) {
    const sentences = {
      vi: 'chứng chỉ và khóa không dùng được, hoặc không hợp nhau: {why}. Kiểm tra --cert và --key',
      en: 'certificate and key cannot be used, or do not fit each other: {why}. Check --cert and --key',
    }
    throw new Failure('tls', sentences, {}, { status: status.input, cause: error })
  }
}

export const serveCommand = defineCommand({
  summary: { vi: 'mở máy chủ', en: 'opens the hub' },
  about: {
    vi: 'Nhận các lô đã niêm phong và lời xin nối, trả biên nhận, cho đến khi được dừng. Lần đầu nó tạo khóa và cơ sở dữ liệu trong thư mục dữ liệu. Nhiều tiến trình trên cùng cơ sở dữ liệu được.',
    en: 'Takes sealed batches and wishes to be enrolled and answers with receipts, until it is stopped. The first time it makes its keys, and its database in the data folder. Several processes may work on one database.',
  },
  options,
  statuses: { 0: { vi: 'đã dừng theo lệnh', en: 'stopped as it was told' } },
  async run(_words, values, terminal) {
    const { locale, print, complain } = terminal
    const port = portOf(values.port)
    const { recovery } = values
    if (recovery !== undefined && !/^[\w-]{43}$/.test(recovery))
      throw new UsageError({ vi: '--recovery nhận 43 chữ base64url', en: '--recovery takes 43 letters of base64url' })
    const tls = tlsOf(values)
    return withHub(values, terminal, async (ground) => {
      const log = (line: string): void => complain(`${line}\n`)
      const server = opened({ ground, chance: Math.random, log, trust: values.trust ?? null, tls })
      const address = await server.listen({ port, host: values.host ?? '127.0.0.1' }).catch((error: unknown) => {
        const sentences = { vi: 'không mở được cổng {port}: {why}', en: 'the port {port} cannot be opened: {why}' }
        throw new Failure('port', sentences, { port }, { status: status.system, cause: error })
      })
      const { hub, fingerprint, hasRecovery } = ground.keys
      print(
        `${say(locale, words[locale].open, { hub, address, server: ground.server, fingerprint: fingerprintInGroups(fingerprint) })}\n`,
      )
      if (!hasRecovery) complain(`${words[locale].recovery}\n`)
      await untilStopped()
      await server.close()
      return 0 as const
    })
  },
})

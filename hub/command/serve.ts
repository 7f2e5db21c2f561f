/** `chot-hub serve`, which is `npm run hub`: the hub's door, open until it is told to stop. */
import { fileURLToPath } from 'node:url'
import { say } from '../../shared/language/say.ts'
import { readNamedFile } from '../../main/files/index.ts'
import { PageNotBuilt, readPageFiles, type PageFiles } from '../../main/shell/index.ts'
import { defineCommand, Failure, status, UsageError, type Options, type Terminal } from '../../main/terminal/index.ts'
import { fingerprintInGroups } from '../../main/trust/index.ts'
import { firstAccount } from '../accounts/accounts.ts'
import type { HubGround } from '../ground.ts'
import { hubServer } from '../server.ts'
import { addressOf, addressOption, authorityOf, authorityOption } from './invitation-options.ts'
import { trustOption } from './trust-option.ts'
import { dataOption, withNewHub } from './with-hub.ts'

const words = {
  vi: {
    open: 'Máy chủ {hub} nghe ở {address}\nCơ sở dữ liệu: {server, select, own {bản đi kèm, trong thư mục dữ liệu} other {DATABASE_URL}}\nMã khóa; khi chốt hỏi, đọc bốn nhóm cuối: {fingerprint}\nDừng: Ctrl+C.',
    recovery:
      'CHƯA CÓ khóa khôi phục của tỉnh: mất máy chủ là mất những gì chỉ nó mở được. Chạy lại với --recovery KHÓA.',
    page: 'Trang của máy chủ: {address}/',
    first:
      'Lần đầu vào trang: tên {name}, mật khẩu {password}\nChỉ in một lần; phải đổi khi vào lần đầu. Quên: chot-hub account password {name}.',
    notBuilt: 'Trang của máy chủ CHƯA được dựng: chạy npm run build -- --hub-page rồi mở lại. Các chốt vẫn gửi được.',
    plain:
      'Trang mở cho máy khác mà KHÔNG có TLS: mật khẩu đi trên mạng ai cũng đọc được. Nêu --cert và --key, hoặc để một proxy có TLS ở trước.',
  },
  en: {
    open: 'The hub {hub} listens at {address}\nDatabase: {server, select, own {the one that comes along, in the data folder} other {DATABASE_URL}}\nIts fingerprint, to read out the last four groups when a checkpoint asks: {fingerprint}\nTo stop: Ctrl+C.',
    recovery:
      'There is NO recovery key of the province: what only this hub can open is lost with it. Run this again with --recovery KEY.',
    page: 'The hub’s page: {address}/',
    first:
      'To sign in there for the first time: name {name}, password {password}\nPrinted this once, and to be changed then. Forgotten: chot-hub account password {name}.',
    notBuilt:
      'The hub’s page was NOT built: run npm run build -- --hub-page and open the hub again. Checkpoints can send all the same.',
    plain:
      'The page is open to other machines WITHOUT TLS: passwords can be read on their way. Give --cert and --key, or put a proxy with TLS in front.',
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
  ...addressOption,
  ...authorityOption,
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

/** The built page; null: it was not built. */
function pageFiles(): PageFiles | null {
  try {
    return readPageFiles(fileURLToPath(new URL('../../dist/hub-page', import.meta.url)))
  } catch (error) {
    if (error instanceof PageNotBuilt) return null
    throw error
  }
}

/** What is to be said of the page once the hub listens. */
async function sayPage(ground: HubGround, { locale, print, complain, now }: Terminal, seen: Seen): Promise<void> {
  const word = words[locale]
  if (!seen.isBuilt) complain(`${word.notBuilt}\n`)
  else print(`${say(locale, word.page, { address: seen.address })}\n`)
  const first = await firstAccount(ground.pool, now())
  if (first) print(`${say(locale, word.first, { ...first })}\n`)
  if (seen.isOpenPlain) complain(`${word.plain}\n`)
}

interface Seen {
  isBuilt: boolean
  address: string
  /** Other machines reach it, and what they send can be read on its way. */
  isOpenPlain: boolean
}

const loopback = /^(127\.|::1$|localhost$)/

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
    vi: 'Nhận các lô đã niêm phong và lời xin nối, trả biên nhận, cho đến khi được dừng, và có trang của máy chủ. Lần đầu nó tạo khóa và cơ sở dữ liệu trong thư mục dữ liệu, và in mật khẩu đầu tiên của trang. Nhiều tiến trình trên cùng cơ sở dữ liệu được.',
    en: 'Takes sealed batches and wishes to be enrolled and answers with receipts, until it is stopped, and serves the hub’s page. The first time it makes its keys, and its database in the data folder, and prints the page’s first password. Several processes may work on one database.',
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
    const page = { files: pageFiles(), address: addressOf(values.address), ca: authorityOf(values.ca) }
    const host = values.host ?? '127.0.0.1'
    return withNewHub(values, terminal, async (ground) => {
      const log = (line: string): void => complain(`${line}\n`)
      const server = opened({ ground, chance: Math.random, log, trust: values.trust ?? null, tls, page, locale })
      const address = await server.listen({ port, host }).catch((error: unknown) => {
        const sentences = { vi: 'không mở được cổng {port}: {why}', en: 'the port {port} cannot be opened: {why}' }
        throw new Failure('port', sentences, { port }, { status: status.system, cause: error })
      })
      const { hub, fingerprint, hasRecovery } = ground.keys
      print(
        `${say(locale, words[locale].open, { hub, address, server: ground.server, fingerprint: fingerprintInGroups(fingerprint) })}\n`,
      )
      const isOpenPlain = tls === undefined && !loopback.test(host)
      await sayPage(ground, terminal, { isBuilt: page.files !== null, address: page.address ?? address, isOpenPlain })
      if (!hasRecovery) complain(`${words[locale].recovery}\n`)
      await untilStopped()
      await server.close()
      return 0 as const
    })
  },
})

/** `chot-hub backup`: a copy of everything, which counts once it was restored elsewhere and compared. */
import { decodeBase64url } from '../../shared/certificate/base64url.ts'
import { readWrittenTime } from '../../shared/domain/time/written-time.ts'
import { say } from '../../shared/language/say.ts'
import { defineCommand, Failure, status, UsageError, type Options, type Terminal } from '../../main/terminal/index.ts'
import { confirmBackup, registerBackup } from '../backup/keep-backup.ts'
import { writeCopy } from '../backup/write-copy.ts'
import type { HubGround } from '../ground.ts'
import { dataOption, jsonOption, withHub } from './with-hub.ts'

const words = {
  vi: {
    written:
      'Bản sao số {number}: {file}, {rows} dòng. CHƯA được tính: khôi phục nó ở máy khác (chot-hub restore), rồi nhập từ mà lệnh đó in ra: chot-hub backup --confirm TỪ.',
    confirmed: 'Bản sao số {number} đã được khôi phục và so. Các chốt sẽ được báo những gì đã có bản sao.',
    registered: 'Đã ghi nhận bản sao số {number} của bạn, làm lúc {madeAt}. Các chốt sẽ được báo.',
  },
  en: {
    written:
      'Copy {number}: {file}, {rows} rows. It does NOT count yet: restore it on another machine (chot-hub restore), then give the word that is printed there: chot-hub backup --confirm WORD.',
    confirmed: 'Copy {number} was restored and compared. The checkpoints will be told what is backed up.',
    registered: 'Your copy was registered as number {number}, made at {madeAt}. The checkpoints will be told.',
  },
} as const

const options = {
  ...dataOption,
  to: {
    type: 'string',
    multiple: true,
    value: 'KEY',
    says: {
      vi: 'khóa công khai được mở bản sao (mặc định: khóa khôi phục của tỉnh); nêu nhiều lần được',
      en: 'a public key that may open the copy (default: the province’s recovery key); may be given several times',
    },
  },
  confirm: {
    type: 'string',
    value: 'WORD',
    says: { vi: 'từ mà chot-hub restore đã in', en: 'the word that chot-hub restore has printed' },
  },
  registered: {
    type: 'string',
    value: 'TIME',
    says: {
      vi: 'với DATABASE_URL: bạn đã tự làm bản sao lúc này và đã thử khôi phục, ví dụ 2026-11-29T02:00+07:00',
      en: 'with DATABASE_URL: a copy of your own from this time was restored and is whole, such as 2026-11-29T02:00+07:00',
    },
  },
  ...jsonOption,
} as const satisfies Options

/** @throws UsageError, Failure */
function readersOf({ keys }: HubGround, to: readonly string[] = []): Uint8Array[] {
  const given = to.map((text) => decodeBase64url(text))
  const named = given.flatMap((key) => (key?.length === 32 ? [key] : []))
  if (named.length < to.length)
    throw new UsageError({ vi: '--to nhận 43 chữ base64url', en: '--to takes 43 letters of base64url' })
  const readers = named.length > 0 ? named : keys.to.slice(1)
  if (readers.length > 0) return readers
  throw new Failure('no-reader', {
    vi: 'không có khóa nào để niêm phong bản sao: nêu --to KHÓA (tạo bằng chot-hub restore --new-key TỆP)',
    en: 'there is no key to seal the copy to: give --to KEY (made by chot-hub restore --new-key FILE)',
  })
}

async function write(ground: HubGround, file: string, to: readonly Uint8Array[], tell: Telling): Promise<0> {
  try {
    const { number, rows, bytes } = await writeCopy(ground, file, to)
    tell('written', { number, file, rows, bytes })
    return 0
  } catch (error) {
    if (
      !(error instanceof Error && 'syscall' in error) &&
      !(error instanceof Error && 'code' in error && error.code === 'EEXIST')
    )
      throw error
    const sentences = { vi: 'không ghi được {file}: {why}', en: '{file} cannot be written: {why}' }
    throw new Failure('unwritable', sentences, { file }, { status: status.output, cause: error })
  }
}

async function confirm(ground: HubGround, word: string, tell: Telling): Promise<0> {
  const number = await confirmBackup(ground, word.trim().toUpperCase())
  if (number === null)
    throw new Failure('unknown-word', {
      vi: 'không có bản sao nào có từ này. So lại từng chữ với từ mà chot-hub restore đã in',
      en: 'no copy has this word. Compare it letter by letter with what chot-hub restore has printed',
    })
  tell('confirmed', { number })
  return 0
}

async function register(ground: HubGround, text: string, tell: Telling): Promise<0> {
  const time = readWrittenTime(text)
  if (time?.precision !== 'instant' || time.epoch > ground.now())
    throw new UsageError({
      vi: '--registered nhận một lúc đã qua, có múi giờ: 2026-11-29T02:00+07:00',
      en: '--registered takes a time that is over, with its zone: 2026-11-29T02:00+07:00',
    })
  if (ground.server === 'own')
    throw new Failure('own-server', {
      vi: 'máy chủ này dùng cơ sở dữ liệu đi kèm: làm bản sao bằng chot-hub backup TỆP',
      en: 'this hub runs on the database that comes along: make a copy by chot-hub backup FILE',
    })
  tell('registered', { number: await registerBackup(ground, time.epoch), madeAt: time.epoch })
  return 0
}

type Telling = (what: keyof (typeof words)['vi'], values: Record<string, string | number>) => void

const tellingTo =
  ({ locale, print }: Terminal, json: boolean): Telling =>
  (what, values) =>
    print(json ? `${JSON.stringify(values)}\n` : `${say(locale, words[locale][what], values)}\n`)

export const backupCommand = defineCommand({
  summary: { vi: 'bản sao, và báo rằng nó đã được thử', en: 'a copy, and the word that it was tried' },
  about: {
    vi: `Ghi vào tệp một bản sao đã mã hóa của mọi thứ, có cả khóa của máy chủ, như vào một lúc, trong khi máy chủ vẫn chạy. Bản sao chỉ được tính khi đã khôi phục ở nơi khác và so: khi đó các chốt được báo và mới được xóa theo hạn.

Bản sao có khóa của máy chủ: ai mở được nó thì đọc được tất cả.`,
    en: `Writes an encrypted copy of everything to a file, the hub's keys included, as of one instant, while the hub goes on working. It counts only once it was restored elsewhere and compared: then the checkpoints are told, and may erase what is old enough.

The hub's keys are in it: whoever can open it can read everything.`,
  },
  words: { says: { vi: 'TỆP', en: 'FILE' }, least: 0, most: 1 },
  options,
  statuses: {
    0: { vi: 'đã làm', en: 'done' },
    1: { vi: 'không làm; có lý do', en: 'not done; it says why' },
  },
  run([file], values, terminal) {
    const asked = [file, values.confirm, values.registered].filter((each) => each !== undefined)
    if (asked.length !== 1)
      throw new UsageError({
        vi: 'nêu một trong ba: TỆP, --confirm TỪ, --registered LÚC',
        en: 'give one of FILE, --confirm WORD and --registered TIME',
      })
    const tell = tellingTo(terminal, values.json === true)
    return withHub(values, terminal, (ground) => {
      if (values.confirm !== undefined) return confirm(ground, values.confirm, tell)
      if (values.registered !== undefined) return register(ground, values.registered, tell)
      return write(ground, file ?? '', readersOf(ground, values.to), tell)
    })
  },
})

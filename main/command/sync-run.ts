/** `chot sync run`: one trip to the hub, by wire or with a stick. */
import { say } from '../../shared/language/say.ts'
import { nodeDisk, setOut, syncStatus, tripByFolder, tripByWire, type Ground } from '../sync/index.ts'
import { defineCommand, type Options, type Terminal } from '../terminal/index.ts'
import { chosenProfile, jsonOption, profileOption } from './options.ts'
import { withSync } from './sync-profile.ts'
import { syncReasons, type SyncReason } from './sync-words.ts'

const words = {
  vi: {
    receipted:
      'Máy chủ có {receipted} trong {head} mục theo biên nhận{waiting, plural, =0 {: đã giao hết} other {, còn {waiting} mục}}.',
    stick:
      'USB: {batches} lô đang nằm trên đó; trả lời của máy chủ: {answer, select, taken {đã nhận} none {không có} other {không đọc được}}. Rút được.',
    strangers: 'Bỏ qua {count} tệp lạ trong thư mục của chốt trên USB: {names}',
  },
  en: {
    receipted:
      'The hub has {receipted} of {head} entries by its receipts{waiting, plural, =0 {: all are delivered} other {, {waiting} are waiting}}.',
    stick:
      'Stick: {batches} batches lie on it; the hub’s answer: {answer, select, taken {taken in} none {there is none} other {cannot be read}}. It may be pulled.',
    strangers: 'Passed over {count} strange files in the checkpoint’s folder on the stick: {names}',
  },
} as const

const options = {
  folder: {
    type: 'string',
    value: 'DIR',
    says: {
      vi: 'bằng USB hoặc thư mục chung (mặc định: bằng mạng)',
      en: 'with a stick or a shared folder (default: by wire)',
    },
  },
  ...jsonOption,
  ...profileOption,
} as const satisfies Options

/** What a trip came to, whichever way it went. */
interface Ran {
  why: SyncReason | null
  batches: number
  folder: { answer: string; strangers: readonly string[] } | null
  retryAfter: number | null
}

async function travel(ground: Ground, folder: string | undefined): Promise<Ran> {
  const trip = await setOut(ground)
  if (typeof trip === 'string') return { why: trip, batches: 0, folder: null, retryAfter: null }
  if (folder === undefined) return { ...(await tripByWire(trip, fetch, () => undefined)), folder: null }
  const { answer, batches, strangers, why } = await tripByFolder(trip, nodeDisk, folder, () => undefined)
  return { why, batches, folder: { answer, strangers }, retryAfter: null }
}

/** Names that are told. */
const mostTold = 8

function sayRan(
  { why, batches, folder }: Ran,
  figures: Record<string, number>,
  { locale, complain, print }: Terminal,
): void {
  const word = words[locale]
  if (folder && why === null) print(`${say(locale, word.stick, { batches, answer: folder.answer })}\n`)
  if (folder && folder.strangers.length > 0) {
    const names = folder.strangers.slice(0, mostTold).join(', ')
    complain(`${say(locale, word.strangers, { count: folder.strangers.length, names })}\n`)
  }
  if (why !== null) complain(`${syncReasons[why][locale]}\n`)
  print(`${say(locale, word.receipted, figures)}\n`)
}

export const syncRun = defineCommand({
  summary: { vi: 'gửi nhật ký, nhận biên nhận: một chuyến', en: 'sends the journal, takes receipts: one trip' },
  about: {
    vi: 'Gửi mọi mục chưa có biên nhận đến máy chủ và nhận biên nhận về, qua mạng hoặc bằng USB (--folder). Ngắt lúc nào cũng được: chỉ biên nhận đã kiểm mới được tính, chuyến sau đi tiếp. Nhiều chốt dùng chung một USB được. Chốt phải đóng.',
    en: 'Sends every entry that has no receipt to the hub and takes receipts home, over the network or with a stick (--folder). It can be cut at any instant: only a verified receipt counts, and the next trip goes on. Many checkpoints may share one stick. The kiosk must be closed.',
  },
  options,
  statuses: {
    0: { vi: 'đã giao hết, hoặc mọi thứ đã nằm trên USB', en: 'all is delivered, or lies on the stick' },
    1: { vi: 'chưa; có lý do kèm theo', en: 'it is not; it says why' },
  },
  async run(_words, values, terminal) {
    const profile = chosenProfile(values, terminal.env)
    return withSync(profile, terminal, async ({ ground }) => {
      const ran = await travel(ground, values.folder)
      const { head, receipted, waiting } = await syncStatus(ground)
      const { why, batches, folder, retryAfter } = ran
      if (values.json === true)
        terminal.print(`${JSON.stringify({ head, receipted, waiting, batches, why, retryAfter, ...folder })}\n`)
      else sayRan(ran, { head, receipted, waiting }, terminal)
      return why === null ? 0 : 1
    })
  },
})

/** `chot sync run`: one trip to the hub, by wire or with a stick; by the kiosk itself where it has the profile open. */
import { resolve } from 'node:path'
import type { Output } from '../../../shared/contract/contract.ts'
import { say } from '../../../shared/language/say.ts'
import { nodeDisk, reachHub, sayTravelled, stateOfSync, syncStatus, sayCounts, travel } from '../../sync/index.ts'
import { defineCommand, demandStick, Failure, status, type Options, type Terminal } from '../../terminal/index.ts'
import { askKiosk } from '../profile/ask-kiosk.ts'
import { chosenProfile, jsonOption, profileOption } from '../options.ts'
import { authorityOption, keepNamedAuthority } from './sync-authority.ts'
import { sayStickRefused } from './stick-refused.ts'
import { withSync } from './sync-profile.ts'

const strange = {
  vi: 'Bỏ qua {count} tệp lạ trong thư mục của chốt trên USB: {names}',
  en: 'Passed over {count} strange files in the checkpoint’s folder on the stick: {names}',
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
  ...authorityOption,
  ...jsonOption,
  ...profileOption,
} as const satisfies Options

/** What came of it, and how far the hub is then. */
interface Ran {
  trip: Extract<Output<'sync.run'>, { ran: true }>
  state: Pick<Output<'sync.read'>, 'head' | 'receipted' | 'waiting' | 'refused'>
}

/** Has the kiosk make the trip; null where none has the profile open. @throws Failure where it is making one already */
function runInKiosk(profile: string, folder: string | null, { env }: Terminal): Promise<Ran | null> {
  return askKiosk(
    profile,
    async (kiosk) => {
      const trip = await kiosk.call('sync.run', { folder })
      if (!trip.ran) throw new Failure('sync-busy', trip.said, {}, { status: status.no })
      return { trip, state: await kiosk.call('sync.read', {}) }
    },
    env,
  )
}

/** Makes the trip, where no kiosk has the profile open. */
function runHere(profile: string, folder: string | null, terminal: Terminal): Promise<Ran> {
  return withSync(profile, terminal, async ({ ground, checkpoint }) => {
    const fetch = reachHub(profile, checkpoint)
    const travelled = await travel(ground, { folder, stick: nodeDisk, fetch, hear: () => undefined })
    const found = await syncStatus(ground)
    const trip = { ran: true, ...travelled, said: sayTravelled(travelled, found) } as const
    return { trip, state: stateOfSync(found, null, terminal.now()) }
  })
}

/** Names that are told. */
const mostTold = 8

function sayRan({ trip: { why, said, folder }, state }: Ran, { locale, complain, print }: Terminal): void {
  if (folder && folder.strangers.length > 0) {
    const names = folder.strangers.slice(0, mostTold).join(', ')
    complain(`${say(locale, strange[locale], { count: folder.strangers.length, names })}\n`)
  }
  if (why !== null) complain(`${said[locale]}\n`)
  else if (folder) print(`${said[locale]}\n`)
  if (state.refused) complain(`${sayStickRefused(state.refused, locale)}\n`)
  print(`${sayCounts(state)[locale]}\n`)
}

export const syncRun = defineCommand({
  summary: { vi: 'gửi nhật ký, nhận biên nhận: một chuyến', en: 'sends the journal, takes receipts: one trip' },
  about: {
    vi: 'Gửi mọi bản ghi chưa có biên nhận đến máy chủ và nhận biên nhận về, qua mạng hoặc bằng USB (--folder). Ngắt lúc nào cũng được: chỉ biên nhận đã kiểm mới được tính, chuyến sau đi tiếp. Nhiều chốt dùng chung một USB được. Khi Chốt đang mở, chính Chốt đi chuyến này. Qua proxy: "npx chot checkpoint set --proxy", hoặc đặt HTTPS_PROXY và NO_PROXY.',
    en: 'Sends every entry that has no receipt to the hub and takes receipts home, over the network or with a stick (--folder). It can be cut at any instant: only a verified receipt counts, and the next trip goes on. Many checkpoints may share one stick. Where the kiosk is open, it makes the trip itself. Through a proxy: "npx chot checkpoint set --proxy", or set HTTPS_PROXY and NO_PROXY.',
  },
  options,
  statuses: {
    0: { vi: 'đã giao hết, hoặc mọi thứ đã nằm trên USB', en: 'all is delivered, or lies on the stick' },
    1: { vi: 'chưa; có lý do kèm theo', en: 'it is not; it says why' },
  },
  async run(_words, values, terminal) {
    const profile = chosenProfile(values, terminal.env)
    const folder = values.folder === undefined ? null : resolve(values.folder)
    if (folder !== null) demandStick(folder)
    if (values.ca !== undefined) keepNamedAuthority(profile, values.ca)
    const ran = (await runInKiosk(profile, folder, terminal)) ?? (await runHere(profile, folder, terminal))
    const { why, batches, retryAfter, most, folder: there } = ran.trip
    const { head, receipted, waiting, refused } = ran.state
    if (values.json === true)
      terminal.print(
        `${JSON.stringify({ head, receipted, waiting, refused, batches, why, retryAfter, most, ...there })}\n`,
      )
    else sayRan(ran, terminal)
    return why === null ? 0 : 1
  },
})

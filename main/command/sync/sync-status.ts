/** `chot sync status`: how far the hub has the journal, as its receipts prove; the same as on the screen. */
import type { SyncState } from '../../../shared/contract/sync.ts'
import { say } from '../../../shared/language/say.ts'
import { stateOfSync, syncReasons, syncStatus } from '../../sync/index.ts'
import { defineCommand, type Terminal } from '../../terminal/index.ts'
import { askKiosk } from '../profile/ask-kiosk.ts'
import { chosenProfile, jsonOption, profileOption } from '../options.ts'
import { sayStickRefused } from './stick-refused.ts'
import { withSync } from './sync-profile.ts'

const words = {
  vi: {
    hub: 'Máy chủ: {hub} ({address}){confirmed, select, yes {} other {, chưa xác nhận}}',
    counts: 'Bản ghi: {head} · có biên nhận đến {receipted} · đã sao lưu ở máy chủ đến {backedUp}',
    oldest: 'Chờ gửi: {waiting} bản ghi, cũ nhất là bản ghi {seq}, ghi lúc {oldestAt}',
    back: 'CHÚ Ý: máy chủ nói chỉ còn đến bản ghi {seq}, ít hơn biên nhận của nó: máy chủ đã bị đưa về bản cũ. Chuyến sau gửi lại từ đó.',
    clock: 'Giờ máy này: {clock}',
    last: 'Lần cuối: {lastAt} · {why}',
    next: 'Lần tới: {nextAt}',
    stalled: 'ĐỨNG LẠI: có bản ghi chờ gửi mà lâu không tiến thêm. Xem lần cuối dưới đây; thử "npx chot sync run".',
    fine: 'trọn vẹn',
    byStick: 'chỉ bằng USB',
  },
  en: {
    hub: 'Hub: {hub} ({address}){confirmed, select, yes {} other {, not confirmed yet}}',
    counts: 'Entries: {head} · receipted up to {receipted} · backed up at the hub up to {backedUp}',
    oldest: 'Waiting: {waiting} entries, the oldest is {seq}, written {oldestAt}',
    back: 'NOTE: the hub says that it has no more than entry {seq}, less than its own receipts: it was put back to an older state. The next trip sends again from there.',
    clock: 'This clock: {clock}',
    last: 'Last try: {lastAt} · {why}',
    next: 'Next try: {nextAt}',
    stalled:
      'STALLED: entries wait, and nothing has come of it for long. Look at the last try below; try "npx chot sync run".',
    fine: 'complete',
    byStick: 'by stick only',
  },
} as const

function inWords(state: SyncState, { locale }: Terminal): string {
  const word = words[locale]
  const {
    hub,
    head,
    receipted,
    backedUp,
    waiting,
    oldest,
    hubHead,
    hubWentBack,
    refused,
    clock,
    last,
    nextAt,
    stalled,
  } = state
  if (!hub) return syncReasons['not-enrolled'][locale]
  const confirmed = hub.confirmed ? 'yes' : 'no'
  const lines = [
    say(locale, word.hub, { hub: hub.hub, address: hub.address ?? word.byStick, confirmed }),
    say(locale, word.counts, { head, receipted, backedUp }),
    ...(oldest ? [say(locale, word.oldest, { waiting, seq: oldest.seq, oldestAt: oldest.at })] : []),
    ...(hubWentBack ? [say(locale, word.back, { seq: hubHead?.seq ?? 0 })] : []),
  ]
  if (refused) lines.push(sayStickRefused(refused, locale))
  if (stalled) lines.push(word.stalled)
  if (clock) lines.push(say(locale, word.clock, { clock: clock.said[locale] }))
  if (last) lines.push(say(locale, word.last, { lastAt: last.at, why: last.said?.[locale] ?? word.fine }))
  if (nextAt !== null) lines.push(say(locale, word.next, { nextAt }))
  return lines.join('\n')
}

export const syncStatusCommand = defineCommand({
  summary: { vi: 'máy chủ có nhật ký đến đâu', en: 'how far the hub has the journal' },
  about: {
    vi: 'Nói còn bao nhiêu bản ghi chưa có biên nhận, bản ghi cũ nhất, lần thử cuối và việc cần làm. Tính từ nhật ký và biên nhận mỗi lần hỏi.',
    en: 'Says how many entries have no receipt, the oldest of them, how the last try went and what to do. Counted anew from the journal and the receipts each time.',
  },
  options: { ...jsonOption, ...profileOption },
  statuses: {
    0: { vi: 'mọi bản ghi đều có biên nhận', en: 'every entry has its receipt' },
    1: { vi: 'chưa phải mọi bản ghi', en: 'not every entry has' },
  },
  async run(_words, values, terminal) {
    const profile = chosenProfile(values, terminal.env)
    const found =
      (await askKiosk(profile, (kiosk) => kiosk.call('sync.read', {}), terminal.env)) ??
      (await withSync(profile, terminal, async ({ ground }) =>
        stateOfSync(await syncStatus(ground), null, terminal.now()),
      ))
    terminal.print(values.json === true ? `${JSON.stringify(found)}\n` : `${inWords(found, terminal)}\n`)
    return found.delivered ? 0 : 1
  },
})

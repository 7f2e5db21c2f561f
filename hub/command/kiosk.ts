/** `chot-hub kiosk`: what is decided about one checkpoint. */
import { say } from '../../shared/language/say.ts'
import { kioskDeeds, type DeedDone, type KioskDeed } from '../../shared/hub-api/kiosk-deeds.ts'
import type { Locale } from '../../shared/language/locale.ts'
import { defineCommand, Failure, status, UsageError, type Options } from '../../main/terminal/index.ts'
import type { HubGround } from '../ground.ts'
import { decide } from '../kiosks/decide.ts'
import { acknowledge } from '../kiosks/withdraw.ts'
import type { KioskRow } from '../kiosks/kiosk-row.ts'
import { findOne } from './find-one.ts'
import { dataOption, jsonOption, withHub } from './with-hub.ts'

const words = {
  vi: {
    revoke: '{name} đã bị thu hồi. Nó sẽ được báo; những gì nó còn gửi được giữ riêng đến khi: chot-hub kiosk release.',
    replace:
      '{name} đã được thay. Lịch sử của nó còn nguyên, tên đã trống: chot-hub enrol --name … cho máy mới. Những gì máy cũ còn gửi được giữ riêng.',
    release: 'Từ {name}: {taken} lô đã nhận vào, {apart} lô giữ riêng vì lý do khác, {held} lô còn giữ.',
    acknowledge: '{name}: {count} cảnh báo đã xem.',
    lost: '{name} bị mất từ lúc báo {lostAt}; đã thu hồi. Báo cáo vi phạm dữ liệu cá nhân phải gửi trước {deadlineAt} (72 giờ).\nCó thể lộ: {people} người, {crossings} lượt, {entries} bản ghi{empty, select, yes {} other {, ghi từ {fromAt} đến {throughAt}}}.',
    unread: 'Trong đó {unread} bản ghi đã xóa nội dung ở đây: không còn biết có bao nhiêu người.',
    notHere: 'Ngoài ra máy còn {notHere} bản ghi chưa từng đến đây, theo lần cuối nó báo.',
    neverSaid: 'Máy chưa từng báo nó có những gì.',
  },
  en: {
    revoke:
      '{name} is revoked. It will be told; what it still sends is held apart until somebody says: chot-hub kiosk release.',
    replace:
      '{name} is replaced. Its history stays, its name is free: chot-hub enrol --name … for the new laptop. What the old one still sends is held apart.',
    release:
      'From {name}: {taken, plural, one {# batch} other {# batches}} taken in, {apart} kept apart for another reason, {held} still held.',
    acknowledge: '{name}: {count, plural, one {# alert was} other {# alerts were}} seen.',
    lost: '{name} was reported lost at {lostAt}, and is revoked. The report of the breach of personal data is due by {deadlineAt} (72 hours).\nExposed may be: {people, plural, one {# person} other {# people}}, {crossings, plural, one {# crossing} other {# crossings}}, {entries, plural, one {# entry} other {# entries}}{empty, select, yes {} other {, written from {fromAt} to {throughAt}}}.',
    unread: 'Of these, {unread} entries have lost their content here: how many people they name is known no more.',
    notHere: 'Besides, the laptop has {notHere} entries that never came here, as it last said.',
    neverSaid: 'The laptop never said what it has.',
  },
} as const

function lostLines(locale: Locale, name: string, { at: lostAt, deadline, exposed }: Lost): string {
  const word = words[locale]
  const { from, through, people, crossings, entries, unread, notHere } = exposed
  const empty = from === null ? 'yes' : 'no'
  const period = { fromAt: from ?? 0, throughAt: through ?? 0, empty }
  return [
    say(locale, word.lost, { name, lostAt, deadlineAt: deadline, people, crossings, entries, ...period }),
    ...(unread === 0 ? [] : [say(locale, word.unread, { unread })]),
    ...(notHere === null ? [word.neverSaid] : notHere === 0 ? [] : [say(locale, word.notHere, { notHere })]),
  ].join('\n')
}

type Lost = NonNullable<DeedDone['lost']>

/** What one of them comes to: for programs, and in words. */
type Done = { told: object; said: (locale: Locale) => string }

/** Whoever takes a laptop out of service without a question asks first whether anything lies on it alone. */
const waiting = {
  vi: 'máy của {name} còn {entries, number} bản ghi chưa đến đây, cũ nhất lúc {oldestAt}. Cho máy đó gửi hết, hoặc mang USB của nó đến (chot-hub stick), rồi thay. Máy đã hỏng không gửi được nữa: thêm --anyway',
  en: 'the laptop of {name} has {entries, number} entries that have not come here, the oldest of {oldestAt}. Have it send them, or bring a stick of it (chot-hub stick), and replace it then. Where it is broken and sends nothing any more, add --anyway',
} as const

/** @throws Failure where a laptop that is to be replaced said that it has entries which are not here */
async function told(ground: HubGround, kiosk: KioskRow, deed: KioskDeed, anyway: boolean): Promise<Done> {
  const { name } = kiosk
  // Nobody has shown a number to whoever types a command: without a word of theirs nothing may wait.
  const decided = await decide(ground, kiosk, deed, anyway ? Infinity : 0)
  if ('refused' in decided) {
    const { waiting: entries, oldestAt } = decided
    throw new Failure(decided.refused, waiting, { name, entries, oldestAt }, { status: status.no })
  }
  const { released, lost } = decided
  if (released) return { told: released, said: (locale) => say(locale, words[locale].release, { name, ...released }) }
  if (lost) {
    const { at: lostAt, deadline, exposed } = lost
    return { told: { lostAt, deadline, exposed }, said: (locale) => lostLines(locale, name, lost) }
  }
  return { told: {}, said: (locale) => say(locale, words[locale][deed], { name }) }
}

type Act = (ground: HubGround, kiosk: KioskRow, anyway: boolean) => Promise<Done>

const deeds: Record<string, Act> = {
  ...Object.fromEntries(
    kioskDeeds.map((deed): [string, Act] => [deed, (ground, kiosk, anyway) => told(ground, kiosk, deed, anyway)]),
  ),
  async acknowledge(ground, { enrolment, name }) {
    const count = await acknowledge(ground, enrolment)
    return { told: { acknowledged: count }, said: (locale) => say(locale, words[locale].acknowledge, { name, count }) }
  },
}

const options = {
  anyway: {
    type: 'boolean',
    says: {
      vi: 'replace: dù máy cũ còn bản ghi chưa đến đây',
      en: 'replace: although the old laptop has entries that have not come here',
    },
  },
  ...dataOption,
  ...jsonOption,
} as const satisfies Options

export const kioskCommand = defineCommand({
  summary: { vi: 'thu hồi, thay, báo mất một chốt', en: 'revokes, replaces or reports lost a checkpoint' },
  about: {
    vi: `revoke: không tin máy này nữa; những gì nó còn gửi được giữ riêng, ngoài mọi tổng số.
release: nhận vào những lô đã giữ riêng, theo đúng thứ tự và luật như mọi lô.
replace: như revoke, và trả lại tên cho máy khác; lịch sử giữ nguyên. Không làm khi máy cũ còn bản ghi chưa đến đây, trừ khi có --anyway.
lost: như revoke, và in số người và khoảng thời gian có thể lộ, cho báo cáo trong 72 giờ mà luật yêu cầu.
acknowledge: đã xem các cảnh báo của chốt này.`,
    en: `revoke: the laptop is believed no more; what it still sends is held apart, outside all totals.
release: takes in the batches that were held, in their order and by the same rules as any.
replace: like revoke, and its name is free for another; its history stays. Not done while the old laptop has entries that have not come here, but with --anyway.
lost: like revoke, and prints how many people and which period may be exposed, for the report that the law asks for within 72 hours.
acknowledge: the alerts of this checkpoint were seen.`,
  },
  words: {
    says: { vi: 'revoke|release|replace|lost|acknowledge TÊN', en: 'revoke|release|replace|lost|acknowledge NAME' },
    least: 2,
    most: 2,
  },
  options,
  statuses: {
    0: { vi: 'đã làm', en: 'done' },
    1: {
      vi: 'không thay: máy cũ còn bản ghi chưa đến đây',
      en: 'not replaced: the old laptop has entries that have not come here',
    },
  },
  run([deed = '', name = ''], values, terminal) {
    const act = Object.hasOwn(deeds, deed) ? deeds[deed] : undefined
    if (!act)
      throw new UsageError(
        { vi: 'không có "{deed}"; có {deeds}', en: 'there is no "{deed}"; there are {deeds}' },
        { deed, deeds: Object.keys(deeds).join(', ') },
      )
    return withHub(values, terminal, async (ground) => {
      const { locale, print } = terminal
      const kiosk = await findOne(ground, name)
      const done = await act(ground, kiosk, values.anyway === true)
      const { enrolment } = kiosk
      if (values.json === true) print(`${JSON.stringify({ name: kiosk.name, enrolment, ...done.told })}\n`)
      else print(`${done.said(locale)}\n`)
      return 0 as const
    })
  },
})

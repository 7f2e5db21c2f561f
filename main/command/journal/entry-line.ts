/** One entry of the journal in one line for a person. */
import * as v from 'valibot'
import { decisionWords, directionWords, reasonWords } from '../../../shared/language/crossing-words.ts'
import { onWhat, sayPlates } from '../../../shared/language/plate-words.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import { outcomeWords, say } from '../../../shared/language/say.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { formatInstant, writtenDay } from '../../../shared/language/time.ts'
import { closedDaySchema } from '../../../shared/ledger/closed-day.ts'
import { discordSchema } from '../../../shared/ledger/discord.ts'
import { isKind, type Kind } from '../../../shared/ledger/entry-kinds.ts'
import { subjectOf } from '../../../shared/ledger/officers.ts'
import { abandonedSchema, exportedSchema, type UndecidedOutline } from '../../../shared/ledger/payloads.ts'
import { readContent, sayDiscord, type ReadEntry } from '../../journal/index.ts'

/** What happened, by the kind of the entry. */
const kindWords: Record<Locale, Readonly<Record<Kind, string>>> = {
  vi: {
    'scan.verified': 'Quét mã',
    'crossing.recorded': 'Qua chốt',
    'crossing.amended': 'Sửa lượt {of}',
    'crossing.voided': 'Hủy lượt {of}',
    'crossing.noted': 'Ghi chú lượt {of}',
    'crossing.abandoned': 'Bỏ dở lượt',
    'journal.erased': 'Xóa dữ liệu cá nhân đến bản ghi {through}',
    'receipt.received': 'Biên nhận kiểu cũ đến bản ghi {through}',
    'access.opened': 'Mở xem lượt {crossing}',
    'access.searched': 'Tìm người',
    'access.traced': 'Truy vết',
    'access.exported': 'Xem hay xuất dữ liệu',
    'journal.restored': 'Ghi tiếp từ bản sao, nối sau bản ghi {from}',
    'journal.branched': 'Kỷ mới từ sau bản ghi mà máy chủ cũng có',
    'kiosk.keys': 'Máy đổi khóa',
    'hub.enrolled': 'Đăng ký với trung tâm',
    'officer.appointed': 'Thêm cán bộ {officer}',
    'officer.renewed': 'Khóa ký mới cho cán bộ {officer}',
    'officer.changed': 'Đổi tên, cấp bậc hoặc vai trò của cán bộ {officer}',
    'officer.removed': 'Cho thôi cán bộ {officer}',
    'officer.unlocked': 'Mở khóa cho cán bộ {officer}',
    'session.tried': 'Thử mã PIN của cán bộ {officer}',
    'session.opened': 'Cán bộ {officer} vào trực',
    'session.closed': 'Cán bộ {officer} rời máy',
    'permission.given': 'Chỉ huy cho phép vượt kết luận',
    'emergency.admitted': 'Cho qua khẩn cấp ở lượt {crossing}',
    'emergency.seen': 'Chỉ huy đã xem lượt khẩn cấp {crossing}',
    'badge.refused': 'Thẻ lạ {officer}',
    'checkpoint.changed': 'Đổi tên, làn, tỉnh hoặc múi giờ của chốt',
    'secret.kept': 'Đổi cách giữ khóa bí mật của hồ sơ',
    'secret.recovered': 'Lấy lại khóa bí mật bằng mã khôi phục',
    'recovery.renewed': 'Mã khôi phục mới',
    'card.renewed': 'Thẻ lệnh mới, số {card}',
    'trust.updated': 'Cập nhật kho tin cậy',
    'trust.refused': 'Từ chối bản cập nhật kho tin cậy',
    'trust.damaged': 'Kho tin cậy bị hỏng',
    'trust.believed': 'Kho tin cậy đang dùng',
    'clock.doubted': 'Nghi đồng hồ sai',
    'clock.confirmed': 'Xác nhận đồng hồ đúng',
    'shift.opened': 'Mở ca',
    'shift.closed': 'Kết ca',
    'shift.handed-over': 'Bàn giao ca',
    'orders.changed': 'Quy định áp dụng thay đổi',
    'orders.acknowledged': 'Đã biết quy định mới',
    'day.closed': 'Chốt số liệu ngày',
    'journal.begun': 'Bắt đầu nhật ký',
    'journal.doubted': 'Nhật ký không khớp',
    'journal.rebuilt': 'Dựng lại bảng, có chỗ khác trước',
  },
  en: {
    'scan.verified': 'Scan',
    'crossing.recorded': 'Crossing',
    'crossing.amended': 'Crossing {of} corrected',
    'crossing.voided': 'Crossing {of} voided',
    'crossing.noted': 'Note on crossing {of}',
    'crossing.abandoned': 'Crossing abandoned',
    'journal.erased': 'Personal data erased up to entry {through}',
    'receipt.received': 'Receipt of an old kind up to entry {through}',
    'access.opened': 'Crossing {crossing} opened',
    'access.searched': 'People looked for',
    'access.traced': 'Contacts traced',
    'access.exported': 'Read or written out',
    'journal.restored': 'Goes on from a copy, behind entry {from}',
    'journal.branched': 'New epoch behind the last entry that the hub has too',
    'kiosk.keys': 'The kiosk’s keys changed',
    'hub.enrolled': 'Enrolled at a hub',
    'officer.appointed': 'Officer {officer} appointed',
    'officer.renewed': 'New key of officer {officer}',
    'officer.changed': 'Name, rank or role of officer {officer} changed',
    'officer.removed': 'Officer {officer} removed',
    'officer.unlocked': 'Officer {officer} unlocked',
    'session.tried': 'PIN of officer {officer} tried',
    'session.opened': 'Officer {officer} signed in',
    'session.closed': 'Officer {officer} left',
    'permission.given': 'Supervisor permitted to go against verdicts',
    'emergency.admitted': 'Emergency admission in crossing {crossing}',
    'emergency.seen': 'Supervisor has seen emergency {crossing}',
    'badge.refused': 'Foreign badge {officer}',
    'checkpoint.changed': 'Checkpoint’s name, lane, province or zone changed',
    'secret.kept': 'Secret kept in another way',
    'secret.recovered': 'Secret had back with the recovery code',
    'recovery.renewed': 'New recovery code',
    'card.renewed': 'New command card, number {card}',
    'trust.updated': 'Trust store updated',
    'trust.refused': 'Trust update refused',
    'trust.damaged': 'Trust store damaged',
    'trust.believed': 'Trust store in use',
    'clock.doubted': 'Clock doubted',
    'clock.confirmed': 'Clock confirmed',
    'shift.opened': 'Shift opened',
    'shift.closed': 'Shift closed',
    'shift.handed-over': 'Shift handed over',
    'orders.changed': 'Orders in force changed',
    'orders.acknowledged': 'New orders acknowledged',
    'day.closed': 'Day closed',
    'journal.begun': 'Journal begun',
    'journal.doubted': 'Journal does not agree',
    'journal.rebuilt': 'Tables made anew, something was different',
  },
}

const words = {
  vi: {
    erased: 'nội dung đã xóa',
    unreadable: 'nội dung không đọc được, không phải do Chốt ghi',
    happened: 'xảy ra lúc {happened}, nhập sau',
    moved: 'hồ sơ được chép nguyên từ máy khác hoặc người dùng khác sang',
    people: '{people} người',
    crossings: '{crossings} lượt, {scans} mã',
    report: '{format}, {crossings} lượt, {identities, select, true {ghi đầy đủ danh tính} other {danh tính đã che}}',
    entries: '{entries} bản ghi',
    lines: '{lines} dòng',
    day: 'ngày {day}, bản {version}: {crossings} lượt, {people} người',
  },
  en: {
    erased: 'content erased',
    unreadable: 'content that cannot be read, and that Chốt did not write',
    happened: 'happened at {happened}, entered later',
    moved: 'the profile was copied here as it is, from another computer or user',
    people: '{people, plural, one {# person} other {# people}}',
    crossings:
      '{crossings, plural, one {# crossing} other {# crossings}}, {scans, plural, one {# scan} other {# scans}}',
    report:
      '{format}, {crossings, plural, one {# crossing} other {# crossings}}, {identities, select, true {identities written out} other {identities masked}}',
    entries: '{entries, plural, one {# entry} other {# entries}}',
    lines: '{lines, plural, one {# line} other {# lines}}',
    day: '{day}, version {version}: {crossings, number} crossings, {people, number} people',
  },
} as const satisfies Record<Locale, Record<string, string>>

/** Time, number, kind in words, and what it comes to. Foreign text is made fit to be shown. */
export function entryLine(locale: Locale, { entry, payload }: ReadEntry): string {
  const { seq, at, kind } = entry
  const content = payload === null ? null : readContent(kind, payload)
  const parsed: unknown = payload === null || content === 'unreadable' ? {} : JSON.parse(payload)
  const officer = subjectOf({ kind, payload: parsed })
  const of = { ...v.parse(referring, parsed), officer: officer ?? '?' }
  // A kind of a newer version, or of one that is gone.
  const named = isKind(kind) ? say(locale, kindWords[locale][kind], of) : shownText(kind)
  const said = payload === null ? [words[locale].erased] : partsOf(locale, kind, content, parsed)
  return [formatInstant(at), `#${seq}`, named, ...said].join(' · ')
}

const entryNumber = v.fallback(v.union([v.string(), v.pipe(v.number(), v.transform(String))]), '?')
const from = v.fallback(
  v.pipe(
    v.object({ seq: entryNumber }),
    v.transform(({ seq }) => seq),
  ),
  '?',
)
const referring = v.object({
  of: entryNumber,
  through: entryNumber,
  crossing: entryNumber,
  card: entryNumber,
  from,
})

type Content = ReturnType<typeof readContent>

const movedSchema = v.object({ why: v.literal('moved') })
const shiftSchema = v.object({ scans: v.number(), crossings: v.object({ total: v.number() }) })

function partsOf(locale: Locale, kind: string, content: Content, parsed: unknown): string[] {
  if (content === 'unreadable') return [words[locale].unreadable]
  switch (content?.kind) {
    case 'scan.verified': {
      const { outcome, reason, certificate, document } = content.payload
      const name = certificate?.holder.name ?? document?.name
      return [`${outcomeWords[locale][outcome]} (${reason.code})`, ...(name === undefined ? [] : [shownText(name)])]
    }
    case 'crossing.recorded':
    case 'crossing.amended': {
      const { crossing } = content.payload
      const { decision, reason } = crossing
      const decided = [decisionWords[locale][decision], ...(reason ? [reasonWords[locale][reason.code]] : [])]
      return crossingParts(locale, crossing, decided)
    }
    case 'crossing.noted':
      return [shownText(content.payload.text)]
    case 'crossing.voided':
    case 'journal.erased':
      return []
    case undefined:
      return otherParts(locale, kind, parsed)
  }
}

function crossingParts(locale: Locale, crossing: UndecidedOutline, decided: readonly string[]): string[] {
  const { direction, vehicle, travellers, happenedAt, outcome } = crossing
  const later = happenedAt === undefined ? [] : [{ happened: formatInstant(happenedAt) }]
  const names = travellers.map(({ name }) => name).filter((name) => name !== null)
  return [
    ...later.map((said) => say(locale, words[locale].happened, said)),
    directionWords[locale][direction],
    sayPlates(locale, onWhat(vehicle)),
    say(locale, words[locale].people, { people: travellers.length }),
    outcomeWords[locale][outcome],
    ...decided,
    ...(names.length > 0 ? [shownText(names.join(', '))] : []),
  ]
}

function otherParts(locale: Locale, kind: string, parsed: unknown): string[] {
  if (kind === 'crossing.abandoned') {
    const abandoned = v.safeParse(abandonedSchema, parsed)
    return abandoned.success ? crossingParts(locale, abandoned.output.crossing, []) : []
  }
  if (kind === 'shift.closed') {
    const shift = v.safeParse(shiftSchema, parsed)
    if (!shift.success) return []
    const { scans, crossings } = shift.output
    return [say(locale, words[locale].crossings, { scans, crossings: crossings.total })]
  }
  if (kind === 'journal.restored') return v.is(movedSchema, parsed) ? [words[locale].moved] : []
  if (kind === 'day.closed') {
    const closed = v.safeParse(closedDaySchema, parsed)
    if (!closed.success) return []
    const { day, version, totals } = closed.output
    return [say(locale, words[locale].day, { day: writtenDay(day), version: String(version), ...totals.all })]
  }
  if (kind === 'access.exported') return exportedParts(locale, parsed)
  if (kind !== 'journal.doubted') return []
  const discord = v.safeParse(discordSchema, parsed)
  return discord.success ? [sayDiscord(locale, discord.output)] : []
}

/** A report, entries as they are, or a list of those whom somebody met. */
function exportedParts(locale: Locale, parsed: unknown): string[] {
  const exported = v.safeParse(exportedSchema, parsed)
  if (!exported.success) return []
  const word = words[locale]
  if ('lines' in exported.output) return [say(locale, word.lines, { lines: exported.output.lines })]
  const { entries, report } = exported.output
  if (!report) return [say(locale, word.entries, { entries })]
  const { format, crossings, identities, reason } = report
  const said = say(locale, word.report, { format, crossings, identities: String(identities) })
  return [said, ...(reason === null ? [] : [shownText(reason)])]
}

/** What a paper's code says, in a sentence of either language: to be held against what stands on the paper. */
import type { Locale } from '../language/locale.ts'
import { say } from '../language/say.ts'
import { formatInstant } from '../language/time.ts'
import type { PageClaim, PaperClaim, SlipClaim } from './paper-claim.ts'

const kinds: Readonly<Record<Locale, Record<PageClaim['paper'], string>>> = {
  vi: { report: 'báo cáo', handover: 'biên bản bàn giao ca', trace: 'danh sách truy vết' },
  en: { report: 'report', handover: 'shift handover record', trace: 'contact trace' },
}

const words = {
  vi: {
    page: '{kind} của {post}, làn {lane}, in lúc {made}, trang {page}/{pages}: từ {from} đến trước {to}, {crossings, number} lượt, {people, number} người{apart}',
    apart:
      '; vào {in, number}, ra {out, number}; cho qua {admitted, number}, từ chối {refused, number}, chuyển y tế {referred, number} lượt',
    slip: 'phiếu số {number} của {post}, làn {lane}, lúc {made}: {decision}',
    refused: 'từ chối',
    referred: 'chuyển y tế',
    practice: 'TẬP HUẤN, ',
    unchanged: '; từ khi in, khoảng thời gian đó không có lượt nào thêm hay sửa',
    since:
      '; TỪ KHI IN, khoảng thời gian đó đã thêm {added, number} lượt, sửa hoặc hủy {changed, number} lượt: lấy số mới ở phòng Báo cáo',
  },
  en: {
    page: '{kind} of {post}, lane {lane}, printed {made}, page {page} of {pages}: from {from} until before {to}, {crossings, number} crossings, {people, number} people{apart}',
    apart:
      '; in {in, number}, out {out, number}; admitted {admitted, number}, refused {refused, number}, referred {referred, number}',
    slip: 'slip {number} of {post}, lane {lane}, at {made}: {decision}',
    refused: 'refused',
    referred: 'referred to the medical post',
    practice: 'PRACTICE, ',
    unchanged: '; since it was printed nothing of that time was added or changed',
    since:
      '; SINCE IT WAS PRINTED {added, number} crossings of that time were added and {changed, number} corrected or voided: take the new numbers in the room Reports',
  },
} as const satisfies Record<Locale, Record<string, string>>

function sayPage(
  locale: Locale,
  { apart, head: _, madeAt, from, to, practice: __, paper, ...rest }: PageClaim,
): string {
  return say(locale, words[locale].page, {
    ...rest,
    kind: kinds[locale][paper],
    made: formatInstant(madeAt),
    from: formatInstant(from),
    to: formatInstant(to),
    apart: apart ? say(locale, words[locale].apart, apart) : '',
  })
}

const saySlip = (locale: Locale, { number, post, lane, madeAt, decision }: SlipClaim): string =>
  say(locale, words[locale].slip, {
    number,
    post,
    lane,
    made: formatInstant(madeAt),
    decision: words[locale][decision],
  })

/** Begins small: it goes on in the sentence of a finding. */
export function sayPaper(locale: Locale, claim: PaperClaim): string {
  const said = claim.paper === 'slip' ? saySlip(locale, claim) : sayPage(locale, claim)
  return claim.practice ? words[locale].practice + said : said
}

/** What became of a page's time since it was printed; null: that cannot be said, and nothing is. */
export function saySince(locale: Locale, since: { added: number; changed: number } | null): string {
  if (since === null) return ''
  return since.added + since.changed === 0 ? words[locale].unchanged : say(locale, words[locale].since, since)
}

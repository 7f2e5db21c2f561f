/**
 * What is wrong with what a kiosk holds, found when it is opened. Codes are stable: they are stored in journals. One
 * sentence each, in both languages: what is wrong, then what to do. What is damaged is not believed.
 */
import { fileFaults } from '../files/index.ts'
import type { FindingValues } from '../../shared/domain/finding/verdict.ts'
import type { Locale, Sentences } from '../../shared/language/locale.ts'
import { say } from '../../shared/language/say.ts'
import { shownText } from '../../shared/language/shown-text.ts'

export const damageSentences = {
  altered: {
    vi: '{file} trong kho khóa không đúng với chữ ký của cơ quan phát hành. Không dùng bản này; báo kỹ thuật, rồi chạy "npx chot trust update".',
    en: '{file} in the trust store is not what the authority signed. That publication is not used; tell IT, then run "npx chot trust update".',
  },
  missing: {
    vi: '{file} trong kho khóa bị mất. Không dùng bản này; chạy "npx chot trust update".',
    en: '{file} is missing from the trust store. That publication is not used; run "npx chot trust update".',
  },
  unreadable: {
    vi: 'Không đọc được {file} trong kho khóa ({why}). Không dùng bản này; kiểm tra ổ đĩa, rồi chạy "npx chot trust update".',
    en: '{file} in the trust store cannot be read ({why}). That publication is not used; check the disk, then run "npx chot trust update".',
  },
  unusable: {
    vi: '{file} trong kho khóa được ký đúng nhưng không dùng được: {why}. Báo cho cơ quan phát hành.',
    en: '{file} in the trust store is properly signed but cannot be used: {why}. Tell the authority.',
  },
  unlisted: {
    vi: 'Trong kho khóa có tệp lạ {file}, cơ quan phát hành không ký: không đọc tệp này. Báo kỹ thuật tìm xem ai đặt vào, rồi xóa.',
    en: 'The trust store holds {file}, which the authority did not list: it was not read. Have IT find out who put it there, then remove it.',
  },
  'pointer-unreadable': {
    vi: 'Không đọc được {file} của kho khóa; đã dùng bản mới nhất còn đúng. Báo kỹ thuật, rồi chạy "npx chot trust update".',
    en: '{file} of the trust store cannot be read; the newest publication that is sound is used. Tell IT, then run "npx chot trust update".',
  },
  'set-back': {
    vi: '{file} cũ hơn bản mà chốt này đã tin lần trước ({held} thay vì {last}): không dùng. Báo kỹ thuật tìm nguyên nhân, rồi chạy "npx chot trust update".',
    en: '{file} is older than what this checkpoint believed last ({held} instead of {last}): it is not used. Have IT find out why, then run "npx chot trust update".',
  },
  'store-missing': {
    vi: 'Bản phát hành mà chốt này đã tin lần trước ({last}) không còn trong kho khóa. Báo kỹ thuật tìm nguyên nhân, rồi chạy "npx chot trust update".',
    en: 'The publication that this checkpoint believed last ({last}) is no longer in the trust store. Have IT find out why, then run "npx chot trust update".',
  },
  'store-barred': {
    vi: 'Có thứ khác chiếm tên "{file}", chỗ của kho khóa, và không phải thư mục: không tin ai. Báo kỹ thuật tìm xem ai đặt vào, rồi chạy "npx chot trust update".',
    en: 'Something that is no folder has the name "{file}", where the trust store belongs: nobody is believed. Have IT find out who put it there, then run "npx chot trust update".',
  },
  'keys-missing': {
    vi: 'Trong thư mục khóa có {file} mà không có keys.json, nên không dùng tệp nào ở đó. Chép keys.json vào bên cạnh, hoặc nhận khóa gốc bằng "npx chot trust init".',
    en: 'The trust folder holds {file} and no keys.json, so nothing there is used. Put keys.json beside it, or take a root with "npx chot trust init".',
  },
  'root-missing': {
    vi: 'Chốt này tin kho có chữ ký nhưng {file} đã bị mất: không tin tệp nào khác đặt bên cạnh. Chép lại đúng {file}, hoặc cài lại bằng "npx chot trust init".',
    en: 'This checkpoint believes a signed repository, but {file} is gone: nothing that lies beside it is believed. Put that {file} back, or install it with "npx chot trust init".',
  },
  'root-changed': {
    vi: '{file} không phải khóa gốc mà chốt này đã tin lần trước: không dùng. Chép lại khóa gốc cũ; nếu cơ quan phát hành yêu cầu đổi, xóa tệp này và thư mục "store" rồi chạy "npx chot trust init".',
    en: '{file} is not the root that this checkpoint believed last: it is not used. Put the old one back; where the authority asked for a new one, remove this file and the folder "store" and run "npx chot trust init".',
  },
  'root-unusable': {
    vi: '{file} không phải khóa gốc có đủ chữ ký: không tin gì cả. Chép lại khóa gốc do cơ quan phát hành cấp.',
    en: '{file} is no root with enough signatures: nothing is believed. Put back the root that the authority handed out.',
  },
} as const satisfies Record<string, Record<Locale, string>>

export type DamageCode = keyof typeof damageSentences

/** One thing that is wrong, JSON-safe. `values` fill the sentence: `file` relative to the trust folder or its store. */
export interface Damage {
  code: DamageCode
  values: FindingValues
  /** What stands for `{why}` in each language; else what `values` has for it. */
  why?: Sentences
}

type Value = FindingValues[string]

/** What kept a file from being read is a phrase of its own. */
function shown(locale: Locale, value: Value): Value {
  if (typeof value !== 'string') return value
  const fault = Object.entries(fileFaults).find(([code]) => code === value)
  return fault ? fault[1][locale] : shownText(value)
}

/** The damage in one sentence. */
export function sayDamage(locale: Locale, { code, values, why }: Damage): string {
  const filled = Object.entries(why ? { ...values, why: why[locale] } : values).map(([name, value]) => [
    name,
    shown(locale, value),
  ])
  return say(locale, damageSentences[code][locale], Object.fromEntries(filled))
}

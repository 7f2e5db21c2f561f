/** Is somebody believed, how old is it, and is any of it damaged? */
import type { Check } from '../../../shared/contract/set-up.ts'
import type { Mode } from '../../../shared/domain/mode.ts'
import { inBoth } from '../../../shared/language/locale.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import {
  readBelieved,
  sayDamage,
  trustLists,
  TrustUnreadable,
  type Damage,
  type TrustStore,
} from '../../trust/index.ts'
import { check } from './check.ts'

const sentences = {
  nobody: {
    vi: 'Chưa có khóa tin cậy nào: mọi mã chỉ được kết luận "cần kiểm tra". Hãy nhận khóa gốc ở phòng Thiết lập (F12), mục Khóa xác thực, hoặc bằng "npx chot trust init", rồi "npx chot trust update". Nếu đã có khóa gốc thì bản phát hành không có khóa nào: hãy báo cơ quan phát hành.',
    en: 'No key is believed: every code can only be "to be checked". Take a root in the room Set-up (F12), under Trust, or with "npx chot trust init", then "npx chot trust update". Where a root is there already, the publication has no keys: tell the authority.',
  },
  until: {
    vi: 'Cho đến khi sửa xong, chốt không tin khóa nào: mọi mã chỉ được kết luận "cần kiểm tra".',
    en: 'Until that is mended no key is believed: every code can only be "to be checked".',
  },
  list: {
    vi: '{artefact, select, keys {Khóa tin cậy} rules {Quy định} other {Danh sách thu hồi}}: {entries} mục, {hours} giờ trước.',
    en: '{artefact, select, keys {Keys} rules {Rules} other {Revocations}}: {entries}, of {hours} hours ago.',
  },
  members: {
    vi: 'policy.json có mục mà bản Chốt này không biết ({members}): các mục khác vẫn dùng. Hãy cài bản Chốt mới hơn.',
    en: 'policy.json has members that this version of Chốt knows nothing of ({members}); the others hold. Install a newer Chốt.',
  },
  undated: { vi: 'Khóa tin cậy: {keys}, không ghi ngày.', en: 'Keys: {keys}, without a date.' },
} as const

/** Names that are told of one file. */
const mostTold = 6

/** What is believed, as far as the doctor looks at it. */
export interface BelievedLook {
  store: TrustStore
  damage: readonly Damage[]
}

/** Reads what a profile believes, or says why it cannot be read. */
export function lookAtTrust(folder: string, mode: Mode | null): BelievedLook | Check {
  try {
    return readBelieved(folder, mode)
  } catch (error) {
    if (!(error instanceof TrustUnreadable)) throw error
    return { what: 'trust', state: 'bad', said: inBoth((locale) => error.sentence(locale)) }
  }
}

/** How old what is believed is, and what of it is damaged. @param now epoch milliseconds */
export function checkTrust({ store, damage }: BelievedLook, now: number): Check[] {
  const damaged = damage.map((each): Check => {
    const state = each.code === 'unlisted' ? 'look' : 'bad'
    return { what: 'trust', state, said: inBoth((locale) => sayDamage(locale, each)) }
  })
  if (store.unknownMembers.length > 0) {
    const members = store.unknownMembers.slice(0, mostTold).map(shownText).join(', ')
    damaged.push(check('trust', 'look', sentences.members, { members }))
  }
  if (store.keys.size === 0) {
    // What is broken comes first: nobody is to take a new root, or call the authority, over a file.
    const broken = damaged.some(({ state }) => state === 'bad')
    return [...damaged, check('trust', 'bad', broken ? sentences.until : sentences.nobody)]
  }
  const lists = trustLists(store, now)
  if (lists.length === 0) return [check('trust', 'good', sentences.undated, { keys: store.keys.size }), ...damaged]
  const states = { fresh: 'good', ageing: 'look', old: 'bad', unusable: 'bad' } as const
  const told = lists.map(({ artefact, entries, freshness, hours, toDo }): Check => {
    const { vi, en } = check('trust', 'good', sentences.list, { artefact, entries: entries ?? 0, hours }).said
    const said = toDo ? { vi: `${vi} ${toDo.vi}`, en: `${en} ${toDo.en}` } : { vi, en }
    return { what: 'trust', state: states[freshness], said }
  })
  return [...told, ...damaged]
}

/** `chot sync epoch`: after a fork, what follows the last entry that hub and journal both have goes on as an epoch of its own. */
import { say } from '../../../shared/language/say.ts'
import { beginEpoch } from '../../sync/index.ts'
import { defineCommand, Failure, status } from '../../terminal/index.ts'
import { askKiosk } from '../profile/ask-kiosk.ts'
import { chosenProfile, profileOption } from '../options.ts'
import { withSync } from './sync-profile.ts'

const words = {
  done: {
    vi: 'Đã bắt đầu kỷ mới từ sau bản ghi {after}. Chuyến tới gửi tiếp từ đó; máy chủ giữ cả hai nhánh.',
    en: 'A new epoch begins behind entry {after}. The next trip goes on from there; the hub keeps both branches.',
  },
  'not-stopped': {
    vi: 'máy chủ và nhật ký này không khác nhau, nên không cần kỷ mới. Không làm gì cả.',
    en: 'the hub and this journal do not differ, so no new epoch is needed. Nothing was done.',
  },
  'not-recorded': {
    vi: 'ổ đĩa không ghi được bản ghi nhật ký. Giải phóng ổ đĩa rồi chạy lại.',
    en: 'the disk does not take the entry. Make room on the disk and run this again.',
  },
} as const

export const syncEpoch = defineCommand({
  summary: { vi: 'sau khi nhật ký rẽ nhánh: bắt đầu kỷ mới', en: 'after a fork: begins a new epoch' },
  about: {
    vi: 'Khi máy chủ có bản ghi khác dưới cùng số (một bản sao của hồ sơ đã chạy ở máy khác), Chốt ngừng gửi và nói ra. Báo tỉnh trước; rồi lệnh này cho các bản ghi sau bản ghi chung cuối cùng đi tiếp thành kỷ riêng. Không bản ghi nào mất hay đổi số. Khi Chốt đang mở, cần chỉ huy ca đăng nhập.',
    en: 'Where the hub has other entries of the same numbers (a copy of this profile was at work elsewhere), the kiosk stops sending and says so. Tell the province first; then this has what follows the last common entry go on as an epoch of its own. No entry is lost or renumbered. Where the kiosk is open, a supervisor has to sign in.',
  },
  options: profileOption,
  statuses: { 0: { vi: 'đã bắt đầu', en: 'begun' }, 1: { vi: 'không cần', en: 'there is no need' } },
  async run(_words, values, { locale, ...rest }) {
    const terminal = { locale, ...rest }
    const profile = chosenProfile(values, terminal.env)
    const asked = await askKiosk(profile, (kiosk) => kiosk.call('sync.beginEpoch', {}), terminal.env)
    if (asked?.ok === false) throw new Failure('no-epoch', asked.said, {}, { status: status.no })
    const after = asked?.after ?? (await withSync(profile, terminal, ({ ground }) => begin(ground)))
    terminal.print(`${say(locale, words.done[locale], { after: String(after) })}\n`)
    return 0
  },
})

async function begin(ground: Parameters<typeof beginEpoch>[0]): Promise<number> {
  const answer = await beginEpoch(ground)
  if (answer.begun) return answer.after
  const exit = answer.why === 'not-recorded' ? status.system : status.no
  throw new Failure(answer.why, words[answer.why], {}, { status: exit })
}

/** `chot sync enrol`: this checkpoint's entries go to the hub of an invitation from now on. */
import { say } from '../../shared/language/say.ts'
import { mostInvitation } from '../../shared/sync/invitation.ts'
import { readNamedFile } from '../files/index.ts'
import { enrol } from '../sync/index.ts'
import { defineCommand, Failure, status } from '../terminal/index.ts'
import { fingerprintInGroups } from '../trust/index.ts'
import { chosenProfile, jsonOption, profileOption } from './options.ts'
import { withSync } from './sync-profile.ts'

const done = {
  vi: 'Chốt này gửi nhật ký cho máy chủ {hub} ({address}). So mã khóa với màn hình máy chủ trước khi gửi: {fingerprint}',
  en: 'This checkpoint sends its journal to the hub {hub} ({address}). Before you send, compare the key with the hub’s screen: {fingerprint}',
} as const
const byStick = { vi: 'chỉ bằng USB', en: 'by stick only' } as const

const refusals = {
  'not-an-invitation': {
    vi: '{file} không phải thư mời của máy chủ, hoặc đã bị sửa. Xin tệp mới: chot-hub enrol.',
    en: '{file} is no invitation of a hub, or was altered. Ask for a new one: chot-hub enrol.',
  },
  'another-mode': {
    vi: 'thư mời {file} dành cho chốt loại khác (thật hay tập huấn) với hồ sơ này. Xin đúng loại thư mời.',
    en: 'the invitation {file} is for another kind of checkpoint (real or practice) than this profile. Ask for one of its kind.',
  },
  'not-recorded': {
    vi: 'ổ đĩa không ghi được mục nhật ký. Giải phóng ổ đĩa rồi chạy lại.',
    en: 'the disk does not take the entry. Make room on the disk and run this again.',
  },
} as const

export const syncEnrol = defineCommand({
  summary: { vi: 'nối chốt với máy chủ của tỉnh', en: 'enrols the checkpoint with the province’s hub' },
  about: {
    vi: 'Đọc thư mời mà máy chủ phát (chot-hub enrol) và ghi vào nhật ký: từ nay nhật ký đi đến máy chủ đó, và chỉ biên nhận của máy chủ đó được tính. Lần "chot sync run" đầu mang theo lời xin nối. Chốt phải đóng.',
    en: 'Reads an invitation that the hub gave out (chot-hub enrol) and records it: from now on the journal goes to that hub, and only its receipts count. The first "chot sync run" brings the wish along. The kiosk must be closed.',
  },
  words: { says: { vi: 'TỆP', en: 'FILE' }, least: 1, most: 1 },
  options: { ...jsonOption, ...profileOption },
  statuses: {
    0: { vi: 'đã nối', en: 'enrolled here' },
    1: { vi: 'không nối: có lý do', en: 'not enrolled; it says why' },
  },
  async run([file = ''], values, terminal) {
    const { locale, now, print } = terminal
    const profile = chosenProfile(values, terminal.env)
    const text = readNamedFile(file, mostInvitation).toString('utf8')
    const answer = await withSync(profile, terminal, ({ journal, checkpoint, ground }) =>
      enrol({ profile, checkpoint, journal, disk: ground.disk, now }, text),
    )
    if (!answer.done) {
      const state = answer.why === 'not-recorded' ? status.system : status.no
      throw new Failure(answer.why, refusals[answer.why], { file }, { status: state })
    }
    const { invitation, enrolment, fingerprint } = answer
    const { hub, address } = invitation
    if (values.json === true) print(`${JSON.stringify({ hub, enrolment, address, fingerprint })}\n`)
    else {
      const shown = { hub, address: address ?? byStick[locale], fingerprint: fingerprintInGroups(fingerprint) }
      print(`${say(locale, done[locale], shown)}\n`)
    }
    return 0
  },
})

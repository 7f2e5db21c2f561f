/** `chot practice`: makes a practice profile whose journal holds whole days of a busy post. */
import { say } from '../../../shared/language/say.ts'
import { ensureDemo } from '../../checkpoint/index.ts'
import { openOfficers, type Officers } from '../../officers/index.ts'
import {
  fillPractice,
  practiceBegins,
  PracticeNotRecorded,
  practicePin,
  practicePinCost,
  PracticePost,
  type Filled,
} from '../../practice/index.ts'
import { openProfileJournal, profileState } from '../../profile/index.ts'
import { defineCommand, Failure, UsageError, type Options, type Terminal } from '../../terminal/index.ts'
import { commandSecrets } from '../profile/command-secrets.ts'
import { chosenPractice, practiceProfileOption } from '../options.ts'

/** As many as a year has, and as a kiosk takes in a day where every vehicle needs 8 seconds. */
const most = { days: 366, crossings: 10_800, seed: 2 ** 31 - 1 }

const options = {
  ...practiceProfileOption,
  days: {
    type: 'string',
    value: 'N',
    says: { vi: 'số ngày trọn, đến hết hôm qua (mặc định: 1)', en: 'whole days, up to yesterday (default: 1)' },
  },
  crossings: {
    type: 'string',
    value: 'N',
    says: { vi: 'số lượt qua chốt mỗi ngày (mặc định: 500)', en: 'crossings a day (default: 500)' },
  },
  seed: {
    type: 'string',
    value: 'N',
    says: {
      vi: 'hạt giống: cùng số thì ra cùng người, cùng việc (mặc định: 1)',
      en: 'seed: the same number makes the same people and deeds (default: 1)',
    },
  },
} as const satisfies Options

const words = {
  vi: {
    day: '{done}/{days} ngày',
    done: 'Đã tạo hồ sơ tập huấn trong {profile}: {crossings} lượt qua chốt, {scans} lần quét, {amended} lần sửa, {voided} lần hủy, {noted} ghi chú, {abandoned} lượt bỏ dở, {shifts} ca trực. Cán bộ vào bằng số hiệu và mã PIN tập huấn {pin}: chỉ huy ca 1001, 1002; cán bộ 1011 đến 1013; kỹ thuật 1091; thanh tra 1092. Mở bằng: npm start -- --profile {profile}',
  },
  en: {
    day: '{done}/{days} days',
    done: 'A practice profile was made in {profile}: {crossings} crossings, {scans} scans, {amended} corrections, {voided} voided, {noted} notes, {abandoned} abandoned, {shifts} shifts. Its officers sign in by number and the practice PIN {pin}: supervisors 1001 and 1002, officers 1011 to 1013, IT 1091, auditor 1092. Open it with: npm start -- --profile {profile}',
  },
} as const

/** A whole number from 1 on. @throws UsageError */
function numberOf(option: keyof typeof most, typed: string | undefined, usual: number): number {
  if (typed === undefined) return usual
  const value = /^\d{1,10}$/.test(typed) ? Number(typed) : 0
  if (value >= 1 && value <= most[option]) return value
  throw new UsageError({
    vi: `--${option} cần một số từ 1 đến ${most[option]}.`,
    en: `--${option} takes a number from 1 to ${most[option]}.`,
  })
}

async function fill(
  profile: string,
  asked: { days: number; crossings: number; seed: number },
  { complain, env, locale, now }: Terminal,
): Promise<Filled> {
  const practice = { ...asked, now: now() }
  const begins = practiceBegins(practice)
  const secrets = commandSecrets(profile, env, 'make')
  let officers: Officers | null = null
  let post: PracticePost | null = null
  const { checkpoint, journal } = await openProfileJournal(profile, {
    secrets,
    now: () => begins,
    log: (line) => complain(`chot: ${line}\n`),
    signer: () => (post ? post.signer : (officers?.sessions.signer() ?? null)),
  })
  try {
    officers = openOfficers({
      journal,
      kiosk: checkpoint.kiosk,
      officerKey: await secrets.officerKey(),
      now: () => begins,
      pinCost: practicePinCost,
      trust: () => ({ policy: {} }),
      changed: () => undefined,
    })
    post = await PracticePost.appoint(journal.officers, officers, asked.seed)
    const told = (done: number): void => complain(`${say(locale, words[locale].day, { done, days: asked.days })}\n`)
    return fillPractice(journal, practice, told, post)
  } catch (error) {
    if (!(error instanceof PracticeNotRecorded)) throw error
    throw new Failure('practice-not-recorded', {
      vi: 'Đĩa không nhận thêm bản ghi nào, nên hồ sơ tập huấn còn thiếu. Hãy dọn bớt đĩa, xóa hồ sơ bằng "npx chot demo reset" rồi chạy lại.',
      en: 'The disk took no more entries, so the practice profile is not whole. Make room, remove the profile with "npx chot demo reset" and run this again.',
    })
  } finally {
    journal.close()
  }
}

export const practiceCommand = defineCommand({
  summary: { vi: 'tạo hồ sơ tập huấn có sẵn nhiều ngày', en: 'makes a practice profile that holds days of work' },
  about: {
    vi: 'Tạo hồ sơ tập huấn trong một thư mục trống, nhật ký có sẵn những ngày như ở một chốt đông xe: người và xe (tên, biển số đều bịa), kết quả quá hạn, dương tính, giả mạo, bản giấy, quyết định khác kết luận, lượt sửa, hủy, bỏ dở, người được chuyển y tế rồi quay lại, ca trực, cán bộ ký việc mình làm. Để tập huấn và thử báo cáo.',
    en: 'Makes a practice profile in an empty folder. Its journal holds days as a busy post has them: people and vehicles (all made up), results that are too old, positive, forged or on paper, decisions that depart from the verdict, corrections, voided and abandoned crossings, people who come back from the medical post, shifts, officers who sign what they do. For training and for trying reports.',
  },
  options,
  statuses: {
    0: { vi: 'đã tạo', en: 'made' },
    1: { vi: 'không tạo được: có lý do kèm theo', en: 'not made; it says why' },
  },
  async run(_words, values, terminal) {
    const { env, locale, print } = terminal
    const asked = {
      days: numberOf('days', values.days, 1),
      crossings: numberOf('crossings', values.crossings, 500),
      seed: numberOf('seed', values.seed, 1),
    }
    const profile = chosenPractice(values, env)
    const state = profileState(profile)
    if (state.kind !== 'empty' && state.kind !== 'begun')
      throw new Failure(
        'profile-not-empty',
        {
          vi: 'Trong {profile} đã có dữ liệu; không ghi gì. Hãy chọn một thư mục trống bằng --profile.',
          en: 'There is something in {profile} already; nothing was written. Name an empty folder with --profile.',
        },
        { profile },
      )
    const demo = await ensureDemo(profile)
    if ('refused' in demo) {
      terminal.complain(`${demo.refused}\n`)
      return 1
    }
    const filled = await fill(profile, asked, terminal)
    print(`${say(locale, words[locale].done, { profile, ...filled, pin: practicePin })}\n`)
    return 0
  },
})

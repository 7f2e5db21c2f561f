/**
 * `chot officers recover`: a supervisor's new PIN, or a new supervisor, where no supervisor can sign in any more. It wants the
 * recovery code, which is kept apart from the laptop, and is an entry that nobody signs: every other supervisor is told.
 */
import * as v from 'valibot'
import type { OfficersChanged } from '../../../shared/contract/officers.ts'
import { numberSchema } from '../../../shared/ledger/officers.ts'
import { keysOf, openRecovery, readRecoveryFile } from '../../checkpoint/index.ts'
import { openOfficers, type Officers } from '../../officers/index.ts'
import { readCheckpoint } from '../../profile/index.ts'
import { defineCommand, Failure, status, UsageError, type Options, type Terminal } from '../../terminal/index.ts'
import { chosenProfile, profileOption } from '../options.ts'
import { readCode } from './recovery-words.ts'
import { askPin } from '../profile/sign-in.ts'
import { openUnused } from '../profile/with-journal.ts'

const options = {
  number: { type: 'string', value: 'NUMBER', says: { vi: 'số hiệu của chỉ huy ca', en: 'the supervisor’s number' } },
  name: {
    type: 'string',
    value: 'TEXT',
    says: { vi: 'họ tên, nếu là người mới', en: 'their name, where they are new' },
  },
  rank: {
    type: 'string',
    value: 'TEXT',
    says: { vi: 'cấp bậc, nếu là người mới', en: 'their rank, where they are new' },
  },
  ...profileOption,
} as const satisfies Options

const words = {
  vi: 'Đã ghi. Chỉ huy ca {number} đăng nhập bằng số hiệu và mã PIN mới; các chỉ huy khác sẽ được báo khi đăng nhập.',
  en: 'Done. Supervisor {number} signs in by number and the new PIN; the other supervisors are told when they sign in.',
} as const

const noCode = (said: { vi: string; en: string }): Failure =>
  new Failure('recovery-refused', said, {}, { status: status.no })

/** The profile's secret, by its recovery code. @throws Failure where there is none, or the code is another */
async function secretByCode(profile: string, terminal: Terminal): Promise<Uint8Array> {
  const file = readRecoveryFile(profile)
  if (typeof file === 'string')
    throw noCode({
      vi: 'Hồ sơ này không có mã khôi phục (recovery.json thiếu hoặc hỏng), nên không ai có thể làm việc này. Xem "npx chot doctor".',
      en: 'This profile has no recovery code (recovery.json is missing or damaged), so nobody can do this. See "npx chot doctor".',
    })
  const opened = openRecovery(file, await readCode(terminal))
  if (opened.secret === null) throw noCode(opened.said)
  return opened.secret
}

/** Renews a supervisor who is there, or appoints one who is not. */
function recover(
  { roll, appointments }: Officers,
  who: { number: string; name?: string | undefined; rank?: string | undefined },
  pin: string,
): Promise<OfficersChanged> {
  const { number, name, rank } = who
  const account = roll.of(number)
  if (account?.role === 'supervisor') return appointments.renew(number, pin, 'number')
  if (!name || !rank || account)
    throw new UsageError({
      vi: 'số hiệu này không phải của chỉ huy ca: dùng số khác, kèm --name và --rank cho chỉ huy mới',
      en: 'this is no supervisor’s number: take another, with --name and --rank for a new supervisor',
    })
  return appointments.appoint({ number, name, rank, role: 'supervisor' }, pin, 'number')
}

export const officersRecover = defineCommand({
  summary: { vi: 'mã PIN mới cho chỉ huy ca, bằng mã khôi phục', en: 'a supervisor’s new PIN, by the recovery code' },
  about: {
    vi: 'Khi không còn chỉ huy ca nào đăng nhập được: đặt mã PIN mới cho một chỉ huy, hoặc thêm chỉ huy mới, bằng mã khôi phục của hồ sơ (CHOT_RECOVERY_CODE, nếu không có thì hỏi). Mã PIN: CHOT_PIN, nếu không có thì hỏi; nên để chính người đó gõ. Chốt phải đóng.',
    en: 'Where no supervisor can sign in any more: gives one a new PIN, or appoints a new one, by the profile’s recovery code (CHOT_RECOVERY_CODE, else asked). The PIN: CHOT_PIN, else asked; best typed by whom it is for. Chốt must be closed.',
  },
  options,
  statuses: {
    0: { vi: 'đã ghi', en: 'done' },
    1: { vi: 'không làm được: có lý do kèm theo', en: 'not done; it says why' },
  },
  async run(_words, values, terminal) {
    if (!v.is(numberSchema, values.number))
      throw new UsageError({
        vi: '--number nhận số hiệu, 1 đến 10 chữ số',
        en: '--number takes a number of 1 to 10 digits',
      })
    const { number, name, rank } = values
    const profile = chosenProfile(values, terminal.env)
    const secret = await secretByCode(profile, terminal)
    const secrets = keysOf(() => secret)
    const pin = await askPin(terminal.env)
    const { journal } = await openUnused(profile, secrets, terminal)
    try {
      const officers = openOfficers({
        journal,
        kiosk: readCheckpoint(profile).kiosk,
        officerKey: await secrets.officerKey(),
        now: terminal.now,
        trust: () => ({ policy: {} }),
        changed: () => undefined,
      })
      const done = await recover(officers, { number, name: name?.trim(), rank: rank?.trim() }, pin ?? '')
      if (!done.ok) throw refused(done.why)
      terminal.print(`${words[terminal.locale].replace('{number}', number)}\n`)
      return 0
    } finally {
      journal.close()
    }
  },
})

function refused(why: Extract<OfficersChanged, { ok: false }>['why']): Failure {
  const said = why.startsWith('pin-')
    ? {
        vi: 'Mã PIN không được nhận: cần 6 đến 12 chữ số, không phải dãy lặp, dãy liền, ngày tháng hay số hiệu. Chọn mã khác rồi chạy lại.',
        en: 'The PIN is not taken: 6 to 12 digits, and no repetition, run, date or number of one’s own. Choose another and run this again.',
      }
    : {
        vi: 'Không ghi được nhật ký nên chưa có gì đổi. Xem "npx chot doctor", rồi chạy lại.',
        en: 'Nothing could be recorded, so nothing has changed. See "npx chot doctor", then run this again.',
      }
  return new Failure(`officer-${why}`, said, {}, { status: status.no })
}

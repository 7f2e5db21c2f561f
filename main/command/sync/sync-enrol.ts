/** `chot sync enrol`: this checkpoint's entries go to the hub of an invitation from now on. */
import type { Output } from '../../../shared/contract/contract.ts'
import { say } from '../../../shared/language/say.ts'
import { mostInvitation } from '../../../shared/sync/invitation.ts'
import { readNamedFile } from '../../files/index.ts'
import {
  authorityNamedBy,
  enrol,
  invitedBy,
  nodeDisk,
  notInvited,
  reachHub,
  readFor,
  toldOf,
  type NotInvited,
} from '../../sync/index.ts'
import { defineCommand, Failure, status, type Terminal } from '../../terminal/index.ts'
import { fingerprintInGroups } from '../../trust/index.ts'
import { askKiosk } from '../profile/ask-kiosk.ts'
import { chosenProfile, jsonOption, profileOption } from '../options.ts'
import { demandCompared, fingerprintOption } from './compared-hub.ts'
import { authorityOption, keepNamedAuthority } from './sync-authority.ts'
import { withSync } from './sync-profile.ts'

type Enrolled = Extract<Output<'sync.enrol'>, { ok: true }>

const done = {
  vi: 'Chốt này gửi nhật ký cho máy chủ {hub} ({address}). Mã khóa đã so: {fingerprint}',
  en: 'This checkpoint sends its journal to the hub {hub} ({address}). Its fingerprint, as it was compared: {fingerprint}',
} as const
const byStick = { vi: 'chỉ bằng USB', en: 'by stick only' } as const

const refusal = (why: NotInvited): Failure =>
  new Failure(why, notInvited[why], {}, { status: why === 'not-recorded' ? status.system : status.no })

/** An invitation's text, and what was given of its hub's fingerprint. */
interface Given {
  text: string
  fingerprint: string | undefined
}

/** Has the kiosk take it; null where none has the profile open. */
function enrolInKiosk(profile: string, { text, ...given }: Given, terminal: Terminal): Promise<Enrolled | null> {
  return askKiosk(
    profile,
    async (kiosk) => {
      const invitation = { from: 'text', text } as const
      const invited = await kiosk.call('sync.invited', invitation)
      if (!invited.ok) throw new Failure('not-enrolled', invited.said, {}, { status: status.no })
      await demandCompared(invited, given.fingerprint, terminal)
      const { fingerprint } = invited
      const enrolled = await kiosk.call('sync.enrol', { invitation, fingerprint })
      if (!enrolled.ok) throw new Failure('not-enrolled', enrolled.said, {}, { status: status.no })
      return enrolled
    },
    terminal.env,
  )
}

function enrolHere(profile: string, { text, fingerprint }: Given, terminal: Terminal): Promise<Enrolled> {
  return withSync(profile, terminal, async ({ journal, checkpoint }) => {
    const { now } = terminal
    const means = { fetch: reachHub(profile, checkpoint), now: now() }
    const invited = await invitedBy(text, checkpoint, means)
    if (typeof invited === 'string') throw refusal(invited)
    const read = readFor(checkpoint.mode, invited.text)
    if (typeof read === 'string') throw refusal(read)
    await demandCompared(toldOf(read), fingerprint, terminal)
    const answer = await enrol({ profile, checkpoint, journal, disk: nodeDisk, now }, invited.text)
    if (!answer.done) throw refusal(answer.why)
    return toldOf(read)
  })
}

export const syncEnrol = defineCommand({
  summary: { vi: 'nối chốt với máy chủ của tỉnh', en: 'enrols the checkpoint with the province’s hub' },
  about: {
    vi: 'Đọc thư mời mà máy chủ phát (chot-hub enrol: tệp, hoặc chữ của mã QR để trong tệp) và ghi vào nhật ký: từ nay nhật ký đi đến máy chủ đó, và chỉ biên nhận của máy chủ đó được tính. Người ở máy chủ đọc bốn nhóm cuối của mã khóa, gõ vào khi được hỏi hoặc nêu ở --fingerprint; khác thì không nối. Chuyến đầu mang theo lời xin nối.',
    en: 'Reads an invitation that the hub gave out (chot-hub enrol: the file, or the QR code’s text in a file) and records it: from now on the journal goes to that hub, and only its receipts count. Whoever sits at the hub reads out the last four groups of its fingerprint, which are typed when asked for or given with --fingerprint; where they differ nothing is enrolled. The first trip brings the wish along.',
  },
  words: { says: { vi: 'TỆP', en: 'FILE' }, least: 1, most: 1 },
  options: { ...fingerprintOption, ...authorityOption, ...jsonOption, ...profileOption },
  statuses: {
    0: { vi: 'đã nối', en: 'enrolled here' },
    1: { vi: 'không nối: có lý do', en: 'not enrolled; it says why' },
  },
  async run([file = ''], values, terminal) {
    const { locale, print } = terminal
    const profile = chosenProfile(values, terminal.env)
    const text = readNamedFile(file, mostInvitation).toString('utf8')
    if (values.ca !== undefined) keepNamedAuthority(profile, values.ca, authorityNamedBy(text))
    const given = { text, fingerprint: values.fingerprint }
    const enrolled = (await enrolInKiosk(profile, given, terminal)) ?? (await enrolHere(profile, given, terminal))
    const { hub, enrolment, address, fingerprint } = enrolled
    if (values.json === true) print(`${JSON.stringify({ hub, enrolment, address, fingerprint })}\n`)
    else {
      const shown = { hub, address: address ?? byStick[locale], fingerprint: fingerprintInGroups(fingerprint) }
      print(`${say(locale, done[locale], shown)}\n`)
    }
    return 0
  },
})

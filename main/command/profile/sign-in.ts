/**
 * An officer signs a command in, at the kiosk that it asks or in the profile that it opens: number or badge, then the PIN,
 * typed unseen or taken from the environment. Nobody has to where there are no officers. The session is the command's own,
 * and ends with it.
 */
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { Client, Output } from '../../../shared/contract/contract.ts'
import { ownCodeOf } from '../../../shared/domain/own-code.ts'
import type { Sentences } from '../../../shared/language/locale.ts'
import { Failure, status } from '../../terminal/index.ts'

type Refused = Extract<Output<'session.open'>, { ok: false }>
type Named = Output<'session.name'>

/** Where somebody signs in. */
export interface SignInDesk {
  isClaimed(): Promise<boolean>
  showBadge(text: string): Named | Promise<Named>
  name(number: string): Named | Promise<Named>
  open(number: string, pin: string): Promise<Output<'session.open'>>
  /** Lets the seconds go by that have to before the next PIN is looked at; absent: whoever asks comes again. */
  wait?(seconds: number): Promise<void>
}

/** The desk of a kiosk that runs. */
export const deskOf = (kiosk: Pick<Client, 'call'>): SignInDesk => ({
  isClaimed: async () => (await kiosk.call('session.read', {})).claimed,
  showBadge: (text) => kiosk.call('session.badge', { text }),
  name: (number) => kiosk.call('session.name', { number }),
  open: (number, pin) => kiosk.call('session.open', { number, pin }),
})

const sentences: Readonly<Record<Refused['why'], Sentences>> = {
  wrong: { vi: 'Sai mã PIN; còn {left} lần thử.', en: 'Wrong PIN; {left} tries left.' },
  wait: {
    vi: 'Sai nhiều lần nên phải chờ {wait} giây nữa mới thử lại được; còn {left} lần thử.',
    en: 'After wrong PINs, wait {wait} more seconds before the next; {left} tries left.',
  },
  locked: {
    vi: 'Đã khóa sau 10 lần sai. Chỉ huy ca mở lại trong phòng Cán bộ trên màn hình.',
    en: 'Locked after 10 wrong PINs. A supervisor unlocks it in the room Officers on the screen.',
  },
  unknown: {
    vi: 'Chốt này không có cán bộ đó. Xem lại số hiệu, hoặc dùng thẻ in tại chốt này.',
    en: 'This kiosk has no such officer. Check the number, or use a badge printed here.',
  },
  'badge-wanted': {
    vi: 'Cán bộ này vào bằng thẻ: quét thẻ thay cho số hiệu (hoặc đặt chữ của thẻ vào CHOT_OFFICER).',
    en: 'This officer signs in by badge: scan it in place of the number (or put its text in CHOT_OFFICER).',
  },
  unrecorded: {
    vi: 'Chốt không ghi được nhật ký nên chưa xem mã PIN. Xem ổ đĩa, rồi chạy lại.',
    en: 'The kiosk can record nothing, so the PIN was not looked at. Look at the disk, then run this again.',
  },
}

/** Asks at the terminal; null where nobody is there. @param unseen what is typed is not shown */
async function askFor(question: string, unseen: boolean): Promise<string | null> {
  if (!process.stdin.isTTY) return null
  process.stderr.write(question)
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const output = unseen ? nowhere : process.stderr
  const terminal = createInterface({ input: process.stdin, output, terminal: true })
  try {
    return (await terminal.question('')).trim()
  } catch {
    // Ctrl+C or Ctrl+D.
    return null
  } finally {
    terminal.close()
    if (unseen) process.stderr.write('\n')
  }
}

/** A PIN: in `CHOT_PIN`, else typed unseen; null where nobody says it. */
export async function askPin(env: NodeJS.ProcessEnv): Promise<string | null> {
  return env['CHOT_PIN'] ?? (await askFor('Mã PIN / PIN: ', true))
}

/**
 * Signs in, where there are officers. Where nobody can say who they are it goes on as nobody, and what is not nobody's is
 * refused.
 * @param env `CHOT_OFFICER`: number, or a badge's text; `CHOT_PIN`
 * @returns whether somebody has signed in
 * @throws Failure where they are not taken
 */
export async function signIn(desk: SignInDesk, env: NodeJS.ProcessEnv): Promise<boolean> {
  if (!(await desk.isClaimed())) return false
  const said = env['CHOT_OFFICER'] ?? (await askFor('Số hiệu, hoặc quét thẻ / Number, or scan the badge: ', false))
  if (!said) return false
  const named =
    ownCodeOf(said) === 'badge'
      ? await desk.showBadge(said.slice(0, 200))
      : /^\d{1,10}$/.test(said)
        ? await desk.name(said)
        : ({ ok: false, why: 'unknown' } as const)
  if (!named.ok) throw refusal({ ok: false, why: named.why, tries: null })
  const pin = await askPin(env)
  if (!pin) return false
  // A badge is forgotten within the minute, so the wait goes before it where one is known.
  if (desk.wait && named.tries.left > 0 && named.tries.waitSeconds > 0) {
    await desk.wait(named.tries.waitSeconds)
    if (ownCodeOf(said) === 'badge') await desk.showBadge(said.slice(0, 200))
  }
  const opened = await desk.open(named.who.number, pin.slice(0, 64))
  if (!opened.ok) throw refusal(opened)
  return true
}

function refusal({ why, tries }: Refused): Failure {
  const values = { left: tries?.left ?? 0, wait: tries?.waitSeconds ?? 0 }
  return new Failure(`sign-in-${why}`, sentences[why], values, { status: status.no })
}

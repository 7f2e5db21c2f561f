/**
 * An officer signs a command in at the kiosk that it asks: number or badge, then the PIN, typed unseen or taken from the
 * environment. Nobody has to where a kiosk has no officers. The session is the command's own, and ends with it.
 */
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { Client, Output } from '../../shared/contract/contract.ts'
import { ownCodeOf } from '../../shared/domain/own-code.ts'
import type { Sentences } from '../../shared/language/locale.ts'
import { Failure, status } from '../terminal/index.ts'

type Refused = Extract<Output<'session.open'>, { ok: false }>

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
 * Signs in, where the kiosk has officers. Where nobody can say who they are it goes on as nobody, and the kiosk refuses what
 * is not nobody's.
 * @param env `CHOT_OFFICER`: number, or a badge's text; `CHOT_PIN`
 * @returns whether somebody has signed in
 * @throws Failure where the kiosk does not take them
 */
export async function signIn(kiosk: Client, env: NodeJS.ProcessEnv): Promise<boolean> {
  if (!(await kiosk.call('session.read', {})).claimed) return false
  const said = env['CHOT_OFFICER'] ?? (await askFor('Số hiệu, hoặc quét thẻ / Number, or scan the badge: ', false))
  if (!said) return false
  const named =
    ownCodeOf(said) === 'badge'
      ? await kiosk.call('session.badge', { text: said.slice(0, 200) })
      : /^\d{1,10}$/.test(said)
        ? await kiosk.call('session.name', { number: said })
        : ({ ok: false, why: 'unknown' } as const)
  if (!named.ok) throw refusal({ ok: false, why: named.why, tries: null })
  const pin = await askPin(env)
  if (!pin) return false
  const opened = await kiosk.call('session.open', { number: named.who.number, pin: pin.slice(0, 64) })
  if (!opened.ok) throw refusal(opened)
  return true
}

function refusal({ why, tries }: Refused): Failure {
  const values = { left: tries?.left ?? 0, wait: tries?.waitSeconds ?? 0 }
  return new Failure(`sign-in-${why}`, sentences[why], values, { status: status.no })
}

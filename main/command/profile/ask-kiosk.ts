/**
 * A command on a profile that a kiosk has open: it is asked, by the same contract and in the same roles as the screen, once
 * an officer has signed the command in.
 */
import type { Client } from '../../../shared/contract/contract.ts'
import type { Sentences } from '../../../shared/language/locale.ts'
import { Fault, type FaultCode } from '../../../shared/rpc/fault.ts'
import { reachKiosk } from '../../profile-socket/index.ts'
import { Failure, status } from '../../terminal/index.ts'
import { notAllowed } from './not-allowed.ts'
import { deskOf, signIn } from './sign-in.ts'

const otherVersion: Sentences = {
  vi: 'Chốt đang mở là bản khác với lệnh này. Đóng Chốt, mở lại rồi chạy lại lệnh.',
  en: 'The Chốt that is open is of another version than this command. Close it, open it again and run this again.',
}

const faults: Readonly<Record<Exclude<FaultCode, 'NOT_ALLOWED'>, Sentences>> = {
  CLOSED: {
    vi: 'Chốt đã đóng khi lệnh đang chạy, nên không biết việc đã xong hay chưa. Mở lại Chốt, xem lại (như "npx chot trust show"), rồi chạy lại lệnh nếu cần.',
    en: 'Chốt closed while this was running, so whether it was done is not known. Open Chốt again, look (such as by "npx chot trust show"), and run this again where it was not.',
  },
  BAD_REQUEST: {
    vi: 'Chốt đang mở không nhận giá trị đã đưa. Xem lại lệnh; nếu vừa cập nhật phần mềm, mở lại Chốt.',
    en: 'The Chốt that is open does not take what was given. Check the command; where the program was just updated, open Chốt again.',
  },
  UNKNOWN_METHOD: otherVersion,
  INTERNAL: {
    vi: 'Chốt đang mở gặp lỗi khi làm việc này. Xem kiosk.log trong hồ sơ, hoặc đóng Chốt rồi chạy lại lệnh.',
    en: 'The Chốt that is open failed at this. See kiosk.log in the profile, or close Chốt and run this again.',
  },
}

/** @param known whether somebody has signed the command in */
function failureOf(error: unknown, known: boolean): unknown {
  if (!(error instanceof Fault)) return error
  if (error.code === 'NOT_ALLOWED') return notAllowed(known, error)
  const code = `kiosk-${error.code.toLowerCase().replace('_', '-')}`
  return new Failure(code, faults[error.code], {}, { status: status.setup, cause: error })
}

/**
 * Asks the kiosk that has a profile open; null where none does, and the command opens the profile itself.
 * @throws Failure where it did not do what it was asked, or closed before it answered
 */
export async function askKiosk<T extends object>(
  profile: string,
  ask: (kiosk: Client) => Promise<T>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<T | null> {
  const kiosk = await reachKiosk(profile)
  if (!kiosk) return null
  let known = false
  try {
    known = await signIn(deskOf(kiosk), env)
    return await ask(kiosk)
  } catch (error) {
    throw failureOf(error, known)
  } finally {
    // The kiosk ends the session of a connection that is gone, too: here it is recorded before the command has ended.
    if (known) await kiosk.call('session.close', {}).catch(() => undefined)
    kiosk.close()
  }
}

/** A command on a profile that a kiosk has open: it is asked, by the same contract and in the same roles as the screen. */
import type { Client } from '../../shared/contract/contract.ts'
import type { Sentences } from '../../shared/language/locale.ts'
import { Fault, type FaultCode } from '../../shared/rpc/fault.ts'
import { reachKiosk } from '../profile-socket/index.ts'
import { Failure, status } from '../terminal/index.ts'

const otherVersion: Sentences = {
  vi: 'Chốt đang mở là bản khác với lệnh này. Đóng Chốt, mở lại rồi chạy lại lệnh.',
  en: 'The Chốt that is open is of another version than this command. Close it, open it again and run this again.',
}

const faults: Readonly<Record<FaultCode, Sentences>> = {
  CLOSED: {
    vi: 'Chốt đã đóng khi lệnh đang chạy, nên không biết việc đã xong hay chưa. Mở lại Chốt, xem lại (như "chot trust show"), rồi chạy lại lệnh nếu cần.',
    en: 'Chốt closed while this was running, so whether it was done is not known. Open Chốt again, look (such as by "chot trust show"), and run this again where it was not.',
  },
  NOT_ALLOWED: {
    vi: 'Người đang đăng nhập ở chốt không được làm việc này. Nhờ người được phép (bộ phận CNTT, hoặc chỉ huy) đăng nhập rồi chạy lại.',
    en: 'Who is signed in at the kiosk may not do this. Have somebody who may (IT, or a supervisor) sign in there and run this again.',
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

function failureOf(error: unknown): unknown {
  if (!(error instanceof Fault)) return error
  return new Failure(
    `kiosk-${error.code.toLowerCase().replace('_', '-')}`,
    faults[error.code],
    {},
    {
      status: error.code === 'NOT_ALLOWED' ? status.no : status.setup,
      cause: error,
    },
  )
}

/**
 * Asks the kiosk that has a profile open; null where none does, and the command opens the profile itself.
 * @throws Failure where it did not do what it was asked, or closed before it answered
 */
export async function askKiosk<T extends object>(
  profile: string,
  ask: (kiosk: Client) => Promise<T>,
): Promise<T | null> {
  const kiosk = await reachKiosk(profile)
  if (!kiosk) return null
  try {
    return await ask(kiosk)
  } catch (error) {
    throw failureOf(error)
  } finally {
    kiosk.close()
  }
}

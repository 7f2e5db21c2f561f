/** What a command says that is refused for who asks: nobody has signed in, or somebody whose role it is not. */
import type { Sentences } from '../../../shared/language/locale.ts'
import { Failure, status } from '../../terminal/index.ts'

const officerWanted: Sentences = {
  vi: 'Việc này cần cán bộ được phép (kỹ thuật, hoặc chỉ huy ca). Chạy lại ở cửa sổ lệnh và cho biết số hiệu, mã PIN; hoặc đặt CHOT_OFFICER và CHOT_PIN.',
  en: 'This wants an officer who may do it (IT, or a supervisor). Run it again at a terminal and say number and PIN; or set CHOT_OFFICER and CHOT_PIN.',
}

const notOfTheirRole: Sentences = {
  vi: 'Vai trò của cán bộ vừa đăng nhập không được làm việc này. Xem docs/officers.md để biết việc nào của ai, rồi nhờ người đó chạy lệnh.',
  en: 'The role of the officer who signed in may not do this. See docs/officers.md for what is whose, and have them run it.',
}

/** @param known whether somebody has signed the command in */
export const notAllowed = (known: boolean, cause?: unknown): Failure =>
  new Failure('kiosk-not-allowed', known ? notOfTheirRole : officerWanted, {}, { status: status.no, cause })

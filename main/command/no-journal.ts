/** What a command says that needs a journal and finds none. */
import { Failure, status } from '../terminal/index.ts'

/** @param folder where the journal would be */
export function noJournal(folder: string): Failure {
  return new Failure(
    'no-journal',
    {
      vi: 'trong {folder} không có nhật ký. Kiểm tra --profile hoặc CHOT_PROFILE rồi chạy lại.',
      en: 'there is no journal in {folder}. Check --profile or CHOT_PROFILE and run this again.',
    },
    { folder },
    { status: status.setup },
  )
}

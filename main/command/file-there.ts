/** What a command says that would write over a file. */
import { Failure, status } from '../terminal/index.ts'

export function fileThere(file: string): Failure {
  return new Failure(
    'file-there',
    {
      vi: '{file} đã có rồi và không bị ghi đè. Chọn tên khác.',
      en: '{file} is there already and is not overwritten. Choose another name.',
    },
    { file },
    { status: status.system },
  )
}

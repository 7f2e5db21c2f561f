/** Before a key is destroyed or leaves its folder, its name is typed back, so that no slip of a finger is enough. */
import { say } from '../../shared/language/say.ts'
import type { Options, Terminal } from '../../main/terminal/index.ts'
import { askLine, Failure, status } from '../../main/terminal/index.ts'
import type { Sentences } from '../../shared/language/locale.ts'

export const confirmOption = {
  confirm: {
    type: 'string',
    value: 'KEY',
    says: {
      vi: 'mã khóa đầy đủ, gõ lại để xác nhận khi không có ai để hỏi',
      en: 'the key’s whole identifier again, where nobody can be asked',
    },
  },
} as const satisfies Options

/**
 * Has the name typed back: in `--confirm`, else by the person at the terminal.
 * @param warning what will happen, with `{name}`
 * @throws Failure `confirmation-missing`, `confirmation-differs`
 */
export async function confirmName(
  name: string,
  warning: Sentences,
  confirm: string | undefined,
  terminal: Terminal,
): Promise<void> {
  const typed = confirm ?? (await askLine(say(terminal.locale, warning[terminal.locale], { name }), terminal))
  if (typed === null)
    throw new Failure(
      'confirmation-missing',
      {
        vi: 'Chưa xác nhận, chưa làm gì. Chạy trong cửa sổ dòng lệnh để được hỏi, hoặc thêm --confirm với mã khóa đầy đủ: {name}',
        en: 'This was not confirmed, and nothing was done. Run it in a terminal to be asked, or add --confirm with the whole key: {name}',
      },
      { name },
      { status: status.usage },
    )
  if (typed !== name)
    throw new Failure(
      'confirmation-differs',
      {
        vi: 'Mã khóa gõ lại không đúng với {name}. Chưa làm gì.',
        en: 'What was typed back is not {name}. Nothing was done.',
      },
      { name },
    )
}

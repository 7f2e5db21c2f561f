/** The text of a results file, in whichever Unicode encoding a spreadsheet program saved it. */
import { unreadable } from './table.ts'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** Excel's "Unicode text" is UTF-16 with a byte order mark; without one, every other byte of a heading is zero. */
function encodingOf(content: Buffer): Encoding {
  const [first, second] = content
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? 'utf-16be' : 'utf-8'
}

/**
 * Decodes a file, without its byte order mark.
 * @throws Failure where it is in another encoding
 */
export function decodeText(content: Buffer): string {
  try {
    return new TextDecoder(encodingOf(content), { fatal: true }).decode(content)
  } catch (error) {
    throw unreadable(
      {
        vi: 'Tệp không phải UTF-8. Trong Excel chọn "Lưu thành", kiểu "CSV UTF-8", hoặc đưa thẳng tệp .xlsx, rồi chạy lại.',
        en: 'The file is not UTF-8. In Excel choose "Save as", type "CSV UTF-8", or give the .xlsx file itself, and run again.',
      },
      {},
      { cause: error },
    )
  }
}

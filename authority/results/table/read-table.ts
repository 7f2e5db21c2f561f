/** A results file, whatever its kind: it is told from its first bytes, not from its name. */
import { mostBytes } from '../bounds.ts'
import { readCsv } from './csv.ts'
import { decodeText } from './file-text.ts'
import { readJson } from './json.ts'
import { checkBounds, unreadable, type Table } from './table.ts'

const zip = Buffer.from('PK\u0003\u0004', 'latin1')
const pdf = Buffer.from('%PDF-', 'latin1')
/** Excel's files of before 2007, and new ones under a password (Microsoft's compound files). */
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')

const startsWith = (content: Buffer, magic: Buffer): boolean => content.subarray(0, magic.length).equals(magic)

async function readAny(content: Buffer, sheet: string | null): Promise<Table> {
  if (startsWith(content, zip)) {
    // The reader of workbooks is a megabyte of code, which every other command would load for nothing.
    const { readSpreadsheet } = await import('./spreadsheet.ts')
    return readSpreadsheet(content, sheet)
  }
  if (startsWith(content, pdf)) {
    throw unreadable({
      vi: 'Tệp là PDF: bảng trong đó không đọc được chắc chắn. Xin phòng xét nghiệm tệp .xlsx hoặc CSV.',
      en: 'The file is a PDF, whose tables cannot be read with certainty. Ask the laboratory for an .xlsx or CSV file.',
    })
  }
  if (startsWith(content, compound)) {
    throw unreadable({
      vi: 'Tệp là .xls kiểu cũ hoặc có mật khẩu. Mở bằng Excel, lưu lại dưới dạng .xlsx không mật khẩu rồi chạy lại.',
      en: 'The file is an old .xls or under a password. Open it in Excel, save it as .xlsx without a password and run again.',
    })
  }
  const content16 = decodeText(content)
  if (/^\s*</.test(content16)) {
    throw unreadable({
      vi: 'Tệp là trang web hoặc XML, dù tên có đuôi .xls. Mở bằng Excel, lưu lại dưới dạng .xlsx rồi chạy lại.',
      en: 'The file is a web page or XML, though its name may end with .xls. Open it in Excel, save it as .xlsx and run again.',
    })
  }
  return /^\s*[[{]/.test(content16) ? readJson(content16) : readCsv(content16)
}

/**
 * Reads a results file: .xlsx, CSV, or a JSON list of objects.
 * @param sheet of a workbook; null: the first
 * @throws Failure where rows cannot be told apart with certainty, or it is larger than any such file is
 */
export async function readTable(content: Buffer, sheet: string | null): Promise<Table> {
  if (content.length > mostBytes) {
    throw unreadable(
      {
        vi: 'Tệp lớn hơn {megabytes} MB. Chia thành nhiều tệp rồi cấp từng tệp.',
        en: 'The file is larger than {megabytes} MB. Split it and issue each part.',
      },
      { megabytes: mostBytes / 1024 / 1024 },
    )
  }
  const table = await readAny(content, sheet)
  checkBounds(table)
  return table
}

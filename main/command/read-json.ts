/** Files that a command line names: JSON, and one JSON value a line. What cannot be read is said with its place. */
import { readForeignFile, textOf } from '../files/index.ts'
import { Failure, status } from '../terminal/index.ts'

/** A file or folder that was named and cannot be read. */
export function unreadable(file: string, error: unknown): Failure {
  return new Failure(
    'file-unreadable',
    {
      vi: 'không đọc được {file}: {why}. Kiểm tra đường dẫn rồi chạy lại.',
      en: 'cannot read {file}: {why}. Check its path and run this again.',
    },
    { file },
    { cause: error, status: status.input },
  )
}

/** Bytes: rules of a country are some hundred KB, and a file of cases to try them on is written by people. */
const largestFile = 64 * 1024 * 1024

function readText(file: string): string {
  try {
    return textOf(readForeignFile(file, largestFile).bytes)
  } catch (error) {
    throw unreadable(file, error)
  }
}

function parseJson(text: string, values: { file: string; line: number }): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Failure(
      'not-json',
      {
        vi: '{file}{line, plural, =0 {} other {, dòng #,}} không phải JSON: {why}. Sửa tệp rồi chạy lại.',
        en: '{file}{line, plural, =0 {} other {, line #,}} is not JSON: {why}. Put the file right and run this again.',
      },
      values,
      { cause: error, status: status.input },
    )
  }
}

/** The one value of a file. @throws Failure */
export function readJsonFile(file: string): unknown {
  return parseJson(readText(file), { file, line: 0 })
}

/** The values of a file that has one a line; blank lines are passed over. @throws Failure with the line's number */
export function readJsonLines(file: string): unknown[] {
  return readText(file)
    .split('\n')
    .flatMap((text, index) => (text.trim() === '' ? [] : [parseJson(text, { file, line: index + 1 })]))
}

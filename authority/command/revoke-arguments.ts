/** What `revoke` and `revoke undo` are given alike. */
import { readNamedFile } from '../../main/files/index.ts'
import { anyNumber, UsageError, type Options, type Values } from '../../main/terminal/index.ts'
import { authorityOption, countryOption } from './options.ts'
import { readCountry } from './read-arguments.ts'

export const subjectOptions = {
  ...authorityOption,
  ...countryOption,
  reason: {
    type: 'string',
    value: 'TEXT',
    says: { vi: 'lý do, lưu ở cơ quan phát hành', en: 'why; kept at the authority' },
  },
  list: {
    type: 'string',
    value: 'FILE',
    says: { vi: 'tệp có thêm những mã khác, mỗi dòng một mã', en: 'a file that names more, one a line' },
  },
} as const satisfies Options

/** What the command line and `--list` name. @throws UsageError where it is nothing */
export function givenBy(given: readonly string[], list: string | undefined): string[] {
  const text =
    list === undefined
      ? ''
      : readNamedFile(list)
          .toString('utf8')
          .replace(/^\uFEFF/, '')
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const all = [...given, ...lines.filter((line) => line !== '')]
  if (all.length > 0) return all
  throw new UsageError({
    vi: 'thiếu mã định danh, nội dung mã hoặc ảnh',
    en: 'an identifier, a text or a picture is missing',
  })
}

/** When and why, for an entry made now. */
export function circumstances({ reason }: { reason?: string }, now: number): { at: string; reason?: string } {
  return { at: new Date(now).toISOString(), ...(reason === undefined ? {} : { reason }) }
}

export const countryOf = ({ country }: Values<typeof countryOption>): string | null =>
  country === undefined ? null : readCountry(country)

export const subjectWords = { says: { vi: 'UVCI|NỘI-DUNG|ẢNH…', en: 'UVCI|TEXT|IMAGE…' }, least: 0, most: anyNumber }

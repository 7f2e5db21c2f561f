/** What `chot export` takes on its line, and what that comes to. */
import { extname } from 'node:path'
import { longestReason } from '../../../shared/contract/reporting.ts'
import { decisions, directions } from '../../../shared/domain/crossing/crossing.ts'
import { laneNamed } from '../../../shared/domain/report/lane-named.ts'
import { officerNamed, type KnownOfficer } from '../../../shared/domain/report/officer-named.ts'
import type { ReportFilter } from '../../../shared/domain/report/scope.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { reportFormats, type ReportFormat } from '../../../shared/ledger/issued-report.ts'
import { UsageError, type Options } from '../../terminal/index.ts'
import { profileOption } from '../options.ts'

export const exportOptions = {
  out: {
    type: 'string',
    value: 'FILE',
    says: { vi: 'tệp mới để ghi vào', en: 'the new file to write' },
  },
  from: {
    type: 'string',
    value: 'DAY',
    says: {
      vi: 'từ ngày YYYY-MM-DD, hoặc từ giờ YYYY-MM-DDTHH:MM, giờ Việt Nam (mặc định: đầu ngày hôm nay)',
      en: 'from this day YYYY-MM-DD, or time YYYY-MM-DDTHH:MM, of Viet Nam (default: the beginning of today)',
    },
  },
  to: {
    type: 'string',
    value: 'DAY',
    says: {
      vi: 'đến hết ngày, hoặc đến trước giờ này (mặc định: hết hôm nay)',
      en: 'to the end of this day, or until before this time (default: the end of today)',
    },
  },
  shift: {
    type: 'string',
    value: 'last|N',
    says: {
      vi: 'một ca thay cho --from và --to: last là ca kết gần nhất, hoặc số bản ghi kết thúc ca',
      en: 'a shift in place of --from and --to: last is the one closed last, or the number of the entry that closed it',
    },
  },
  officer: {
    type: 'string',
    value: 'NUMBER|NAME',
    says: { vi: 'chỉ các lượt do cán bộ này quyết định', en: 'only what this officer decided' },
  },
  direction: {
    type: 'string',
    value: 'in|out',
    says: { vi: 'chỉ vào tỉnh (in) hoặc ra tỉnh (out)', en: 'only into or out of the province' },
  },
  decision: {
    type: 'string',
    value: 'admitted|refused|referred',
    says: {
      vi: 'chỉ cho qua, từ chối hoặc chuyển y tế',
      en: 'only who was admitted, refused or referred',
    },
  },
  lane: {
    type: 'string',
    value: 'LANE',
    says: {
      vi: 'chỉ các lượt ghi khi máy này đứng ở làn này',
      en: 'only what was recorded while this kiosk stood at this lane',
    },
  },
  format: {
    type: 'string',
    value: 'xlsx|csv|jsonl|pdf',
    says: {
      vi: 'dạng tệp (mặc định: theo đuôi của tên tệp)',
      en: 'the form (default: by the ending of the file’s name)',
    },
  },
  semicolon: {
    type: 'boolean',
    says: {
      vi: 'CSV ngăn cách bằng dấu chấm phẩy, cho Windows đặt theo tiếng Việt',
      en: 'CSV with semicolons, for a Windows that is set to Vietnamese',
    },
  },
  appendix: {
    type: 'boolean',
    says: { vi: 'PDF kèm phụ lục danh sách', en: 'a PDF has the list as its appendix' },
  },
  identities: {
    type: 'boolean',
    says: {
      vi: 'ghi đầy đủ họ tên, số giấy tờ, biển số; cần --reason',
      en: 'names, numbers and plates in full; wants --reason',
    },
  },
  reason: {
    type: 'string',
    value: 'TEXT',
    says: { vi: 'vì sao cần ghi đầy đủ; ghi vào nhật ký', en: 'why they are needed in full; the journal keeps it' },
  },
  ...profileOption,
} as const satisfies Options

/** The form that is meant. @throws UsageError */
export function formatOf(format: string | undefined, file: string): ReportFormat {
  const ending = extname(file).slice(1).toLowerCase()
  const asked = format ?? ending
  const found = reportFormats.find((each) => each === asked)
  // A spreadsheet under a PDF's name is a broken file to whoever opens it.
  if (found && found !== ending && reportFormats.some((each) => each === ending))
    throw new UsageError(
      {
        vi: '--out có đuôi .{ending} mà --format nêu {format}: sửa một trong hai cho khớp',
        en: '--out ends in .{ending}, and --format says {format}: change one of them',
      },
      { ending, format: found },
    )
  if (found) return found
  throw format === undefined
    ? new UsageError({
        vi: 'không rõ dạng tệp: đặt đuôi .xlsx, .csv, .jsonl hay .pdf, hoặc nêu --format',
        en: 'which form is meant is not clear: end the name in .xlsx, .csv, .jsonl or .pdf, or give --format',
      })
    : new UsageError({ vi: '--format nhận xlsx, csv, jsonl hoặc pdf', en: '--format takes xlsx, csv, jsonl or pdf' })
}

/** Why people are to be written out, composed; null: they are not. @throws UsageError */
export function reasonOf({ identities = false, reason }: { identities?: boolean; reason?: string }): string | null {
  const text = reason?.normalize('NFC').trim() ?? ''
  if (identities && text === '')
    throw new UsageError({ vi: '--identities cần --reason TEXT', en: '--identities wants --reason TEXT' })
  if (text.length > longestReason)
    throw new UsageError(
      { vi: '--reason dài quá {most} ký tự', en: '--reason is longer than {most} characters' },
      { most: longestReason },
    )
  return text || null
}

/** One of a few words. @throws UsageError */
function oneOf<T extends string>(option: string, words: readonly T[], typed: string | undefined): T | null {
  if (typed === undefined) return null
  const found = words.find((word) => word === typed)
  if (found) return found
  const list = words.join(', ')
  throw new UsageError({ vi: '{option} nhận {list}', en: '{option} takes {list}' }, { option, list })
}

/** @throws UsageError where it is nobody's name, or several people's */
function numberOf(typed: string, known: readonly KnownOfficer[]): string {
  const named = officerNamed(typed, known)
  switch (named.kind) {
    case 'one':
      return named.number
    case 'nobody':
      throw new UsageError({
        vi: '--officer nhận số hiệu, hoặc tên của một cán bộ của chốt này',
        en: '--officer takes a number, or the name of an officer of this post',
      })
    case 'several': {
      const list = named.officers.map(({ number, name }) => `${number} ${shownText(name)}`).join(', ')
      throw new UsageError(
        {
          vi: '--officer: tên này của nhiều cán bộ, hãy cho số hiệu: {list}',
          en: '--officer: several have this name, give a number: {list}',
        },
        { list },
      )
    }
  }
}

/** @throws UsageError where the kiosk was never at such a lane */
function laneOf(typed: string, known: readonly string[]): string {
  const lane = laneNamed(typed, known)
  if (lane !== null) return lane
  throw new UsageError(
    {
      vi: '--lane nhận một làn mà máy này đã đứng: {list}',
      en: '--lane takes a lane at which this kiosk has stood: {list}',
    },
    { list: known.map((each) => shownText(each)).join(', ') },
  )
}

/** Whom and what a kiosk knows that can be asked for by name. */
export interface KnownHere {
  officers: readonly KnownOfficer[]
  lanes: readonly string[]
}

/** Which crossings alone. @throws UsageError */
export function filterOf(
  given: { officer?: string; direction?: string; decision?: string; lane?: string },
  { officers, lanes }: KnownHere,
): ReportFilter {
  return {
    officer: given.officer === undefined ? null : numberOf(given.officer, officers),
    lane: given.lane === undefined ? null : laneOf(given.lane, lanes),
    direction: oneOf('--direction', directions, given.direction),
    decision: oneOf('--decision', decisions, given.decision),
  }
}

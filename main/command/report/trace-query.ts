/** What `chot trace` takes on its line, and the question that it comes to. */
import * as v from 'valibot'
import {
  mostMinutesApart,
  traceQuerySchema,
  traceSubjectSchema,
  type TraceQuery,
} from '../../../shared/contract/trace-schemas.ts'
import { longestNote } from '../../../shared/domain/crossing/crossing.ts'
import { required, UsageError, type Options } from '../../terminal/index.ts'
import { exportRange } from './export-range.ts'
import { profileOption } from '../options.ts'

const text = (value: string, vi: string, en: string) => ({ type: 'string', value, says: { vi, en } }) as const

export const traceOptions = {
  out: text('FILE', 'tệp PDF mới để ghi vào', 'the new PDF to write'),
  reason: text(
    'TEXT',
    'vì sao truy vết, như yêu cầu của ai, số mấy',
    'why it is asked for, such as whose request, with its number',
  ),
  plate: text('PLATE', 'phương tiện cần truy vết', 'the vehicle to trace'),
  number: text('NUMBER', 'số giấy tờ của người cần truy vết', 'the document number of the person to trace'),
  name: text('NAME', 'họ và tên, cùng với --birth', 'their name, together with --birth'),
  birth: text('DAY', 'ngày sinh YYYY-MM-DD', 'their date of birth YYYY-MM-DD'),
  from: text(
    'DAY',
    'từ ngày YYYY-MM-DD hoặc giờ YYYY-MM-DDTHH:MM, giờ Việt Nam',
    'from this day YYYY-MM-DD, or time YYYY-MM-DDTHH:MM, of Viet Nam',
  ),
  to: text('DAY', 'đến hết ngày, hoặc đến trước giờ này', 'to the end of this day, or until before this time'),
  minutes: text(
    'N',
    'ai qua làn cách không quá N phút cũng là đã gặp, 0 đến 240 (mặc định: 30)',
    'whoever was in the lane within N minutes was met, too; 0 to 240 (default: 30)',
  ),
  ...profileOption,
} as const satisfies Options

type Given = Partial<Record<Exclude<keyof typeof traceOptions, 'profile'>, string>>

const usualMinutes = '30'

const unnamed = (): UsageError =>
  new UsageError({
    vi: 'cho biết truy vết ai: --plate; hoặc --number; hoặc --name cùng --birth',
    en: 'say whom to trace: --plate; or --number; or --name together with --birth',
  })

function subjectOf({ plate, number = '', name = '', birth }: Given): TraceQuery['subject'] {
  const isPerson = number !== '' || name !== '' || birth !== undefined
  if (plate !== undefined && plate.trim() !== '' && !isPerson) return { kind: 'plate', plate }
  if (plate !== undefined || (number === '' && (name === '' || birth === undefined))) throw unnamed()
  if (birth !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(birth))
    throw new UsageError({ vi: '--birth nhận ngày YYYY-MM-DD', en: '--birth takes a day YYYY-MM-DD' })
  return { kind: 'person', number: number || null, name: name || null, birthDate: birth ?? null }
}

/** @throws UsageError */
export function traceQueryOf(given: Given, now: number): TraceQuery {
  const subject = subjectOf(given)
  const range = exportRange({ from: required(given.from, '--from DAY'), to: required(given.to, '--to DAY') }, now)
  const { minutes = usualMinutes } = given
  const withinMinutes = /^\d{1,3}$/.test(minutes) ? Number(minutes) : null
  if ('shift' in range || !v.is(traceQuerySchema.entries.withinMinutes, withinMinutes))
    throw new UsageError(
      { vi: '--minutes nhận số từ 0 đến {most}', en: '--minutes takes a number from 0 to {most}' },
      { most: String(mostMinutesApart) },
    )
  if (!v.is(traceSubjectSchema, subject))
    throw new UsageError({
      vi: 'biển số, số giấy tờ hoặc tên dài hơn mức có thể có',
      en: 'a plate, document number or name is longer than any can be',
    })
  return { subject, ...range, withinMinutes }
}

/** @throws UsageError where nobody said why */
export function traceReasonOf({ reason }: Given): string {
  const said = required(reason, '--reason TEXT').normalize('NFC').trim()
  if (said !== '' && said.length <= longestNote) return said
  throw new UsageError(
    { vi: '--reason nhận lý do, dài nhất {most} chữ', en: '--reason takes why, of {most} letters at most' },
    { most: String(longestNote) },
  )
}

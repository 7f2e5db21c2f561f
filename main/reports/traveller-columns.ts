/** What each traveller says, and what a row counts as. */
import { identityWords } from '../../shared/language/crossing-words.ts'
import { outcomeWords } from '../../shared/language/say.ts'
import { choice, foreign, integer, own, personal, said, wallTime } from './column-makers.ts'
import { documentWords, findingWords, formatWords, methodWords, resultWords, statementWords } from './column-words.ts'
import type { Column, Line } from './column.ts'
import { initials, lastThree, year, type Mask } from './mask.ts'

const paperOf = ({ traveller }: Line) => traveller?.paper ?? null
const certificateOf = ({ traveller }: Line) => traveller?.certificate ?? null

/** Several of one person stand in one cell, as they were shown. */
const joined = (texts: readonly string[]): string | null => (texts.length === 0 ? null : texts.join(' / '))
const each =
  (mask: Mask): Mask =>
  (text) =>
    text.split(' / ').map(mask).join(' / ')

/** 1 in the first row of a crossing. */
const first = ({ order }: Line): boolean => order <= 1

export const travellerColumns: Column[] = [
  integer('traveller', 'order', said('Thứ tự trong lượt', 'Place in crossing'), false, ({ order }) => order || null),
  personal(
    'traveller',
    'name',
    said('Họ và tên', 'Full name'),
    26,
    initials,
    ({ traveller }) => traveller?.name ?? null,
  ),
  personal(
    'traveller',
    'birthDate',
    said('Ngày sinh', 'Birth date'),
    12,
    year,
    ({ traveller }) => traveller?.birthDate ?? null,
  ),
  personal('traveller', 'numbers', said('Số giấy tờ', 'Identity numbers'), 16, each(lastThree), ({ traveller }) =>
    joined(traveller?.numbers ?? []),
  ),
  choice(
    'traveller',
    'document',
    said('Loại giấy tờ', 'Document'),
    14,
    documentWords,
    ({ traveller }) => traveller?.documents[0]?.kind ?? null,
  ),
  choice(
    'traveller',
    'travellerOutcome',
    said('Kết luận', 'Verdict'),
    18,
    outcomeWords,
    ({ traveller }) => traveller?.outcome ?? null,
  ),
  choice(
    'traveller',
    'travellerReason',
    said('Vì sao', 'Why'),
    28,
    findingWords,
    ({ traveller }) => traveller?.reason ?? null,
  ),
  choice(
    'traveller',
    'identity',
    said('Đối chiếu người', 'Identity'),
    22,
    identityWords,
    ({ traveller }) => traveller?.identity ?? null,
  ),
  choice(
    'traveller',
    'certificateFormat',
    said('Định dạng mã', 'Code format'),
    9,
    formatWords,
    (line) => certificateOf(line)?.format ?? null,
  ),
  choice(
    'traveller',
    'certificateKind',
    said('Loại chứng nhận', 'Certificate'),
    13,
    statementWords,
    (line) => certificateOf(line)?.kind ?? null,
  ),
  personal(
    'traveller',
    'certificate',
    said('Số chứng nhận', 'Certificate number'),
    34,
    lastThree,
    (line) => certificateOf(line)?.id ?? null,
  ),
  wallTime(
    'traveller',
    'validUntil',
    said('Chứng nhận có giá trị đến', 'Certificate holds until'),
    (line) => certificateOf(line)?.validUntil ?? null,
  ),
  choice(
    'traveller',
    'paperMethod',
    said('Giấy: phương pháp', 'Paper: method'),
    13,
    methodWords,
    (line) => paperOf(line)?.method ?? null,
  ),
  choice(
    'traveller',
    'paperResult',
    said('Giấy: kết quả', 'Paper: result'),
    11,
    resultWords,
    (line) => paperOf(line)?.result ?? null,
  ),
  wallTime(
    'traveller',
    'paperSampledAt',
    said('Giấy: lấy mẫu lúc', 'Paper: sampled at'),
    (line) => paperOf(line)?.sampledAt ?? null,
  ),
  foreign(
    'traveller',
    'paperLaboratory',
    said('Giấy: nơi xét nghiệm', 'Paper: laboratory'),
    20,
    (line) => paperOf(line)?.laboratory ?? null,
  ),
  personal(
    'traveller',
    'paperNumber',
    said('Giấy: số phiếu', 'Paper: number'),
    14,
    lastThree,
    (line) => paperOf(line)?.number ?? null,
  ),
  integer('traveller', 'countedPeople', said('Số người đã đếm', 'People counted'), true, (line) =>
    first(line) ? line.reported.crossing.people : null,
  ),
  integer('traveller', 'crossings', said('Tính lượt', 'Crossings'), true, (line) => (first(line) ? 1 : 0)),
  integer('traveller', 'people', said('Tính người', 'People'), true, ({ traveller }) => (traveller === null ? 0 : 1)),
  own('traveller', 'kiosk', said('Máy', 'Kiosk'), 12, ({ reported }) => reported.kiosk),
  own('traveller', 'epoch', said('Kỷ nhật ký', 'Journal epoch'), 12, ({ reported }) => reported.epoch),
  own('traveller', 'marking', said('Lưu hành', 'Marking'), 22, ({ marking }) => marking),
]

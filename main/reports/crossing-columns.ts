/** What a crossing says: the same in all its rows. */
import { decisionWords, directionWords, reasonWords } from '../../shared/language/crossing-words.ts'
import { outcomeWords } from '../../shared/language/say.ts'
import { choice, foreign, own, personal, said, wallTime } from './column-makers.ts'
import { aboveWords, amendedWords, kindWords } from './column-words.ts'
import type { Column, Line } from './column.ts'
import { nothing, plateEnds } from './mask.ts'

const vehicleOf = ({ reported }: Line) => reported.crossing.vehicle

export const crossingColumns: Column[] = [
  own('crossing', 'crossing', said('Số lượt', 'Crossing'), 9, ({ reported }) => String(reported.seq)),
  foreign('crossing', 'post', said('Chốt', 'Post'), 22, ({ post }) => post),
  foreign('crossing', 'lane', said('Làn', 'Lane'), 6, ({ lane }) => lane),
  wallTime('crossing', 'at', said('Thời điểm', 'Time'), ({ reported }) => reported.at),
  wallTime('crossing', 'enteredAt', said('Nhập sau lúc', 'Entered later at'), ({ reported }) => reported.enteredAt),
  choice(
    'crossing',
    'direction',
    said('Chiều', 'Direction'),
    12,
    directionWords,
    ({ reported }) => reported.crossing.direction,
  ),
  choice('crossing', 'vehicle', said('Loại xe', 'Vehicle'), 12, kindWords, (line) => {
    const vehicle = vehicleOf(line)
    return vehicle === null ? 'on-foot' : vehicle.kind
  }),
  personal('crossing', 'plate', said('Biển số', 'Plate'), 13, plateEnds, (line) => vehicleOf(line)?.plate ?? null),
  personal(
    'crossing',
    'trailerPlate',
    said('Biển số rơ-moóc', 'Trailer plate'),
    13,
    plateEnds,
    (line) => vehicleOf(line)?.trailerPlate ?? null,
  ),
  personal(
    'crossing',
    'carrier',
    said('Đơn vị vận tải', 'Carrier'),
    18,
    nothing,
    (line) => vehicleOf(line)?.carrier ?? null,
  ),
  foreign('crossing', 'from', said('Nơi đi', 'From'), 16, (line) => vehicleOf(line)?.from ?? null),
  foreign('crossing', 'to', said('Nơi đến', 'To'), 16, (line) => vehicleOf(line)?.to ?? null),
  choice(
    'crossing',
    'outcome',
    said('Kết luận cả lượt', 'Verdict of all'),
    18,
    outcomeWords,
    ({ reported }) => reported.crossing.outcome,
  ),
  choice(
    'crossing',
    'decision',
    said('Quyết định', 'Decision'),
    14,
    decisionWords,
    ({ reported }) => reported.crossing.decision,
  ),
  choice(
    'crossing',
    'decisionReason',
    said('Lý do quyết định', 'Reason of decision'),
    24,
    reasonWords,
    ({ reported }) => reported.crossing.reason?.code ?? null,
  ),
  personal(
    'crossing',
    'decisionNote',
    said('Ghi chú lý do', 'Words of reason'),
    30,
    nothing,
    ({ reported }) => reported.crossing.reason?.note ?? null,
  ),
  choice(
    'crossing',
    'above',
    said('Ai cho phép', 'On whose word'),
    20,
    aboveWords,
    ({ reported }) => reported.crossing.above?.by ?? null,
  ),
  foreign('crossing', 'officer', said('Cán bộ', 'Officer'), 14, ({ reported }) => reported.officer),
  choice('crossing', 'state', said('Tình trạng', 'State'), 12, amendedWords, ({ reported }) =>
    reported.amended ? 'amended' : 'recorded',
  ),
]

/** Writes the same rows in every form, and prints them as JSON: run in processes of different zones. */
import { columns } from '../../../../main/reports/columns.ts'
import { csv } from '../../../../main/reports/writers/csv.ts'
import { jsonLines } from '../../../../main/reports/writers/json-lines.ts'
import { xlsx } from '../../../../main/reports/writers/xlsx.ts'
import { linesAt, reported, whole } from './reported.ts'

// Midnight of both ends of a day, before and after New York changes its clocks, and long ago.
const instants = [
  '2026-11-29T00:00:00+07:00',
  '2026-11-29T23:59:59+07:00',
  '2026-03-08T14:30:00+07:00',
  '1980-01-01T00:00:00+07:00',
]
const lines = linesAt(
  ...instants.map((at, index) => reported({ seq: index + 1, at: Date.parse(at), enteredAt: Date.parse(at) + 1000 })),
)
const writing = { columns, locale: 'vi', identities: true, lines } as const
const about = { name: 'Thông tin', rows: () => [] }

console.log(
  JSON.stringify({
    offset: new Date(0).getTimezoneOffset(),
    csv: (await whole(csv(writing, ','))).toString('utf8'),
    jsonl: (await whole(jsonLines(writing))).toString('utf8'),
    xlsx: (await whole(xlsx({ ...writing, name: 'Lượt', totals: 'Tổng', about, marking: null }))).toString('base64'),
  }),
)

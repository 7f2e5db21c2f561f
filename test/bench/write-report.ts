/**
 * Writes one report into a file, by us or by a bare library, and prints how long that took (milliseconds, and of those on a
 * processor) and how much memory: in a process of its own, for memory is the process's.
 *
 * `write-report.ts FORM WHO TRAVELLERS FILE`
 */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { writeXlsxStream, type CellValue } from 'hucre'
import { stageFile } from '../../main/files/index.ts'
import { columns } from '../../main/reports/columns.ts'
import { linesOf } from '../../main/reports/lines.ts'
import { writeRows, type RowFormat } from '../../main/reports/report-rows.ts'
import { reportedRuns } from './report-source.ts'

const place = { post: 'Chốt Như Nguyệt', lane: '2' }
const [form = '', who = '', count = '', file = ''] = process.argv.slice(2)
const travellers = Number(count)

/** The same cells as they are, without a thought of who reads them. */
function* bareRows(): Generator<CellValue[]> {
  for (const run of reportedRuns(travellers))
    for (const reported of run)
      for (const line of linesOf(reported, () => place, null)) yield columns.map((column) => column.value(line))
}

async function ours(format: RowFormat): Promise<void> {
  const { pieces } = writeRows({
    format,
    locale: 'vi',
    identities: false,
    marking: null,
    placeOf: () => place,
    crossings: reportedRuns(travellers),
    about: () => [],
  })
  ;(await stageFile(file, pieces)).keep()
}

function* jsonText(): Generator<string> {
  for (const row of bareRows()) {
    const object = Object.fromEntries(columns.map(({ key }, index) => [key, row[index]]))
    yield `${JSON.stringify(object)}\n`
  }
}

const bare: Record<RowFormat, () => Readable> = {
  csv: () => Readable.from(bareRows()).pipe(stringify({ bom: true, record_delimiter: 'windows' })),
  jsonl: () => Readable.from(jsonText()),
  xlsx: () =>
    Readable.from(
      writeXlsxStream(bareRows(), {
        name: 'Rows',
        columns: columns.map(({ key, type }) => ({
          header: key,
          ...(type === 'text' ? { numFmt: '@' } : type === 'wall-time' ? { numFmt: 'dd/mm/yyyy hh:mm:ss' } : {}),
        })),
      }),
    ),
}

if (form !== 'csv' && form !== 'jsonl' && form !== 'xlsx') throw new Error(`${form} is no form of a report`)
const idle = process.memoryUsage().rss
const usedBefore = process.cpuUsage()
const begin = performance.now()
if (who === 'ours') await ours(form)
else await pipeline(bare[form](), createWriteStream(file))
const milliseconds = performance.now() - begin
const peak = process.resourceUsage().maxRSS * 1024
const { user, system } = process.cpuUsage(usedBefore)
console.log(JSON.stringify({ milliseconds, busy: (user + system) / 1000, megabytes: (peak - idle) / 2 ** 20 }))

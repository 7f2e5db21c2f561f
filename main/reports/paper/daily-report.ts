/**
 * The daily report (Báo cáo) of a post, on paper as the decree lays it down: every total of the time, what is to be looked
 * at, and the list of all only as an appendix, where that is asked for. It is in Vietnamese, as such papers are.
 */
import { formatNumber } from '../../../shared/language/number.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import type { Chart } from '../../../shared/chart/chart.ts'
import { onlyText } from '../about.ts'
import { markingOf } from '../column-words.ts'
import { appendix } from './appendix.ts'
import type { DailyReport } from './daily-content.ts'
import { chartOfCounts, chartOfHours } from './daily-charts.ts'
import {
  directionRows,
  findingRows,
  hourRows,
  kindRows,
  noteworthy,
  officerRows,
  originRows,
  reasonRows,
  written,
} from './daily-rows.ts'
import { sayVersion, setChanged, versionOf } from './daily-version.ts'
import { mm, textWidth } from './decree.ts'
import { drawChart } from './drawn-chart.ts'
import { setEnd } from './end.ts'
import { setFeet } from './foot.ts'
import { setHead } from './head.ts'
import { Sheet } from './sheet.ts'
import { table, type TableColumn } from './table.ts'
import { heading, paragraph } from './text.ts'

const counted = (first: string): TableColumn[] => [
  { heading: first, width: textWidth - 2 * mm(28) },
  { heading: 'Số lượt', width: mm(28), align: 'right' },
  { heading: 'Số người', width: mm(28), align: 'right' },
]

const hourColumns: TableColumn[] = ['Giờ', 'Vào tỉnh', 'Ra tỉnh', 'Giờ', 'Vào tỉnh', 'Ra tỉnh'].map((name) => ({
  heading: name,
  width: textWidth / 6,
  align: name === 'Giờ' ? 'centre' : 'right',
}))

/** What of it the code of each page says too. */
function claimOf({ post, lane, kiosk, from, to, madeAt, practice, totals, head }: DailyReport) {
  const { all, byDirection, byDecision } = totals
  const apart = {
    in: byDirection.in.crossings,
    out: byDirection.out.crossings,
    admitted: byDecision.admitted.crossings,
    refused: byDecision.refused.crossings,
    referred: byDecision.referred.crossings,
  }
  return { paper: 'report', practice, post, lane, kiosk, madeAt, from, to, head, ...all, apart } as const
}

const number = (value: number): string => formatNumber('vi', value)

/** What a table says, and its drawing above it on one page with the table's beginning; null: too little to be drawn. */
function charted(sheet: Sheet, said: string, chart: Chart | null): void {
  sheet.need(mm(30) + (chart?.height ?? 0))
  paragraph(sheet, said)
  if (chart) drawChart(sheet, chart)
}

/** The report as the bytes of a PDF, as they come. */
export async function dailyReport(report: DailyReport): Promise<AsyncIterable<Uint8Array>> {
  const { letterhead, post, lane, from, to, filter, madeAt, practice, totals, beside, head, list, officers } = report
  const about = [
    'Kết quả kiểm soát người và phương tiện qua chốt',
    `(từ ${formatInstant(from)} đến trước ${formatInstant(to)}, giờ Việt Nam)`,
    ...(filter === null ? [] : [`chỉ gồm: ${onlyText('vi', filter)}`]),
  ]
  const sheet = new Sheet({ title: `Báo cáo: ${about[0]}`, author: post, madeAt })
  const marking = markingOf({ practice, identities: list?.identities ?? false })?.vi ?? null
  setHead(sheet, letterhead, { type: 'BC', kind: 'BÁO CÁO', about, marking })
  const { all, byDirection } = totals
  const version = versionOf(report)
  heading(sheet, 'I. KẾT QUẢ CHUNG')
  paragraph(
    sheet,
    `${filter === null ? '' : `Chỉ tính phần đã chọn (${onlyText('vi', filter)}): `}${post}, làn ${lane}, đã kiểm soát ${number(all.crossings)} lượt với ${number(all.people)} người; trong đó vào tỉnh ${number(byDirection.in.crossings)} lượt với ${number(byDirection.in.people)} người, ra tỉnh ${number(byDirection.out.crossings)} lượt với ${number(byDirection.out.people)} người.`,
  )
  if (version) paragraph(sheet, sayVersion(version))
  table(sheet, counted('Nội dung'), written(directionRows(totals)), { total: true })
  charted(sheet, 'Số lượt theo giờ:', chartOfHours(totals))
  table(sheet, hourColumns, hourRows(totals))
  const [kinds, origins, findings] = [kindRows(totals), originRows(totals), findingRows(totals)]
  charted(sheet, 'Số lượt theo loại phương tiện:', chartOfCounts(kinds))
  table(sheet, counted('Loại phương tiện'), written(kinds))
  charted(sheet, 'Số lượt vào tỉnh theo nơi đi:', chartOfCounts(origins))
  table(sheet, counted('Nơi đi'), written(origins))
  heading(sheet, 'II. NỘI DUNG CẦN LƯU Ý')
  for (const text of noteworthy(totals, beside)) paragraph(sheet, text)
  if (totals.overrides.crossings > 0) {
    paragraph(sheet, 'Quyết định khác kết luận của máy, theo lý do và theo cán bộ:')
    table(sheet, counted('Lý do'), written(reasonRows(totals)), { total: true })
    table(sheet, counted('Cán bộ'), written(officerRows(totals, officers)))
  }
  if (findings.length > 0) {
    charted(sheet, 'Số người chưa được kết luận hợp lệ, theo nguyên nhân:', chartOfCounts(findings))
    table(
      sheet,
      [
        { heading: 'Nguyên nhân', width: textWidth - mm(28) },
        { heading: 'Số người', width: mm(28), align: 'right' },
      ],
      written(findings),
    )
  }
  if (version && version.changed.length > 0) setChanged(sheet, version)
  paragraph(sheet, 'Trên đây là kết quả kiểm soát của chốt, trân trọng báo cáo./.')
  setEnd(sheet, letterhead)
  if (list) appendix(sheet, letterhead, list)
  const made = `Lập bằng Chốt lúc ${formatInstant(madeAt)} trên máy ${report.kiosk}, đến bản ghi ${number(head.seq)} của nhật ký, mã băm ${head.hash.slice(0, 16)}…; giờ Việt Nam (UTC+07:00), một ngày từ 00:00 đến trước 00:00 hôm sau.`
  await setFeet(sheet, { made, claim: claimOf(report), codeOf: report.codeOf })
  sheet.document.end()
  return sheet.document
}

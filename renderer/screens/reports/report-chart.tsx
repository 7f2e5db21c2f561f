/** One drawing at a time, large enough for whoever stands behind: the crossings of each hour or day, or what they were. */
import type { ReactNode } from 'react'
import type { Outline, Totalled } from '../../../shared/contract/reporting.ts'
import { hourPairs } from '../../../shared/chart/hour-pairs.ts'
import { shareBars } from '../../../shared/chart/share-bars.ts'
import { twoWayBars, type Pair } from '../../../shared/chart/two-way-bars.ts'
import { directionWords } from '../../../shared/language/crossing-words.ts'
import { formatNumber } from '../../../shared/language/number.ts'
import { figuresOf, groupWords, type FigureGroup } from '../../../shared/language/report-figures.ts'
import { localDay } from '../../../shared/language/time.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { ChartPicture } from '../../ui/chart-picture.tsx'

/** What is drawn, in the order in which a key goes through it. */
export const drawings = [
  'time',
  'outcome',
  'decision',
  'kind',
  'origin',
  'reason',
  'finding',
] as const satisfies readonly (FigureGroup | 'time')[]
export type Drawing = (typeof drawings)[number]

/** The drawing's own units: those of the screen at 1366×768. */
const size = { width: 712, height: 335, size: 28 }

/** Names that fit beside each other under the bars. */
const mostNames = 7

/** Rows that are large enough to be read from afar; the table has all. */
const mostRows = 9

/** The days that have any; of many days not each has its name. */
function byDay({ days }: Outline): Pair[] {
  const each = Math.ceil(days.length / mostNames)
  return days.map(({ from, in: above, out: below }, index) => {
    const [, month = '', day = ''] = localDay(from).split('-')
    return { name: index % each === 0 ? `${day}/${month}` : null, above, below }
  })
}

interface ReportChartProps {
  drawing: Drawing
  outline: Outline
  /** Null: not added up yet. */
  totalled: Totalled | null
  oneDay: boolean
}

export function ReportChart({ drawing, outline, totalled, oneDay }: ReportChartProps): ReactNode {
  const { locale, speak } = useLanguage()
  const written = (value: number): string => formatNumber(locale, value)
  if (drawing === 'time') {
    const { in: above, out: below } = directionWords[locale]
    const pairs = oneDay ? hourPairs(outline.outline.byHour) : byDay(outline)
    const chart = twoWayBars({ pairs, above, below, written, ...size })
    const label = speak(oneDay ? 'reports.byHour' : 'reports.byDay')
    return <ChartPicture chart={chart} label={label} testId="report-chart" />
  }
  if (totalled === null) return <p>{speak('reports.totalling')}</p>
  const counts = figuresOf(locale, totalled.totals, totalled.beside)
    .filter(({ group }) => group === drawing)
    .slice(0, mostRows)
    .map(({ label: name, crossings, people }) => ({ name, count: crossings ?? people ?? 0 }))
  if (counts.length === 0) return <p>{speak('reports.nothing')}</p>
  return (
    <ChartPicture
      chart={shareBars({ counts, written, ...size })}
      label={groupWords[locale][drawing]}
      testId="report-chart"
    />
  )
}

/** Crossings in and out: by the hour of a day, or by the day of a longer time. */
import type { ReactNode } from 'react'
import type { Outline } from '../../../shared/contract/reporting.ts'
import { twoWayBars, type Pair } from '../../../shared/chart/two-way-bars.ts'
import { directionWords } from '../../../shared/language/crossing-words.ts'
import { say } from '../../../shared/language/say.ts'
import { localDay } from '../../../shared/language/time.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { ChartPicture } from '../../ui/chart-picture.tsx'

/** Names that fit beside each other under the bars. */
const mostNames = 8

/** Of 24 hours every third has its name. */
function byHour({ outline: { byHour: hours } }: Outline): Pair[] {
  return hours.in.map((above, hour) => ({
    name: hour % 3 === 0 ? String(hour).padStart(2, '0') : null,
    above,
    below: hours.out[hour] ?? 0,
  }))
}

/** The days that have any; of many days not each has its name. */
function byDay({ days }: Outline): Pair[] {
  const each = Math.ceil(days.length / mostNames)
  return days.map(({ from, in: above, out: below }, index) => {
    const [, month = '', day = ''] = localDay(from).split('-')
    return { name: index % each === 0 ? `${day}/${month}` : null, above, below }
  })
}

export function CrossingsChart({ outline, oneDay }: { outline: Outline; oneDay: boolean }): ReactNode {
  const { locale, speak } = useLanguage()
  const chart = twoWayBars({
    pairs: oneDay ? byHour(outline) : byDay(outline),
    above: directionWords[locale].in,
    below: directionWords[locale].out,
    written: (value) => say(locale, '{value, number}', { value }),
    width: 760,
    height: 330,
    size: 26,
  })
  return <ChartPicture chart={chart} label={speak(oneDay ? 'reports.byHour' : 'reports.byDay')} testId="report-chart" />
}

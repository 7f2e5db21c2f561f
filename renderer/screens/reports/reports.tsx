/** Reports: the day as it goes on, any other time, its export, and the day closed. */
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { groupWords, officerLabel } from '../../../shared/language/report-figures.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { formatClock, localDay } from '../../../shared/language/time.ts'
import { useMay } from '../../frame/session/caller.ts'
import { useFrame, useHold } from '../../frame/use-frame.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { Key } from '../../ui/key.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import { typedDay } from '../../ui/typed-days.ts'
import { useNow } from '../../ui/use-now.ts'
import looks from '../../ui/looks.module.css'
import room from '../../ui/room.module.css'
import { DayPart, differencesNow } from './day-part.tsx'
import { emptyExport } from './export-draft.ts'
import { ExportForm } from './export-form.tsx'
import { ExportOutcome } from './export-outcome.tsx'
import { FigureTables } from './figure-tables.tsx'
import { Headline } from './headline.tsx'
import { PeriodForm } from './period-form.tsx'
import { drawings, ReportChart } from './report-chart.tsx'
import { beside, dayOf, daysOf, sayPeriod, scopeOf, spanOf, type Only, type Period } from './report-period.ts'
import { useClosing } from './use-closing.ts'
import { useExport } from './use-export.ts'
import { useOffered } from './use-offered.ts'
import { useReport } from './use-report.ts'
import style from './reports.module.css'

export function ReportsScreen(): ReactNode {
  const { locale, speak } = useLanguage()
  const { kiosk } = useFrame()
  const now = useNow()
  const today = localDay(now)
  const [chosen, setChosen] = useState<{ period: Period; only: Only }>({
    period: { kind: 'today' },
    only: { officer: null, lane: null },
  })
  const [open, setOpen] = useState<'period' | 'export' | null>(null)
  const [fields, setFields] = useState(() => ({ from: typedDay(now), to: typedDay(now), officer: '', lane: '' }))
  const [drawing, setDrawing] = useState(0)
  const [draft, setDraft] = useState(emptyExport)
  const { period, only } = chosen
  const { officer, lane } = only
  const scope = useMemo(() => scopeOf(period, only, Date.parse(`${today}T00:00:00+07:00`)), [period, only, today])
  const goesOn = scope.to > now
  const { report, again } = useReport(scope, goesOn ? kiosk.kiosk?.day : null)
  const exporting = useExport(open === 'export')
  const { shifts, officers, lanes } = useOffered(open === 'period')
  const mayExport = useMay('reports.export')
  const mayClose = useMay('reports.close')
  const { outline, totalled, failed } = report
  const drawn = drawings[drawing] ?? 'time'
  const day = totalled?.day ?? null
  const isClosable =
    totalled !== null &&
    day?.over === true &&
    (day.versions.length === 0 || differencesNow(totalled, locale).length > 0)
  const closing = useClosing(isClosable && day ? day.day : null, again)
  useHold(open !== null || exporting.progress !== null || closing.step !== 'idle')

  const choose = useCallback((next: Period, of: Only) => {
    setChosen({ period: next, only: of })
    setOpen(null)
  }, [])
  const step = (by: -1 | 1): Period | null => beside(period, by, now)
  const moveTo = (next: Period | null): void => {
    if (!next) return
    setChosen({ period: next, only })
    // Whoever asks for less of it next (F4) begins from what they look at, and not from another day.
    setFields((typed) => ({ ...typed, ...daysOf(spanOf(next, now)) }))
  }
  const version = (day?.versions.at(-1)?.version ?? 0) + 1

  return (
    <main className={room.room} data-testid="reports-screen">
      <div className={room.keys}>
        <Key
          deed="reports.before"
          label={speak('reports.before')}
          onPress={() => moveTo(step(-1))}
          testId="reports-before"
        />
        {step(1) && (
          <Key
            deed="reports.after"
            label={speak('reports.after')}
            onPress={() => moveTo(step(1))}
            testId="reports-after"
          />
        )}
        <Key
          deed="reports.period"
          label={speak('reports.period')}
          onPress={() => setOpen('period')}
          pressed={open === 'period'}
          testId="reports-period"
        />
        {mayExport && (
          <Key
            deed="reports.export"
            label={speak('reports.export')}
            onPress={() => setOpen('export')}
            pressed={open === 'export'}
            testId="reports-export"
          />
        )}
        {mayClose && isClosable && (
          <Key
            deed="reports.close"
            label={speak(closing.step === 'asked' ? 'reports.close.again' : 'reports.close', { version })}
            onPress={closing.press}
            marked={closing.step === 'asked'}
            testId="reports-close"
          />
        )}
        <h1 className={style.title} data-testid="report-period">
          {period.kind === 'today' && `${speak('reports.today')} `}
          {sayPeriod(spanOf(period, now))}
          {officer !== null && ` · ${speak('reports.ofOfficer', { officer: officerLabel(locale, officer, officers) })}`}
          {lane !== null && ` · ${speak('reports.ofLane', { lane: shownText(lane) })}`}
        </h1>
        <p className={room.sentence} role="status">
          {closing.step === 'idle'
            ? outline && speak('reports.counted', { at: formatClock(outline.at) })
            : speak(`reports.close.${closing.step}`, { version })}
        </p>
      </div>
      {failed && <NoticeBar testId="report-failed">{speak('reports.failed')}</NoticeBar>}
      {closing.failure && (
        <NoticeBar testId="close-failed">{speak(`reports.close.failure.${closing.failure}`)}</NoticeBar>
      )}
      <ExportOutcome exporting={exporting} />
      <div className={style.parts}>
        <section className={style.seen} aria-busy={!outline}>
          {outline ? (
            <>
              <Headline outline={outline.outline} />
              <h2 className={style.drawing}>
                {drawn === 'time' ? speak('reports.drawing.time') : groupWords[locale][drawn]}
                <Key
                  deed="reports.drawing"
                  label={speak('reports.drawing')}
                  onPress={() => setDrawing((before) => (before + 1) % drawings.length)}
                  testId="reports-drawing"
                />
              </h2>
              <div className={style.chart}>
                <ReportChart
                  drawing={drawn}
                  outline={outline}
                  totalled={totalled}
                  oneDay={scope.to - scope.from <= 86_400_000}
                />
              </div>
            </>
          ) : (
            !failed && <p className={room.sentence}>{speak('reports.counting')}</p>
          )}
        </section>
        {open === 'period' && (
          <PeriodForm
            fields={fields}
            onFields={setFields}
            shifts={shifts}
            officers={officers}
            lanes={lanes}
            onChoose={choose}
            onLeave={() => setOpen(null)}
          />
        )}
        {open === 'export' && (
          <ExportForm
            scope={scope}
            draft={draft}
            onDraft={setDraft}
            exporting={exporting}
            onLeave={() => setOpen(null)}
          />
        )}
        {open === null && (
          <section
            className={looks.scroll}
            tabIndex={0}
            role="region"
            aria-label={speak('reports.figures')}
            aria-busy={!totalled}
            data-testid="report-figures"
          >
            {totalled && dayOf(scope) !== null && <DayPart totalled={totalled} />}
            {totalled ? (
              <FigureTables totalled={totalled} officers={officers} />
            ) : (
              !failed && <p className={room.sentence}>{speak('reports.totalling')}</p>
            )}
          </section>
        )}
      </div>
    </main>
  )
}

/** The verdict: the whole panel is its colour and shape; one word, one sentence why, who, which test, valid until when. */
import { useEffect, type ReactNode } from 'react'
import type { ScanRecord } from '../../../shared/contract/schemas.ts'
import type { Outcome } from '../../../shared/domain/verdict.ts'
import { outcomeWords, sayFinding } from '../../../shared/language/say.ts'
import { formatClock } from '../../../shared/language/time.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { markPainted } from '../../scanner/scan-timing.ts'
import { OutcomeShape } from '../../ui/outcome-shape.tsx'
import { WhoIsClaimed, WhoIsCertified } from './verdict-who.tsx'
import type { ScanFailure, VerdictView } from './lane-state.ts'
import { NoticeBar } from './notice-bar.tsx'
import { VerdictDetails } from './verdict-details.tsx'
import style from './verdict-panel.module.css'

export function VerdictPanel({ view, detailsOpen }: { view: VerdictView; detailsOpen: boolean }): ReactNode {
  const { speak } = useLanguage()
  return (
    <section className={style.place} aria-label={speak('verdict.title')} aria-live="assertive">
      <VerdictContent view={view} detailsOpen={detailsOpen} />
    </section>
  )
}

function VerdictContent({ view, detailsOpen }: { view: VerdictView; detailsOpen: boolean }): ReactNode {
  const { speak } = useLanguage()
  switch (view.kind) {
    case 'waiting':
      return <Quiet title={speak('verdict.waiting')} sentence={speak('verdict.waitingHow')} />
    case 'verifying':
      return <Quiet title={speak('verdict.verifying')} sentence="" />
    case 'failed':
      return <Quiet title={speak('verdict.failed')} sentence={speak(failureSentences[view.failure])} />
    case 'shown':
      return <Shown view={view} detailsOpen={detailsOpen} />
  }
}

const failureSentences = {
  closed: 'verdict.failedClosed',
  other: 'verdict.failedOther',
  'too-long': 'verdict.tooLong',
} as const satisfies Record<ScanFailure, string>

function Quiet({ title, sentence }: { title: string; sentence: string }): ReactNode {
  return (
    <div className={style.quiet}>
      <p className={style.quietTitle}>{title}</p>
      <p className={style.quietSentence}>{sentence}</p>
    </div>
  )
}

interface ShownProps {
  view: Extract<VerdictView, { kind: 'shown' }>
  detailsOpen: boolean
}

function Shown({ view: { scan, answer, at }, detailsOpen }: ShownProps): ReactNode {
  const { locale } = useLanguage()
  const { verdict, record } = answer
  const { certificate, document, outcome, reason } = verdict
  useEffect(() => markPainted(scan.id), [scan.id])

  return (
    <div
      className={detailsOpen ? `${style.verdict} ${style.withDetails}` : style.verdict}
      data-testid="verdict"
      data-outcome={outcome}
      data-code={reason.code}
      data-seq={record.recorded ? record.seq : undefined}
    >
      <div className={style.headline}>
        <OutcomeShape outcome={outcome} className={style.shape} />
        <p className={style.word}>{unbroken(outcomeWords[locale][outcome])}</p>
      </div>
      <p className={style.reason}>{sayFinding(locale, reason)}</p>
      {certificate && <WhoIsCertified certificate={certificate} verdict={verdict} at={at} />}
      {document && <WhoIsClaimed document={document} />}
      {detailsOpen && <VerdictDetails verdict={verdict} />}
      <Recorded record={record} />
    </div>
  )
}

function Recorded({ record }: { record: ScanRecord }): ReactNode {
  const { speak } = useLanguage()
  if (!record.recorded)
    return <NoticeBar testId="not-recorded">{speak(`verdict.notRecorded.${record.code}`)}</NoticeBar>
  const { seq, at } = record
  return <p className={style.recorded}>{speak('verdict.recorded', { seq, clock: formatClock(at) })}</p>
}

/** May break after its first word only: `KHÔNG / HỢP LỆ`, never `KHÔNG HỢP / LỆ`. */
function unbroken(word: (typeof outcomeWords)['vi'][Outcome]): string {
  const [first = '', ...rest] = word.split(' ')
  return [first, rest.join('\u00a0')].join(' ').trim()
}

/** The verdict: the whole panel is its colour and shape; one word, one sentence why, who, which test, valid until when. */
import { useEffect, type ReactNode } from 'react'
import type { ShownCrossing } from '../../../shared/contract/crossing-schemas.ts'
import type { ScanRecord } from '../../../shared/contract/schemas.ts'
import type { Outcome } from '../../../shared/domain/verdict.ts'
import { outcomeWords, sayFinding } from '../../../shared/language/say.ts'
import { formatClock } from '../../../shared/language/time.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { markPainted } from '../../scanner/scan-timing.ts'
import { OutcomeShape } from '../../ui/outcome-shape.tsx'
import { RemarkLine } from './decided.tsx'
import type { DecidedCrossing, Remark } from './desk-state.ts'
import type { ScanFailure, VerdictView } from '../../frame/scans/scan-state.ts'
import { Key } from '../../ui/key.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import { PlacedLine } from './placed-line.tsx'
import { WholeLine } from './standing-verdict.tsx'
import { VerdictDetails } from './verdict-details.tsx'
import { WhoIsMeant } from './verdict-who.tsx'
import { Quiet, Waiting } from './waiting-panel.tsx'
import style from './verdict-panel.module.css'

interface VerdictPanelProps {
  view: VerdictView
  /** The crossing being built. */
  crossing: ShownCrossing | null
  detailsOpen: boolean
  /** What was decided last, until the next scan. */
  decided: DecidedCrossing | null
  /** It can still be taken back. */
  undoable: boolean
  remark: Remark | null
  /** Stands in the place of everything below the verdict's word. */
  chooser: ReactNode
  /** The officer has compared person and papers. */
  onConfirm: () => void
  onUndo: () => void
}

export function VerdictPanel(props: VerdictPanelProps): ReactNode {
  const { speak } = useLanguage()
  return (
    <section className={style.place} aria-label={speak('verdict.title')} aria-live="assertive">
      <VerdictContent {...props} />
    </section>
  )
}

function VerdictContent(props: VerdictPanelProps): ReactNode {
  const { view, chooser, remark } = props
  const { speak } = useLanguage()
  if (view.kind === 'shown') return <Shown {...props} view={view} />
  if (chooser) return <div className={style.quiet}>{chooser}</div>
  switch (view.kind) {
    case 'waiting':
      return <Waiting {...props} />
    case 'verifying':
      return <Quiet title={speak('verdict.verifying')} sentence="" remark={remark} />
    case 'failed':
      return <Quiet title={speak('verdict.failed')} sentence={speak(failureSentences[view.failure])} remark={remark} />
  }
}

const failureSentences = {
  closed: 'verdict.failedClosed',
  other: 'verdict.failedOther',
  'too-long': 'verdict.tooLong',
  'letters-lost': 'scanner.letters-lost',
  'input-method': 'scanner.input-method',
} as const satisfies Record<ScanFailure, string>

type ShownProps = VerdictPanelProps & { view: Extract<VerdictView, { kind: 'shown' }> }

function Shown({ view: { scan, answer, at }, crossing, ...beside }: ShownProps): ReactNode {
  const { detailsOpen, remark, chooser, onConfirm } = beside
  const { locale, speak } = useLanguage()
  const { verdict, record, placed } = answer
  const { outcome, reason } = verdict
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
      {chooser ? (
        <>
          <RemarkLine remark={remark} />
          {chooser}
        </>
      ) : (
        <>
          <div className={style.why}>
            <p className={style.reason}>{sayFinding(locale, reason)}</p>
            {verdict.findings.some(({ code }) => code === 'identity-unclear') && (
              <Key deed="same-person" label={speak('traveller.confirm')} onPress={onConfirm} testId="confirm" />
            )}
          </div>
          <WholeLine crossing={crossing} outcome={outcome} />
          <PlacedLine placed={placed} />
          <WhoIsMeant verdict={verdict} at={at} />
          {detailsOpen && <VerdictDetails verdict={verdict} />}
          <RemarkLine remark={remark} />
          <Recorded record={record} again={placed?.how === 'again'} />
        </>
      )}
    </div>
  )
}

function Recorded({ record, again }: { record: ScanRecord; again: boolean }): ReactNode {
  const { speak } = useLanguage()
  if (!record.recorded)
    return <NoticeBar testId="not-recorded">{speak(`verdict.notRecorded.${record.code}`)}</NoticeBar>
  const { seq, at } = record
  return (
    <p className={style.recorded}>
      {speak('verdict.recorded', { seq, clock: formatClock(at) })}
      {again && ` · ${speak('placed.again')}`}
    </p>
  )
}

/** May break after its first word only: `KHÔNG / HỢP LỆ`, never `KHÔNG HỢP / LỆ`. */
function unbroken(word: (typeof outcomeWords)['vi'][Outcome]): string {
  const [first = '', ...rest] = word.split(' ')
  return [first, rest.join('\u00a0')].join(' ').trim()
}

/** The strip in the panel: the person just scanned, or the row that is selected, with a shape of their own. */
import { useEffect, type ReactNode } from 'react'
import type { ScanRecord } from '../../../../shared/contract/schemas.ts'
import { identityWords } from '../../../../shared/language/crossing-words.ts'
import { outcomeWords, sayFinding, sayShort } from '../../../../shared/language/say.ts'
import { shownText } from '../../../../shared/language/shown-text.ts'
import { formatClock } from '../../../../shared/language/time.ts'
import type { ScanFailure, VerdictView } from '../../../frame/scans/scan-state.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { markPainted } from '../../../scanner/scan-timing.ts'
import { OutcomeShape } from '../../../ui/outcome-shape.tsx'
import { NamesToCompare } from './names-to-compare.tsx'
import { PlacedLine } from './placed-line.tsx'
import type { StripSubject } from './strip-subject.ts'
import style from './strip.module.css'

interface StripProps {
  view: VerdictView
  subject: StripSubject | null
  /** Person and crossing are one: the panel has the shape and the colour. */
  alone: boolean
  onSamePerson: () => void
  onOtherPerson: () => void
}

export function Strip({ view, subject, alone, onSamePerson, onOtherPerson }: StripProps): ReactNode {
  const { locale, speak } = useLanguage()
  if (view.kind === 'verifying') return <Word title={speak('verdict.verifying')} />
  if (view.kind === 'failed') {
    return <Word title={speak('verdict.failed')} sentence={speak(failureSentences[view.failure])} />
  }
  if (!subject) return null
  const scanned = view.kind === 'shown' ? view : null
  return (
    <div
      className={style.strip}
      data-testid="verdict"
      data-outcome={subject.outcome}
      data-code={subject.reason.code}
      data-alone={alone}
      data-seq={scanned?.answer.record.recorded ? scanned.answer.record.seq : undefined}
    >
      {subject.beside === null ? (
        <>
          {!alone && <OutcomeShape outcome={subject.outcome} className={style.shape} />}
          <div className={style.said}>
            <WhoItIs subject={subject} />
            <Reason subject={subject} />
            <div className={style.lesser} data-yields>
              {subject.papers && (
                <p className={style.papers} data-testid="papers" data-identity={subject.papers}>
                  {speak('verdict.papers', { standing: identityWords[locale][subject.papers] })}
                </p>
              )}
              {scanned && <PlacedLine placed={scanned.answer.placed} />}
              {subject.facts.length > 0 && <p className={style.facts}>{subject.facts.join(' · ')}</p>}
              {scanned && <Recorded record={scanned.answer.record} again={scanned.answer.placed?.how === 'again'} />}
            </div>
          </div>
        </>
      ) : (
        <NamesToCompare subject={subject} onSamePerson={onSamePerson} onOtherPerson={onOtherPerson} />
      )}
      {scanned && <Painted scan={scanned.scan.id} />}
    </div>
  )
}

function WhoItIs({ subject: { name, birthDate, claimed } }: { subject: StripSubject }): ReactNode {
  const { speak } = useLanguage()
  if (name === null) return null
  return (
    <>
      {claimed && <p className={style.claim}>{speak('verdict.claim')}</p>}
      <p className={style.name} data-decides>
        {shownText(name)}
        {birthDate && <span className={style.year}>{` · ${shownText(birthDate.slice(0, 4))}`}</span>}
      </p>
    </>
  )
}

/** What is read from afar; a code that is nobody's says in a sentence what to do, for the panel's is about the crossing. */
function Reason({ subject: { outcome, reason, turnedAway, placed } }: { subject: StripSubject }): ReactNode {
  const { locale } = useLanguage()
  return (
    <>
      <p className={style.reason} data-decides>
        {sayShort(locale, reason)}
      </p>
      <span className={style.spoken}>{outcomeWords[locale][outcome]}</span>
      {turnedAway && turnedAway.code !== reason.code && (
        <p className={style.turnedAway} data-testid="turned-away" data-decides>
          {sayShort(locale, turnedAway)}
        </p>
      )}
      {!placed && <p className={style.sentence}>{sayFinding(locale, reason)}</p>}
    </>
  )
}

function Word({ title, sentence }: { title: string; sentence?: string }): ReactNode {
  return (
    <div className={style.strip}>
      <div className={style.said}>
        <p className={style.reason}>{title}</p>
        {sentence && <p className={style.sentence}>{sentence}</p>}
      </div>
    </div>
  )
}

const failureSentences = {
  closed: 'verdict.failedClosed',
  other: 'verdict.failedOther',
  'too-long': 'verdict.tooLong',
  'letters-lost': 'scanner.letters-lost',
  'input-method': 'scanner.input-method',
} as const satisfies Record<ScanFailure, string>

function Recorded({ record, again }: { record: ScanRecord; again: boolean }): ReactNode {
  const { speak } = useLanguage()
  // The bar above says why, and what to do.
  if (!record.recorded) {
    return (
      <p className={style.notRecorded} data-testid="not-recorded">
        {speak('verdict.notRecorded')}
      </p>
    )
  }
  const { seq, at } = record
  return (
    <p className={style.recorded}>
      {speak('verdict.recorded', { seq, clock: formatClock(at) })}
      {again && ` · ${speak('placed.again')}`}
    </p>
  )
}

/** Tells the timing that a scan's verdict is on the screen. */
function Painted({ scan }: { scan: number }): null {
  useEffect(() => markPainted(scan), [scan])
  return null
}

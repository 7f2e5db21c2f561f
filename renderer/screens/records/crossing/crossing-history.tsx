/** What became of a recorded crossing, the newest first: each correction with what it was before and why, each note. */
import type { ReactNode } from 'react'
import type { Correctable, CrossingChange, RecordedCrossing } from '../../../../shared/contract/recorded-schemas.ts'
import { shownText } from '../../../../shared/language/shown-text.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { sayDifferences, sayReason } from './said-history.ts'
import style from './opened-crossing.module.css'

export function CrossingHistory({ recorded: { crossing, history } }: { recorded: RecordedCrossing }): ReactNode {
  const { speak } = useLanguage()
  if (history.length === 0) return null
  return (
    <ol className={style.history} aria-label={speak('history.title')} data-testid="history">
      {history
        .map((change, index) => (
          <li key={change.seq} className={style.change} data-kind={change.kind}>
            <Change change={change} became={becameOf(history.slice(index + 1), crossing)} />
          </li>
        ))
        .toReversed()}
    </ol>
  )
}

function Change({ change, became }: { change: CrossingChange; became: Correctable }): ReactNode {
  const { locale, speak } = useLanguage()
  const { kind, seq, at } = change
  const differences = kind === 'amended' ? sayDifferences(locale, speak, change.was, became) : []
  return (
    <>
      <span>{speak(`history.${kind}`, { seq, changedAt: at })}</span>
      {differences.map(({ label, was, is }) => (
        <span key={label}>
          {label}: <del>{was}</del> → <b>{is}</b>
        </span>
      ))}
      <span data-decides>
        {kind === 'noted'
          ? shownText(change.text)
          : `${speak(`history.why.${kind}`)}: ${change.why ? sayReason(locale, change.why) : speak('history.undone')}`}
      </span>
    </>
  )
}

/** What a correction made of the crossing: what the next one found, else what it is now. */
function becameOf(later: readonly CrossingChange[], now: Correctable): Correctable {
  return later.find((each) => each.kind === 'amended')?.was ?? now
}

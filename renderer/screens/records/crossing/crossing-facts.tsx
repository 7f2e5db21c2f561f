/** Everything that is kept of a recorded crossing: when, which vehicle, what was decided and why, and each traveller. */
import type { ReactNode } from 'react'
import type { RecordedCrossing } from '../../../../shared/contract/recorded-schemas.ts'
import type { Traveller } from '../../../../shared/domain/crossing/crossing.ts'
import {
  decisionWords,
  directionWords,
  identityWords,
  vehicleKindWords,
} from '../../../../shared/language/crossing-words.ts'
import { outcomeWords } from '../../../../shared/language/say.ts'
import { shownText } from '../../../../shared/language/shown-text.ts'
import { sayPlates } from '../../../../shared/language/plate-words.ts'
import { formatInstant } from '../../../../shared/language/time.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { OutcomeShape } from '../../../ui/outcome-shape.tsx'
import { sayReason } from './said-history.ts'
import { sayAbove, sayReasonCode, sayShown, sayTraveller } from './said-crossing.ts'
import { traceOfTraveller, traceOfVehicle, type TraceFields } from '../trace/trace-query.ts'
import style from './opened-crossing.module.css'

interface CrossingFactsProps {
  recorded: RecordedCrossing
  /** Null: whoever is there may not trace. */
  onTrace: ((fields: TraceFields) => void) | null
}

export function CrossingFacts({ recorded: { line, crossing, above }, onTrace }: CrossingFactsProps): ReactNode {
  const { locale, speak } = useLanguage()
  const { vehicle, people, decision, outcome, reason } = crossing
  const trace = traceOfVehicle(crossing, line.at)
  const facts: (readonly [string, string | null | undefined])[] = [
    [speak('correct.kind'), vehicle?.kind && vehicleKindWords[locale][vehicle.kind]],
    [speak('correct.carrier'), vehicle?.carrier],
    [speak('correct.from'), vehicle?.from],
    [speak('correct.to'), vehicle?.to],
    [speak('records.people'), people === null ? null : String(people)],
    [speak('records.outcome'), outcomeWords[locale][outcome]],
    [speak('records.why'), reason && sayReason(locale, reason)],
    [speak('records.above'), above && sayAbove(speak, above)],
  ]
  return (
    <div className={style.facts}>
      <p className={style.when}>
        {speak('records.number', { seq: line.seq })} · {formatInstant(line.at)} ·{' '}
        {directionWords[locale][line.direction]}
        {line.enteredAt !== null && <b> · {speak('records.entered', { enteredAt: line.enteredAt })}</b>}
      </p>
      <p className={style.what} data-outcome={outcome} data-state={line.state}>
        <OutcomeShape outcome={outcome} className={style.shape} />
        <span>{sayPlates(locale, line)}</span>
        <span data-testid="opened-decision">{decisionWords[locale][decision]}</span>
        {line.state !== 'recorded' && <strong className={style.state}>{speak(`records.state.${line.state}`)}</strong>}
        {trace && onTrace && (
          <button type="button" className={style.trace} onClick={() => onTrace(trace)}>
            {speak('trace.vehicle')}
          </button>
        )}
      </p>
      <dl className={style.list}>
        {facts.flatMap(([label, value]) =>
          value
            ? [
                <div key={label} className={style.fact}>
                  <dt>{label}</dt>
                  <dd>{shownText(value)}</dd>
                </div>,
              ]
            : [],
        )}
      </dl>
      <ol className={style.travellers}>
        {crossing.travellers.map((traveller, index) => (
          // A recorded crossing's travellers stay in their order.
          <TravellerFacts key={index} traveller={traveller} at={line.at} onTrace={onTrace} />
        ))}
      </ol>
      {crossing.travellers.length === 0 && <p className={style.explained}>{speak('records.nobody')}</p>}
    </div>
  )
}

interface TravellerFactsProps {
  traveller: Traveller
  at: number
  onTrace: CrossingFactsProps['onTrace']
}

function TravellerFacts({ traveller, at, onTrace }: TravellerFactsProps): ReactNode {
  const { locale, speak } = useLanguage()
  const { outcome, reason, identity } = traveller
  const trace = traceOfTraveller(traveller, at)
  return (
    <li className={style.traveller} data-outcome={outcome}>
      <OutcomeShape outcome={outcome} className={style.shape} />
      <div className={style.said}>
        <b>{sayTraveller(speak, traveller)}</b>
        <span>
          {outcomeWords[locale][outcome]}: {sayReasonCode(locale, speak, reason)}
        </span>
        {sayShown(speak, traveller).map((shown) => (
          <span key={shown}>{shown}</span>
        ))}
        <span>{identityWords[locale][identity]}</span>
      </div>
      {trace && onTrace && (
        <button type="button" className={style.trace} onClick={() => onTrace(trace)}>
          {speak('trace.person')}
        </button>
      )}
    </li>
  )
}

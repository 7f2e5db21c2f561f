/** The keys of the decision, under the verdict. One that asks for more first, a reason or the count, says so by three dots. */
import type { ReactNode } from 'react'
import { decisions, type Decision } from '../../../../shared/domain/crossing/crossing.ts'
import type { Deed } from '../../../keys/key-map.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { Key } from '../../../ui/key.tsx'
import style from './decision-keys.module.css'

interface DecisionKeysProps {
  /** Those that the sentence asks for, and that need nothing more; null while it asks for no key at all. */
  marked: readonly Decision[] | null
  detailsOpen: boolean
  onDecide: (decision: Decision) => void
  onDetails: () => void
  onNext: () => void
}

const deedsOf = { admitted: 'admit', refused: 'refuse', referred: 'refer' } as const satisfies Record<Decision, Deed>

export function DecisionKeys({ marked, detailsOpen, onDecide, onDetails, onNext }: DecisionKeysProps): ReactNode {
  const { speak } = useLanguage()
  return (
    <nav className={style.row} aria-label={speak('decide.title')}>
      {decisions.map((decision) => (
        <Key
          key={decision}
          deed={deedsOf[decision]}
          label={speak(`decide.${decision}`) + (marked?.includes(decision) === false ? '…' : '')}
          marked={marked?.includes(decision) === true}
          onPress={() => onDecide(decision)}
          testId={`decide-${decision}`}
        />
      ))}
      <Key deed="next" label={speak('key.next')} onPress={onNext} testId="next" />
      <Key deed="details" label={speak('key.details')} onPress={onDetails} pressed={detailsOpen} />
    </nav>
  )
}

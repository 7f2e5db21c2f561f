/** What can be done to the selected traveller, in place below the row. */
import { useEffect, useRef, type ReactNode } from 'react'
import type { ShownEvidence, ShownTraveller } from '../../../../shared/contract/crossing-schemas.ts'
import type { CrossingEdit } from '../../../../shared/domain/crossing/crossing-edit.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import type { Speak } from '../../../i18n/catalogue.ts'
import type { DeskAction } from '../desk-state.ts'
import style from './travellers.module.css'

interface TravellerActionsProps {
  traveller: ShownTraveller
  /** The traveller one row up; null for the first. */
  before: number | null
  /** In a vehicle, and not the driver already. */
  canDrive: boolean
  /** There is somebody to be joined with. */
  canJoin: boolean
  joining: boolean
  onEdit: (edit: CrossingEdit) => Promise<void>
  onDesk: (action: DeskAction) => void
}

export function TravellerActions(props: TravellerActionsProps): ReactNode {
  const { traveller, before, canDrive, canJoin, joining, onEdit, onDesk } = props
  const { speak } = useLanguage()
  const { id, evidence, identity } = traveller
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  if (joining) {
    return (
      <div ref={place} className={style.actions} data-testid="traveller-actions">
        <p className={style.hint}>{speak('traveller.joinHow')}</p>
        {before !== null && (
          <Action
            label={speak('traveller.joinBefore')}
            onPress={() => void onEdit({ kind: 'join', traveller: id, into: before })}
          />
        )}
        <Action label={speak('key.leave')} onPress={() => onDesk({ kind: 'left' })} />
      </div>
    )
  }
  return (
    <div ref={place} className={style.actions} data-testid="traveller-actions">
      {identity === 'look' && (
        <Action label={speak('compare.same')} onPress={() => void onEdit({ kind: 'confirm', traveller: id })} />
      )}
      <Action
        label={speak('traveller.paper')}
        onPress={() => onDesk({ kind: 'opened', form: { kind: 'paper', traveller: id } })}
      />
      {canDrive && (
        <Action label={speak('traveller.makeDriver')} onPress={() => void onEdit({ kind: 'driver', traveller: id })} />
      )}
      {canJoin && <Action label={speak('traveller.join')} onPress={() => onDesk({ kind: 'joining' })} />}
      {evidence.length > 1 &&
        evidence.map((each) => (
          <Action
            key={each.id}
            label={speak('traveller.part', { what: sayEvidence(speak, each) })}
            onPress={() => void onEdit({ kind: 'part', evidence: each.id })}
          />
        ))}
      <Action label={speak('traveller.remove')} onPress={() => void onEdit({ kind: 'remove', traveller: id })} />
    </div>
  )
}

/** What was shown, in a word. */
export function sayEvidence(speak: Speak, { kind, documentKind }: ShownEvidence): string {
  return kind === 'document' && documentKind !== null
    ? speak(`evidence.${documentKind}`)
    : speak(`evidence.${kind === 'document' ? 'papers' : kind}`)
}

function Action({ label, onPress }: { label: string; onPress: () => void }): ReactNode {
  return (
    <button type="button" className={style.action} onClick={onPress}>
      {label}
    </button>
  )
}

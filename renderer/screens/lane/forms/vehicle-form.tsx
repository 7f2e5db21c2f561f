/** The rest of a vehicle, where somebody wants it written: each field is written as it is left. */
import type { ReactNode } from 'react'
import type { ShownCrossing } from '../../../../shared/contract/crossing-schemas.ts'
import type { CrossingEdit } from '../../../../shared/domain/crossing/crossing-edit.ts'
import { vehicleKinds } from '../../../../shared/domain/crossing/crossing.ts'
import { longestField } from '../../../../shared/domain/limits.ts'
import { formatInstant } from '../../../../shared/language/time.ts'
import { vehicleKindWords } from '../../../../shared/language/crossing-words.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { ChoiceKeys } from '../../../ui/choice-keys.tsx'
import { CommitField } from '../../../ui/commit-field.tsx'
import { Key } from '../../../ui/key.tsx'
import { readTypedInstant } from '../../../ui/typed-times.ts'
import style from './forms.module.css'

interface VehicleFormProps {
  crossing: ShownCrossing
  onEdit: (edit: CrossingEdit) => Promise<void>
  /** What was typed is no time that lies behind. */
  onFault: () => void
  onLeave: () => void
}

const zones = ['1', '2', '3', '4'] as const
const zoneNumbers = { '1': 1, '2': 2, '3': 3, '4': 4 } as const

export function VehicleForm({ crossing, onEdit, onFault, onLeave }: VehicleFormProps): ReactNode {
  const { locale, speak } = useLanguage()
  const { vehicle, originZone, happenedAt } = crossing
  const written = (name: 'trailerPlate' | 'carrier' | 'from' | 'to', first = false): ReactNode => (
    <CommitField
      label={speak(`crossing.${name}`)}
      value={vehicle?.[name] ?? ''}
      longest={longestField}
      autoFocus={first}
      onCommit={(text) => onEdit({ kind: 'vehicle', fields: { [name]: text } })}
    />
  )
  return (
    <div className={style.form} data-testid="vehicle-form">
      {vehicle && (
        <>
          {written('trailerPlate', true)}
          <ChoiceKeys
            label={speak('crossing.kind')}
            choices={vehicleKinds.map((value) => ({ value, word: vehicleKindWords[locale][value] }))}
            chosen={vehicle.kind}
            onChoose={(kind) => void onEdit({ kind: 'vehicle', fields: { kind: kind === vehicle.kind ? null : kind } })}
          />
          {written('carrier')}
          <div className={style.pair}>
            {written('from')}
            {written('to')}
          </div>
        </>
      )}
      <ChoiceKeys
        label={speak('crossing.zone')}
        choices={zones.map((value) => ({ value, word: speak(`crossing.zone.${value}`) }))}
        chosen={originZone === null ? null : (zones[originZone - 1] ?? null)}
        onChoose={(zone) => {
          const chosen = zoneNumbers[zone]
          void onEdit({ kind: 'origin-zone', zone: chosen === originZone ? null : chosen })
        }}
      />
      <CommitField
        label={speak('crossing.happenedAt')}
        value={happenedAt === null ? '' : formatInstant(happenedAt)}
        longest={longestField}
        placeholder={speak('crossing.happenedHow')}
        testId="happened-at"
        onCommit={async (text) => {
          const at = readHappened(text, Date.now())
          if (at === undefined) return onFault()
          await onEdit({ kind: 'happened-at', at })
        }}
      />
      <div className={style.keys}>
        <Key deed="leave" label={speak('key.done')} onPress={onLeave} />
      </div>
    </div>
  )
}

/** When it happened, epoch milliseconds; null for nothing typed, undefined for what is no time that lies behind. */
export function readHappened(text: string, now: number): number | null | undefined {
  if (text.trim() === '') return null
  const at = readTypedInstant(text, now)
  return at !== null && at < now ? at : undefined
}

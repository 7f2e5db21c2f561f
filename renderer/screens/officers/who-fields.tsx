/** Who an officer is: number, name, rank and role. */
import type { ReactNode } from 'react'
import { roles } from '../../../shared/contract/role.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { ChoiceKeys } from '../../ui/choice-keys.tsx'
import { DigitsField } from '../../ui/digits-field.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { longestName, longestNumber, longestRank, usualRanks, type WhoDraft } from './officer-draft.ts'
import style from './officers.module.css'

interface WhoFieldsProps {
  draft: WhoDraft
  onDraft: (changed: Partial<WhoDraft>) => void
  /** The number stays what it is: entries name it. */
  numbered: boolean
  /** The first of a kiosk is a supervisor. */
  first: boolean
}

export function WhoFields({ draft, onDraft, numbered, first }: WhoFieldsProps): ReactNode {
  const { speak } = useLanguage()
  return (
    <>
      <div className={numbered ? style.whoNumbered : style.who}>
        {!numbered && (
          <div data-field="number">
            <DigitsField
              label={speak('officers.number')}
              value={draft.number}
              onType={(number) => onDraft({ number })}
              longest={longestNumber}
              autoFocus
              testId="new-number"
            />
          </div>
        )}
        <div data-field="name">
          <FormField
            label={speak('officers.name')}
            value={draft.name}
            onType={(name) => onDraft({ name })}
            longest={longestName}
            autoFocus={numbered}
          />
        </div>
        <div data-field="rank">
          <FormField
            label={speak('officers.rank')}
            value={draft.rank}
            onType={(rank) => onDraft({ rank })}
            longest={longestRank}
          />
        </div>
      </div>
      <div className={style.ranks}>
        <ChoiceKeys
          label={speak('officers.ranks')}
          plain
          choices={usualRanks.map((value) => ({ value, word: value }))}
          chosen={usualRanks.find((rank) => rank === draft.rank) ?? null}
          onChoose={(rank) => onDraft({ rank })}
        />
      </div>
      <div className={style.role} data-field="role">
        <ChoiceKeys
          label={speak('officers.role')}
          choices={roles
            .filter((role) => !first || role === 'supervisor')
            .map((value) => ({ value, word: speak(`role.${value}`) }))}
          chosen={draft.role}
          onChoose={(role) => onDraft({ role })}
        />
        <p className={style.sentence}>
          {first ? speak('officers.firstRole') : draft.role && speak(`officers.role.${draft.role}`)}
        </p>
      </div>
    </>
  )
}

/** How the secret is to be kept: three ways on figures, and the passphrase twice where it is under one. */
import type { ReactNode } from 'react'
import { useLanguage } from '../../../i18n/language.tsx'
import type { Choice } from '../../../keys/key-map.ts'
import { ChoiceKeys } from '../../../ui/choice-keys.tsx'
import type { KeptDraft } from './kept-draft.ts'
import { SecretField } from './secret-field.tsx'
import style from '../set-up.module.css'

/** The safest first. */
const ways = ['passphrase', 'system', 'open'] as const
const figures: readonly Choice[] = ['choice.1', 'choice.2', 'choice.3']

interface KeptFieldsProps {
  draft: KeptDraft
  /** The operating system can keep it. */
  system: boolean
  /** A passphrase is typed first as soon as that way is chosen. */
  focuses: boolean
  onDraft: (draft: KeptDraft) => void
}

export function KeptFields({ draft, system, focuses, onDraft }: KeptFieldsProps): ReactNode {
  const { speak } = useLanguage()
  const offered = ways.filter((way) => way !== 'system' || system)
  return (
    <>
      <div className={style.ways}>
        <ChoiceKeys
          label={speak('setUp.secret.how')}
          choices={offered.map((value, index) => ({
            value,
            word: speak(`setUp.secret.${value}`),
            deed: figures[index] ?? null,
          }))}
          chosen={draft.kept}
          onChoose={(kept) => onDraft({ ...draft, kept })}
        />
      </div>
      {draft.kept === null ? (
        <dl className={style.explained} data-testid="ways-explained">
          {offered.map((way) => (
            <div key={way}>
              <dt>{speak(`setUp.secret.${way}`)}</dt>
              <dd>{speak(`setUp.secret.${way}How`)}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className={style.sentence}>{speak(`setUp.secret.${draft.kept}How`)}</p>
      )}
      {draft.kept === 'passphrase' && (
        <div className={style.twice}>
          <SecretField
            label={speak('setUp.secret.new')}
            value={draft.passphrase}
            onType={(passphrase) => onDraft({ ...draft, passphrase })}
            autoFocus={focuses}
            testId="passphrase"
          />
          <SecretField
            label={speak('setUp.secret.again')}
            value={draft.again}
            onType={(again) => onDraft({ ...draft, again })}
            testId="passphrase-again"
          />
        </div>
      )}
    </>
  )
}

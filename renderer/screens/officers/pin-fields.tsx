/** A new PIN, typed twice by the officer, and whether a badge goes with it. Digits have keys for a finger as well. */
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { longestPin } from '../../../shared/domain/officer/pin.ts'
import { means as allMeans } from '../../../shared/ledger/officers.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { ChoiceKeys } from '../../ui/choice-keys.tsx'
import { DigitsField } from '../../ui/digits-field.tsx'
import { digitKeys, Pad } from '../../ui/pad.tsx'
import type { PinDraft } from './officer-draft.ts'
import style from './officers.module.css'

interface PinFieldsProps {
  draft: PinDraft
  onDraft: (changed: Partial<PinDraft>) => void
  /** The PIN is typed first. */
  autoFocus?: boolean
}

export function PinFields({ draft, onDraft, autoFocus = false }: PinFieldsProps): ReactNode {
  const { speak } = useLanguage()
  const pin = useRef<HTMLInputElement>(null)
  /** Where the keys of the screen type. */
  const typing = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    typing.current ??= pin.current
  }, [])
  const focused = (input: HTMLInputElement): void => void (typing.current = input)
  return (
    <>
      <div className={style.means}>
        <ChoiceKeys
          label={speak('officers.means')}
          choices={allMeans.map((value) => ({ value, word: speak(`officers.means.${value}`) }))}
          chosen={draft.means}
          onChoose={(means) => onDraft({ means })}
        />
      </div>
      <p className={style.sentence}>{speak('officers.pinHow')}</p>
      <div className={style.pins}>
        <div data-field="pin">
          <DigitsField
            label={speak('officers.pin')}
            value={draft.pin}
            onType={(typed) => onDraft({ pin: typed })}
            longest={longestPin}
            masked
            autoFocus={autoFocus}
            input={pin}
            onFocus={focused}
            testId="new-pin"
          />
        </div>
        <div data-field="again">
          <DigitsField
            label={speak('officers.pinAgain')}
            value={draft.again}
            onType={(typed) => onDraft({ again: typed })}
            longest={longestPin}
            masked
            onFocus={focused}
            testId="new-pin-again"
          />
        </div>
        <Pad
          label={speak('signIn.pad')}
          field={typing}
          columns={11}
          keys={digitKeys(speak('pad.back'))}
          testId="new-pin-pad"
        />
      </div>
    </>
  )
}

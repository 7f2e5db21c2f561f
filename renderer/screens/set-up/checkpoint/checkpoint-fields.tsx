/** The fields of who a checkpoint is. Keys that are typed while none is chosen go to the first that is empty. */
import { useRef, type ReactNode } from 'react'
import { useLanguage } from '../../../i18n/language.tsx'
import { useTypingField } from '../../../keys/keyboard.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { longestProxy, longestWord, type CheckpointDraft } from './checkpoint-draft.ts'
import style from '../set-up.module.css'

interface CheckpointFieldsProps {
  draft: CheckpointDraft
  onType: (changed: Partial<CheckpointDraft>) => void
}

export function CheckpointFields({ draft, onType }: CheckpointFieldsProps): ReactNode {
  const { speak } = useLanguage()
  const fields = useRef<HTMLDivElement>(null)
  useTypingField(() => {
    const all = [...(fields.current?.querySelectorAll('input') ?? [])]
    return all.find(({ value }) => value === '') ?? null
  })
  const shared = { longest: longestWord }
  return (
    <div ref={fields} className={style.fields} data-testid="checkpoint-fields">
      <FormField
        {...shared}
        label={speak('setUp.checkpoint.name')}
        value={draft.name}
        onType={(name) => onType({ name })}
        placeholder={speak('setUp.checkpoint.nameHow')}
      />
      <FormField
        {...shared}
        label={speak('setUp.checkpoint.lane')}
        value={draft.lane}
        onType={(lane) => onType({ lane })}
        placeholder={speak('setUp.checkpoint.laneHow')}
      />
      <FormField
        {...shared}
        label={speak('setUp.checkpoint.province')}
        value={draft.province}
        onType={(province) => onType({ province })}
        placeholder={speak('setUp.checkpoint.provinceHow')}
      />
      <FormField
        label={speak('setUp.checkpoint.zone')}
        value={draft.zone}
        onType={(zone) => onType({ zone })}
        longest={9}
      />
      <FormField
        label={speak('setUp.checkpoint.proxy')}
        value={draft.proxy}
        onType={(proxy) => onType({ proxy })}
        longest={longestProxy}
        placeholder={speak('setUp.checkpoint.proxyHow')}
      />
    </div>
  )
}

/** Search: one box and a few filters, and the crossings that fit while they are being filled in. */
import { useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { decisions, directions, longestField } from '../../../../shared/domain/crossing/crossing.ts'
import { decisionWords, directionWords } from '../../../../shared/language/crossing-words.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { useKey } from '../../../keys/keyboard.tsx'
import { ChoiceKeys } from '../../../ui/choice-keys.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { NoticeBar } from '../../../ui/notice-bar.tsx'
import { BecauseChooser, type Asking } from '../because-chooser.tsx'
import { RecordLine } from './record-line.tsx'
import type { SearchFields } from './search-query.ts'
import { useSearch, type Found } from './use-search.ts'
import looks from '../../../ui/looks.module.css'
import room from '../../../ui/room.module.css'
import style from '../records.module.css'

interface SearchPartProps extends Asking {
  /** The box, for what is typed while no field has the focus. */
  box: RefObject<HTMLInputElement | null>
  fields: SearchFields
  onFields: (fields: SearchFields) => void
  onOpen: (seq: number) => void
}

export function SearchPart({ box, fields, onFields, because, onBecause, onOpen }: SearchPartProps): ReactNode {
  const { locale, speak } = useLanguage()
  const { found, settled } = useSearch(fields, because)
  const part = useRef<HTMLElement>(null)
  useKey('records.up', () => moveAmongLines(part, -1))
  useKey('records.down', () => moveAmongLines(part, 1))
  const change = (changed: Partial<SearchFields>): void => onFields({ ...fields, ...changed })
  return (
    <section
      ref={part}
      className={style.part}
      aria-busy={!settled}
      onKeyDown={(event) => openFirstLine(event, part, settled)}
    >
      <div className={style.fields} data-testid="search-fields">
        <FormField
          input={box}
          label={speak('records.text')}
          value={fields.text}
          onType={(text) => change({ text })}
          longest={longestField}
          placeholder={speak('records.textHow')}
          autoFocus
        />
        <FormField label={speak('records.from')} value={fields.from} onType={(from) => change({ from })} longest={10} />
        <FormField label={speak('records.to')} value={fields.to} onType={(to) => change({ to })} longest={10} />
        <ChoiceKeys
          label={speak('records.decision')}
          choices={decisions.map((value) => ({ value, word: decisionWords[locale][value] }))}
          chosen={fields.decision}
          onChoose={(decision) => change({ decision: decision === fields.decision ? null : decision })}
        />
        <ChoiceKeys
          label={speak('records.direction')}
          choices={directions.map((value) => ({ value, word: directionWords[locale][value] }))}
          chosen={fields.direction}
          onChoose={(direction) => change({ direction: direction === fields.direction ? null : direction })}
        />
      </div>
      {found.kind === 'reason-needed' ? (
        <BecauseChooser asked={found} onBecause={onBecause} />
      ) : (
        <FoundLines found={found} onOpen={onOpen} />
      )}
    </section>
  )
}

/** The lines found, or why there are none. */
export function FoundLines({
  found,
  onOpen,
}: {
  found: Exclude<Found, { kind: 'reason-needed' }>
  onOpen: (seq: number) => void
}): ReactNode {
  const { speak } = useLanguage()
  if (found.kind === 'asking') return <p className={room.sentence}>{speak('records.asking')}</p>
  if (found.kind === 'failed') return <NoticeBar>{speak('records.failed')}</NoticeBar>
  if (found.kind === 'fault') return <p className={looks.fault}>{speak(`records.fault.${found.fault}`)}</p>
  const { lines, more } = found.answer
  if (lines.length === 0) return <p className={room.sentence}>{speak('records.none')}</p>
  return (
    <>
      {more && <p className={looks.fault}>{speak('records.more', { lines: lines.length })}</p>}
      <ol className={looks.scroll} data-testid="found">
        {lines.map((line) => (
          <li key={line.seq}>
            <RecordLine line={line} onOpen={() => onOpen(line.seq)} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** Enter in the box opens the first line, once it is what was asked for. */
function openFirstLine({ key }: KeyboardEvent, part: RefObject<HTMLElement | null>, settled: boolean): void {
  if (key === 'Enter' && document.activeElement instanceof HTMLInputElement && settled) linesIn(part)[0]?.click()
}

/** Arrows go from the box to the lines and back. */
function moveAmongLines(part: RefObject<HTMLElement | null>, step: -1 | 1): void {
  const lines = linesIn(part)
  const at = lines.findIndex((line) => line === document.activeElement)
  if (at === 0 && step === -1) part.current?.querySelector('input')?.focus()
  else lines[Math.min(Math.max(at + step, 0), lines.length - 1)]?.focus()
}

const linesIn = (part: RefObject<HTMLElement | null>): HTMLElement[] => [
  ...(part.current?.querySelectorAll<HTMLElement>('button[data-seq]') ?? []),
]

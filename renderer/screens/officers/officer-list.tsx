/** The officers of this kiosk, a line each: whom the keys are about is chosen by arrows or a touch. */
import type { ReactNode } from 'react'
import type { AccountLine, Tries } from '../../../shared/contract/officers.ts'
import { mostTries } from '../../../shared/domain/officer/pin.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import type { Speak } from '../../i18n/catalogue.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { ChosenLine } from '../../ui/chosen-line.tsx'
import looks from '../../ui/looks.module.css'
import style from './officers.module.css'

interface OfficerListProps {
  lines: readonly AccountLine[]
  /** A number. */
  chosen: string | null
  onChoose: (number: string) => void
}

export function OfficerList({ lines, chosen, onChoose }: OfficerListProps): ReactNode {
  const { speak } = useLanguage()
  return (
    <>
      <p className={style.titles} aria-hidden="true">
        <span>{speak('signIn.number')}</span>
        <span>{speak('officers.who')}</span>
        <span>{speak('officers.role')}</span>
        <span>{speak('officers.means')}</span>
        <span>{speak('officers.tries')}</span>
        <span>{speak('officers.since')}</span>
      </p>
      <ol className={looks.scroll} data-testid="officers-list" aria-label={speak('officers.list')}>
        {lines.map((line) => (
          <li key={line.number}>
            <Line line={line} chosen={line.number === chosen} onChoose={() => onChoose(line.number)} />
          </li>
        ))}
      </ol>
    </>
  )
}

function Line({ line, chosen, onChoose }: { line: AccountLine; chosen: boolean; onChoose: () => void }): ReactNode {
  const { speak } = useLanguage()
  const { number, rank, name, role, means, tries, at, removed } = line
  return (
    <ChosenLine
      chosen={chosen}
      onChoose={onChoose}
      className={style.line}
      marks={{ 'data-number': number, 'data-removed': removed, 'data-locked': !removed && tries.left === 0 }}
    >
      <span className={style.number}>{number}</span>
      <b className={style.name} title={shownText(`${rank} ${name}`)}>
        {shownText(`${rank} ${name}`)}
      </b>
      <span>{speak(`role.${role}`)}</span>
      <span>{removed ? speak('officers.removed') : speak(`officers.means.${means}`)}</span>
      <span className={style.tries}>{removed ? '' : sayTries(speak, tries)}</span>
      <time>{formatInstant(at)}</time>
    </ChosenLine>
  )
}

/** How many PINs were wrong in a row, and what of it. */
function sayTries(speak: Speak, { left, waitSeconds }: Tries): string {
  const tried = mostTries - left
  if (tried === 0) return speak('officers.tries.none')
  if (left === 0) return speak('officers.tries.locked')
  return speak(waitSeconds > 0 ? 'officers.tries.waiting' : 'officers.tries.some', { tried })
}

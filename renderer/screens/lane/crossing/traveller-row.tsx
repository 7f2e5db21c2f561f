/** One person of the crossing in a row: what is concluded of them, who they are, whether the papers agree. */
import { useEffect, useRef, type ReactNode } from 'react'
import type { ShownTraveller } from '../../../../shared/contract/crossing-schemas.ts'
import type { IdentityStanding } from '../../../../shared/domain/crossing/crossing.ts'
import { outcomeWords, sayShort } from '../../../../shared/language/say.ts'
import { identityWords } from '../../../../shared/language/crossing-words.ts'
import { shownText } from '../../../../shared/language/shown-text.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { OutcomeShape } from '../../../ui/outcome-shape.tsx'
import style from './travellers.module.css'

/** How a person and the papers stand to each other, in one sign beside the words. */
const identityMarks: Record<IdentityStanding, string> = {
  same: '✔',
  confirmed: '✔',
  look: '!',
  different: '✖',
  alone: '',
}

interface TravellerRowProps {
  traveller: ShownTraveller
  driver: boolean
  /** The one that the last scan was about. */
  current: boolean
  /** The list shows it when the last scan was about it. */
  followed: boolean
  /** Its actions are open below it. */
  selected: boolean
  onPress: () => void
}

export function TravellerRow({
  traveller,
  driver,
  current,
  followed,
  selected,
  onPress,
}: TravellerRowProps): ReactNode {
  const { locale, speak } = useLanguage()
  const { name, birthDate, outcome, reason, identity, turnedAway } = traveller
  const place = useRef<HTMLButtonElement>(null)
  const inView = (current && followed) || selected
  useEffect(() => {
    if (inView) place.current?.scrollIntoView({ block: 'nearest' })
  }, [inView])
  return (
    <button
      ref={place}
      type="button"
      className={style.row}
      data-outcome={outcome}
      data-traveller={traveller.id}
      data-current={current}
      aria-expanded={selected}
      onClick={onPress}
    >
      <OutcomeShape outcome={outcome} className={style.shape} />
      <span className={style.person}>
        <span className={style.name}>
          {name === null ? speak('traveller.unnamed') : shownText(name)}
          {birthDate && <span className={style.year}> · {shownText(birthDate.slice(0, 4))}</span>}
        </span>
        <span className={style.under}>
          {driver && <span>{speak('traveller.driver')}</span>}
          <b data-against="">{sayShort(locale, reason)}</b>
          {turnedAway && turnedAway.code !== reason.code && <b data-against="">{sayShort(locale, turnedAway)}</b>}
          {identity !== 'alone' && reason.check !== 'identity' && (
            <span className={style.identity} data-identity={identity} data-against="">
              <b aria-hidden="true">{identityMarks[identity]}</b> {identityWords[locale][identity]}
            </span>
          )}
          <span className={style.spoken}>{outcomeWords[locale][outcome]}</span>
        </span>
      </span>
    </button>
  )
}

/** The sticks that were found, each on a figure, with what is on it. */
import type { ReactNode } from 'react'
import type { FoundPlace } from '../../../shared/contract/trust.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { deeds, printedKey, meaningOf, type Choice } from '../../keys/key-map.ts'
import { useDrawnKey } from '../../keys/keyboard.tsx'
import looks from '../../ui/looks.module.css'
import type { Sticks } from './use-sticks.ts'
import style from './found-places.module.css'

interface FoundPlacesProps {
  sticks: Sticks
  /** Which of them are offered. */
  holds: FoundPlace['holds']
  /** What is said where there is none. */
  none: string
  /** Figures that another list beside this one has taken. */
  taken?: number
  onChoose: (place: FoundPlace) => void
}

/** 1 to 9; nought is for what is no stick. */
const figures = deeds.filter((deed): deed is Choice => /^choice\.[1-9]$/.test(deed))

const offeredOf = (found: readonly FoundPlace[], holds: FoundPlace['holds']): FoundPlace[] =>
  found.filter((place) => place.holds === holds)

/** How many figures a list of such places takes. */
export const figuresOf = ({ found, failed }: Sticks, holds: FoundPlace['holds']): number =>
  failed || found === null ? 0 : Math.min(figures.length, offeredOf(found, holds).length)

export function FoundPlaces({
  sticks: { found, failed },
  holds,
  none,
  taken = 0,
  onChoose,
}: FoundPlacesProps): ReactNode {
  const { speak, locale } = useLanguage()
  if (failed) return <p className={style.none}>{speak('setUp.unanswered')}</p>
  if (found === null) return <p className={style.none}>{speak('setUp.sticks.looking')}</p>
  const offered = offeredOf(found, holds)
  // A stick to write to is found whatever lies on it.
  const unseen = [...(holds === 'stick' ? [] : offeredOf(found, 'unseen')), ...offeredOf(found, 'beyond')]
  return (
    <>
      {offered.length === 0 && <p className={style.none}>{none}</p>}
      {offered.length > 0 && (
        <ol className={looks.list} data-testid={`found-${holds}`}>
          {offered.map((place, index) => (
            <li key={place.path}>
              <PlaceKey place={place} deed={figures[taken + index] ?? null} onChoose={() => onChoose(place)} />
            </li>
          ))}
        </ol>
      )}
      {unseen.map(({ path, name, holds: left, said }) => (
        <p key={`${left} ${path}`} className={style.none} data-testid={`found-${left}`}>
          <b>{shownText(name)}</b>: {said[locale]}
        </p>
      ))}
    </>
  )
}

interface PlaceKeyProps {
  place: FoundPlace
  deed: Choice | null
  onChoose: () => void
}

function PlaceKey({ place, deed, onChoose }: PlaceKeyProps): ReactNode {
  const { locale } = useLanguage()
  const acts = useDrawnKey(deed, onChoose)
  return (
    <button
      type="button"
      className={style.place}
      data-decides
      onClick={onChoose}
      onMouseDown={(event) => event.preventDefault()}
    >
      {deed && acts && <kbd className={style.figure}>{printedKey(meaningOf(deed).key)}</kbd>}
      <span className={style.words}>
        <b>{shownText(place.name)}</b>
        <span>{place.said[locale]}</span>
      </span>
    </button>
  )
}

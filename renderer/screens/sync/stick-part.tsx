/** A stick to send with, or to write to: where there is just one, it is taken at once. */
import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { FoundPlaces } from '../../frame/sticks/found-places.tsx'
import { useSticks } from '../../frame/sticks/use-sticks.ts'
import { useLanguage } from '../../i18n/language.tsx'
import room from '../../ui/room.module.css'

interface StickPartProps {
  title: string
  how?: string
  none: string
  /** One key is enough: the only stick that is there is taken. */
  alone?: boolean
  onChoose: (path: string) => void
}

export function StickPart({ title, how, none, alone = false, onChoose }: StickPartProps): ReactNode {
  const sticks = useSticks()
  const { speak } = useLanguage()
  const only = sticks.found?.filter(({ holds }) => holds === 'stick') ?? []
  // Of several it may be another that is meant, and there are some that nobody looked at.
  const isOnly = only.length === 1 && sticks.found?.every(({ holds }) => holds !== 'beyond') === true
  const path = alone && isOnly ? (only[0]?.path ?? null) : null
  const take = useEffectEvent(onChoose)
  useEffect(() => {
    if (path !== null) take(path)
  }, [path])
  return (
    <section data-testid="sync-sticks" aria-label={speak('sync.stick')}>
      <h3 className={room.title}>{title}</h3>
      {how && <p className={room.sentence}>{how}</p>}
      <FoundPlaces sticks={sticks} holds="stick" none={none} onChoose={({ path: chosen }) => onChoose(chosen)} />
    </section>
  )
}

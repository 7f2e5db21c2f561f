/** The help page: what to do in each situation that an officer meets, in the screen's own words. Arrows scroll it. */
import { useRef, type ReactNode } from 'react'
import { useLanguage } from '../../i18n/language.tsx'
import { useKey } from '../../keys/keyboard.tsx'
import looks from '../../ui/looks.module.css'
import room from '../../ui/room.module.css'
import { quotesIn } from './quotes.ts'
import style from './help.module.css'

/** In the order of the page: the verdict, the people, the kiosk, the rest of the day. */
export const situations = [
  'accepted',
  'check',
  'rejected',
  'unreadable',
  'positive',
  'missing',
  'paper',
  'names',
  'mistake',
  'keys',
  'clock',
  'disk',
  'lost',
  'window',
  'scanner',
  'card',
  'shift',
  'practice',
] as const

/** Of the page's height, how much one press of an arrow moves it: what was last is still seen. */
const step = 0.5

export function HelpScreen(): ReactNode {
  const { locale, speak } = useLanguage()
  const page = useRef<HTMLDivElement>(null)
  const move = (way: 1 | -1): void => page.current?.scrollBy({ top: way * step * page.current.clientHeight })
  useKey('page.up', () => move(-1))
  useKey('page.down', () => move(1))
  const quotes = quotesIn(locale)
  return (
    <main className={room.room} data-testid="help-screen">
      <h1 className={style.title}>{speak('guide.title')}</h1>
      <div ref={page} className={looks.scroll} tabIndex={0} role="region" aria-label={speak('guide.title')}>
        <div className={style.page}>
          {situations.map((situation) => (
            <section key={situation} data-situation={situation}>
              <h2 className={style.name}>{speak(`guide.${situation}.title`, quotes)}</h2>
              <ul className={style.steps}>
                {stepsOf(speak(`guide.${situation}.steps`, quotes)).map((each) => (
                  <li key={each}>{withKeys(each)}</li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </main>
  )
}

/** A step is a line of the message. */
const stepsOf = (message: string): string[] => message.split('\n')

/** What stands in brackets is a key, and looks like one. */
function withKeys(sentence: string): ReactNode[] {
  return sentence.split(/\[(.+?)\]/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <kbd key={index} className={style.cap}>
        {part}
      </kbd>
    ),
  )
}

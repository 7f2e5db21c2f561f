/** What others did about officers since a supervisor signed in last: told once, read, and put away. */
import type { ReactNode } from 'react'
import type { News } from '../../../shared/contract/officers.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { Key } from '../../ui/key.tsx'
import { sayNews } from './session-words.ts'
import style from './session.module.css'

/** As many as stand above the room without taking it away; the room of officers has them all. */
const mostShown = 4

export function SessionNews({ news, onLeave }: { news: readonly News[]; onLeave: () => void }): ReactNode {
  const { speak } = useLanguage()
  const more = news.length - mostShown
  return (
    <section className={style.strip} data-testid="session-news" data-decides role="status">
      <div className={style.row}>
        <b className={style.name}>{speak('news.title')}</b>
        <span className={style.rest} />
        <Key deed="leave" label={speak('news.read')} onPress={onLeave} testId="news-read" />
      </div>
      <ul className={style.news}>
        {news.slice(0, mostShown).map((each) => (
          <li key={`${each.at} ${each.kind} ${each.number}`}>{sayNews(speak, each)}</li>
        ))}
        {more > 0 && <li>{speak('news.more', { more })}</li>}
      </ul>
    </section>
  )
}

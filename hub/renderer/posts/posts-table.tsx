/** The posts, those first that need a person; practice stands below, outside all totals. Counts, and never a person. */
import type { ReactNode } from 'react'
import looks from '../../../renderer/ui/looks.module.css'
import room from '../../../renderer/ui/room.module.css'
import type { Post } from '../../../shared/hub-api/posts.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import { useMayDecide } from '../api/hub-context.ts'
import { useLanguage } from '../language.tsx'
import { inOrder, isClockWrong, standOf } from './post-stand.ts'
import { sayAge, sayApart, sayClock } from './said-post.ts'
import { StandMark } from './stand-mark.tsx'
import style from './posts.module.css'

interface PostsTableProps {
  posts: readonly Post[]
  now: number
  onOpen: (enrolment: string) => void
}

export function PostsTable({ posts, now, onOpen }: PostsTableProps): ReactNode {
  const { speak } = useLanguage()
  const mayDecide = useMayDecide()
  if (posts.length === 0)
    return (
      <p className={style.none} data-testid="posts-none" data-decides>
        {speak(mayDecide ? 'posts.none' : 'posts.none.viewer')}
      </p>
    )
  const [real, practice] = (['real', 'practice'] as const).map((mode) => posts.filter((post) => post.mode === mode))
  return (
    <div className={looks.scroll} tabIndex={0} role="region" aria-label={speak('posts.title')}>
      <table className={`${room.table} ${style.posts}`} data-testid="posts">
        <thead>
          <tr>
            {(['state', 'name', 'contact', 'backlog', 'today', 'apart', 'clock', 'version'] as const).map((column) => (
              <th key={column} scope="col">
                {speak(`posts.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Rows posts={real ?? []} now={now} onOpen={onOpen} />
        </tbody>
        {practice && practice.length > 0 && (
          <tbody data-testid="posts-practice">
            <tr>
              <th className={style.practice} colSpan={8} scope="colgroup">
                {speak('posts.practice')}
              </th>
            </tr>
            <Rows posts={practice} now={now} onOpen={onOpen} />
          </tbody>
        )}
      </table>
    </div>
  )
}

function Rows({ posts, now, onOpen }: PostsTableProps): ReactNode {
  return inOrder(posts, now).map((post) => (
    <Row key={post.enrolment} post={post} now={now} onOpen={() => onOpen(post.enrolment)} />
  ))
}

function Row({ post, now, onOpen }: { post: Post; now: number; onOpen: () => void }): ReactNode {
  const { speak } = useLanguage()
  const apart = sayApart(speak, post)
  const { name, lastContact, way, backlog, today, clock, version } = post
  return (
    <tr data-testid="post" data-name={name}>
      <td>
        <StandMark stand={standOf(post, now)} />
      </td>
      <th scope="row">
        <button type="button" className={style.open} onClick={onOpen}>
          {shownText(name)}
        </button>
      </th>
      <td>
        {lastContact === null ? (
          speak('contact.never')
        ) : (
          <>
            <b>{sayAge(speak, now - lastContact)}</b>
            <small>
              {formatInstant(lastContact)}
              {way && ` · ${speak('contact.way', { way })}`}
            </small>
          </>
        )}
      </td>
      <td>{sayBacklog(speak, backlog)}</td>
      <td>
        <b>{speak('today', { crossings: today.crossings })}</b>
        <small>{speak('today.entries', { entries: today.entries })}</small>
      </td>
      <td data-some={apart.length > 0}>{apart.length === 0 ? speak('apart.none') : apart.join(' · ')}</td>
      <td data-some={isClockWrong(post)}>{sayClock(speak, clock)}</td>
      <td>{version === null ? '—' : shownText(version)}</td>
    </tr>
  )
}

/** What waits at the post, as it last said. */
export function sayBacklog(speak: ReturnType<typeof useLanguage>['speak'], backlog: number | null): string {
  if (backlog === null) return speak('backlog.unknown')
  return backlog === 0 ? speak('backlog.none') : speak('backlog.some', { backlog })
}

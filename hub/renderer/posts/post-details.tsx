/** One post: everything that the hub knows of how it is, and what can be decided about it. */
import type { ReactNode } from 'react'
import { Key } from '../../../renderer/ui/key.tsx'
import room from '../../../renderer/ui/room.module.css'
import type { Post } from '../../../shared/hub-api/posts.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import { useMayDecide } from '../api/hub-context.ts'
import { FactList } from '../facts.tsx'
import { useLanguage } from '../language.tsx'
import { PostDeeds } from './post-deeds.tsx'
import { standOf } from './post-stand.ts'
import { sayBacklog } from './posts-table.tsx'
import { sayAge, sayApart, sayClock, sayWhatToDo } from './said-post.ts'
import { StandMark } from './stand-mark.tsx'
import style from './posts.module.css'

interface PostDetailsProps {
  post: Post
  now: number
  onLeave: () => void
  onDone: () => Promise<void>
}

export function PostDetails({ post, now, onLeave, onDone }: PostDetailsProps): ReactNode {
  const { speak } = useLanguage()
  const mayDecide = useMayDecide()
  return (
    <section className={room.room} data-testid="post-details">
      <h2 className={style.head}>
        {shownText(post.name)}
        {post.mode === 'practice' && <small>{speak('post.mode.practice')}</small>}
      </h2>
      <p className={style.todo}>
        <StandMark stand={standOf(post, now)} />
        <span>{sayWhatToDo(speak, post, now)}</span>
      </p>
      <div className={style.columns}>
        <div className={style.column} tabIndex={0} role="region" aria-label={shownText(post.name)}>
          <PostFacts post={post} now={now} />
        </div>
        <div className={style.column}>
          {mayDecide ? (
            <PostDeeds post={post} onDone={onDone} onLeave={onLeave} />
          ) : (
            <>
              <p className={style.sentence}>{speak('page.viewer')}</p>
              <div className={style.deeds}>
                <Key deed="leave" label={speak('key.back')} onPress={onLeave} testId="post-leave" />
              </div>
            </>
          )}
        </div>
      </div>
    </section>
  )
}

function PostFacts({ post, now }: { post: Post; now: number }): ReactNode {
  const { speak } = useLanguage()
  const { lastContact, way, backlog, oldestWaiting, head, ownHead, entries, epochs, today, backedUp, trust } = post
  const apart = sayApart(speak, post)
  return (
    <FactList
      rows={[
        [
          speak('posts.contact'),
          lastContact === null
            ? speak('contact.never')
            : `${sayAge(speak, now - lastContact)} · ${formatInstant(lastContact)}${way ? ` · ${speak('contact.way', { way })}` : ''}`,
        ],
        [
          speak('posts.backlog'),
          `${sayBacklog(speak, backlog)}${oldestWaiting === null ? '' : `, ${speak('backlog.oldest', { oldestAt: oldestWaiting })}`}`,
        ],
        [
          speak('post.head'),
          ownHead === null ? speak('post.heads.unsaid', { head }) : speak('post.heads', { head, own: ownHead }),
        ],
        [speak('post.entries'), speak('post.entries.all', { entries, epochs })],
        [
          speak('posts.today'),
          `${speak('today', { crossings: today.crossings })} · ${speak('today.entries', { entries: today.entries })}`,
        ],
        [speak('posts.apart'), apart.length === 0 ? speak('apart.none') : apart.join(' · ')],
        [
          speak('post.backedUp'),
          backedUp === 0 ? speak('post.backedUp.none') : speak('post.backedUp.to', { backedUp }),
        ],
        [speak('posts.clock'), sayClock(speak, post.clock)],
        [speak('posts.version'), post.version === null ? '—' : shownText(post.version)],
        [speak('post.trust'), trust === null ? speak('post.trust.unsaid') : sayTrust(trust)],
        [speak('post.enrolment'), post.enrolment],
      ]}
    />
  )
}

/** The version of each list, as the kiosk names them. */
function sayTrust(trust: Readonly<Record<string, number>>): string {
  const lists = Object.entries(trust).map(([list, version]) => `${shownText(list)} ${version}`)
  return lists.length === 0 ? '—' : lists.join(' · ')
}

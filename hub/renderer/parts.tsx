/** The parts of the page under one head: what was counted today, and a key for each part. */
import { useState, type ReactNode } from 'react'
import { Key } from '../../renderer/ui/key.tsx'
import type { Posts } from '../../shared/hub-api/posts.ts'
import { formatInstant } from '../../shared/language/time.ts'
import { Alerts } from './alerts/alerts.tsx'
import { useHub } from './api/hub-context.ts'
import { Backup } from './backup/backup.tsx'
import { backupStand } from './backup/backup-stand.ts'
import { Enrol } from './enrol/enrol.tsx'
import { useLanguage } from './language.tsx'
import { PostDetails } from './posts/post-details.tsx'
import { PostsTable } from './posts/posts-table.tsx'
import { usePosts, type PostsSeen } from './posts/use-posts.ts'
import type { Preferring } from './preferences.ts'
import { Refused } from './refused.tsx'
import { useTouches } from './session/use-touches.ts'
import style from './page.module.css'

type Part = 'posts' | 'alerts' | 'enrol' | 'backup'

interface PartsProps {
  preferring: Preferring
  onLeave: () => void
}

export function Parts({ preferring, onLeave }: PartsProps): ReactNode {
  const { speak } = useLanguage()
  const at = useHub()
  const seen = usePosts(at)
  const [part, setPart] = useState<Part>('posts')
  const [opened, setOpened] = useState<string | null>(null)
  useTouches(at)
  const { posts, fault } = seen
  const go = (next: Part): void => {
    setPart(next)
    setOpened(null)
  }
  const { theme, turnTheme, turnLanguage } = preferring
  const now = seen.now()
  return (
    <div className={style.page}>
      <header className={style.head}>
        <h1 className={style.title}>{speak('page.title')}</h1>
        {posts && <Totals posts={posts} />}
        <span className={style.rest} />
        {posts && <span className={style.clock}>{formatInstant(now)}</span>}
      </header>
      <nav className={style.keys} aria-label={speak('page.nav')}>
        <Key
          deed="choice.1"
          label={speak('nav.posts')}
          onPress={() => go('posts')}
          pressed={part === 'posts'}
          testId="nav-posts"
        />
        <Key
          deed="choice.2"
          label={speak('nav.alerts', { alerts: alertsOf(posts) })}
          onPress={() => go('alerts')}
          pressed={part === 'alerts'}
          testId="nav-alerts"
        />
        <Key
          deed="choice.3"
          label={speak('nav.enrol')}
          onPress={() => go('enrol')}
          pressed={part === 'enrol'}
          testId="nav-enrol"
        />
        <Key
          deed="choice.4"
          label={`${speak('nav.backup')}${posts && backupStand(posts.backup, now) !== 'fine' ? ' (!)' : ''}`}
          onPress={() => go('backup')}
          pressed={part === 'backup'}
          testId="nav-backup"
        />
        <span className={style.rest} />
        <Key deed="theme" label={speak(`key.theme.${theme}`)} onPress={turnTheme} testId="theme" />
        <Key deed="language" label={speak('key.language')} onPress={turnLanguage} testId="language" />
        <Key
          deed="choice.0"
          label={speak('nav.leave', { name: at.session.name })}
          onPress={onLeave}
          testId="nav-leave"
        />
      </nav>
      <main className={style.part}>
        {fault && (
          <div className={style.notice}>
            <Refused why={fault} asOf={posts?.now ?? null} />
          </div>
        )}
        {posts ? (
          <OnePart part={part} posts={posts} seen={seen} opened={opened} onOpen={setOpened} />
        ) : (
          !fault && <p>{speak('page.asking')}</p>
        )}
      </main>
    </div>
  )
}

function Totals({ posts: { totals } }: { posts: Posts }): ReactNode {
  const { speak } = useLanguage()
  const { crossingsToday, entriesToday, backlog } = totals
  return (
    <p className={style.totals} data-testid="totals">
      {speak('page.today', { crossings: crossingsToday, entries: entriesToday })} · {speak('page.backlog', { backlog })}
    </p>
  )
}

/** Those of practice among them: the list has them too. */
const alertsOf = (posts: Posts | null): number => posts?.posts.reduce((sum, { alerts }) => sum + alerts, 0) ?? 0

interface OnePartProps {
  part: Part
  posts: Posts
  seen: PostsSeen
  opened: string | null
  onOpen: (enrolment: string | null) => void
}

function OnePart({ part, posts, seen, opened, onOpen }: OnePartProps): ReactNode {
  const now = seen.now()
  switch (part) {
    case 'posts': {
      const post = posts.posts.find(({ enrolment }) => enrolment === opened)
      if (!post) return <PostsTable posts={posts.posts} now={now} onOpen={onOpen} />
      return <PostDetails key={post.enrolment} post={post} now={now} onLeave={() => onOpen(null)} onDone={seen.again} />
    }
    case 'alerts':
      return <Alerts key={alertsOf(posts)} onSeen={seen.again} />
    case 'enrol':
      return <Enrol posts={posts} onInvited={seen.again} />
    case 'backup':
      return <Backup posts={posts} now={now} />
  }
}

/** The hub's copies: whether what posts may erase is safe, and what to do about it. */
import type { ReactNode } from 'react'
import { Fingerprint } from '../../../renderer/ui/fingerprint.tsx'
import { NoticeBar } from '../../../renderer/ui/notice-bar.tsx'
import room from '../../../renderer/ui/room.module.css'
import type { Posts } from '../../../shared/hub-api/posts.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import { FactList } from '../facts.tsx'
import { useLanguage } from '../language.tsx'
import { backupStand } from './backup-stand.ts'
import style from './backup.module.css'

const steps = {
  own: ['backup.own.1', 'backup.own.2', 'backup.own.3'],
  elsewhere: ['backup.elsewhere.1', 'backup.elsewhere.2'],
} as const

export function Backup({ posts, now }: { posts: Posts; now: number }): ReactNode {
  const { speak } = useLanguage()
  const { backup, server, hub } = posts
  const stand = backupStand(backup, now)
  return (
    <section className={room.room} data-testid="backup-part" data-stand={stand}>
      <h2 className={room.title}>{speak('backup.title')}</h2>
      {stand === 'fine' ? (
        <p className={style.fine}>
          <span aria-hidden="true">✓ </span>
          {speak('backup.fine')}
        </p>
      ) : (
        <NoticeBar testId="backup-due">{speak(`backup.${stand}`)}</NoticeBar>
      )}
      {backup.untried !== null && <NoticeBar>{speak('backup.untried', { untriedAt: backup.untried })}</NoticeBar>}
      {!hub.hasRecovery && <NoticeBar testId="backup-recovery">{speak('backup.recovery')}</NoticeBar>}
      <FactList
        rows={[
          [speak('backup.at'), backup.at === null ? speak('backup.never') : formatInstant(backup.at)],
          [speak('backup.waiting'), speak('backup.entries', { waiting: backup.waiting })],
          [speak('backup.database'), speak('backup.server', { server })],
          [speak('backup.version'), shownText(hub.version)],
        ]}
      />
      <h3 className={room.title}>{speak('backup.how')}</h3>
      <ol className={style.steps}>
        {steps[server].map((step) => (
          <li key={step}>{speak(step)}</li>
        ))}
      </ol>
      <h3 className={room.title}>{speak('backup.key')}</h3>
      <Fingerprint fingerprint={hub.fingerprint} label={speak('enrol.fingerprint', { fingerprint: hub.fingerprint })} />
    </section>
  )
}

/** What the hub tells and nobody has acknowledged: a post each, what it is, what to do. */
import { useEffect, useState, type ReactNode } from 'react'
import looks from '../../../renderer/ui/looks.module.css'
import room from '../../../renderer/ui/room.module.css'
import type { Alert } from '../../../shared/hub-api/alerts.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import type { NotDone } from '../api/ask.ts'
import { useHub, useMayDecide } from '../api/hub-context.ts'
import { useLanguage } from '../language.tsx'
import { Press } from '../press.tsx'
import { Refused } from '../refused.tsx'
import { byPost, type PostAlerts } from './by-post.ts'
import style from './alerts.module.css'

/** As they are when it is drawn; drawn anew where there are others. @param onSeen some were acknowledged */
export function Alerts({ onSeen }: { onSeen: () => Promise<void> }): ReactNode {
  const { speak } = useLanguage()
  const { hub, heard } = useHub()
  const [alerts, setAlerts] = useState<readonly Alert[] | null>(null)
  const [fault, setFault] = useState<NotDone | null>(null)
  useEffect(() => {
    const look = async (): Promise<void> => {
      const answer = heard(await hub.alerts())
      if (answer.done) setAlerts(answer.value)
      else setFault(answer)
    }
    void look()
  }, [hub, heard])
  const seen = async ({ enrolment, through }: PostAlerts): Promise<void> => {
    const answer = heard(await hub.acknowledge({ enrolment, through }))
    if (answer.done) await onSeen()
    else setFault(answer)
  }
  return (
    <section className={room.room} data-testid="alerts-part">
      <h2 className={room.title}>{speak('alerts.title')}</h2>
      {fault && <Refused why={fault} />}
      {alerts === null && !fault && <p className={room.sentence}>{speak('page.asking')}</p>}
      {alerts?.length === 0 && <p className={style.none}>{speak('alerts.none')}</p>}
      <ul className={looks.scroll} tabIndex={0} aria-label={speak('alerts.title')}>
        {byPost(alerts ?? []).map((post) => (
          <OfPost key={post.enrolment} post={post} onSeen={() => void seen(post)} />
        ))}
      </ul>
    </section>
  )
}

function OfPost({ post, onSeen }: { post: PostAlerts; onSeen: () => void }): ReactNode {
  const { speak } = useLanguage()
  const mayDecide = useMayDecide()
  const name = shownText(post.name)
  return (
    <li className={style.post} data-testid="alerts-of" data-name={name}>
      <div>
        <h3 className={room.title}>
          {name} {post.mode === 'practice' && <small>{speak('post.mode.practice')}</small>}
        </h3>
        <ol className={style.told}>
          {post.alerts.map(({ number, kind, seq, raisedAt }) => (
            <li key={number} data-kind={kind}>
              <b>{formatInstant(raisedAt)}</b> · {speak(`alert.${kind}`, { seq: seq ?? 0 })}
            </li>
          ))}
        </ol>
      </div>
      {mayDecide && <Press label={speak('alerts.seen', { name })} onPress={onSeen} testId="alerts-seen" />}
    </li>
  )
}

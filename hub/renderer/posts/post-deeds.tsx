/** What is decided about one post: a key each, and a question that names the post and what it does before anything is done. */
import { useState, type ReactNode } from 'react'
import { Key } from '../../../renderer/ui/key.tsx'
import room from '../../../renderer/ui/room.module.css'
import type { DeedDone, KioskDeed } from '../../../shared/hub-api/kiosk-deeds.ts'
import { entriesWaiting } from '../../../shared/hub-api/kiosk-status.ts'
import type { Post } from '../../../shared/hub-api/posts.ts'
import type { NotDone } from '../api/ask.ts'
import { useHub } from '../api/hub-context.ts'
import { useLanguage } from '../language.tsx'
import { Refused } from '../refused.tsx'
import { deedsFor } from './deeds-for.ts'
import { DoneLines } from './done-lines.tsx'
import style from './posts.module.css'

interface PostDeedsProps {
  post: Post
  onDone: () => Promise<void>
  onLeave: () => void
}

/** What goes on. */
type Deciding =
  | { step: 'none' }
  | { step: 'asked'; deed: KioskDeed }
  | { step: 'doing'; deed: KioskDeed }
  | { step: 'done'; deed: KioskDeed; done: DeedDone }
  | { step: 'refused'; why: NotDone }

const figures = { revoke: 'choice.5', release: 'choice.6', replace: 'choice.7', lost: 'choice.8' } as const

export function PostDeeds({ post, onDone, onLeave }: PostDeedsProps): ReactNode {
  const { speak } = useLanguage()
  const { hub, heard } = useHub()
  const [deciding, setDeciding] = useState<Deciding>({ step: 'none' })
  const { name, held } = post
  const waiting = entriesWaiting(post)
  const decide = async (deed: KioskDeed): Promise<void> => {
    setDeciding({ step: 'doing', deed })
    const answer = heard(await hub.decide(post.enrolment, deed, waiting))
    // Whoever is asked once more is asked with the number as it is now.
    if (answer.done || answer.why === 'entries-wait') await onDone()
    setDeciding(answer.done ? { step: 'done', deed, done: answer.value } : { step: 'refused', why: answer })
  }
  if (deciding.step === 'asked')
    return (
      <div className={style.ask} role="group" aria-label={speak(`deed.${deciding.deed}`)} data-testid="deed-ask">
        <p className={style.sentence} data-decides>
          {speak(`deed.ask.${deciding.deed}`, { name, held, waiting })}
        </p>
        <div className={style.deeds}>
          <Key
            deed="leave"
            label={speak('deed.no')}
            onPress={() => setDeciding({ step: 'none' })}
            marked
            testId="deed-no"
          />
          <Key
            deed="step.agree"
            label={speak(`deed.do.${deciding.deed}`, { name })}
            onPress={() => void decide(deciding.deed)}
            testId="deed-do"
          />
        </div>
      </div>
    )
  if (deciding.step === 'doing') return <p className={style.sentence}>{speak('deed.doing')}</p>
  return (
    <>
      {deciding.step === 'refused' && <Refused why={deciding.why} />}
      {deciding.step === 'done' && <DoneLines deed={deciding.deed} done={deciding.done} />}
      <h3 className={room.title}>{speak('post.decide')}</h3>
      <div className={style.deeds}>
        {deedsFor(post).map((deed) => (
          <Key
            key={deed}
            deed={figures[deed]}
            label={speak(`deed.${deed}`)}
            onPress={() => setDeciding({ step: 'asked', deed })}
            testId={`deed-${deed}`}
          />
        ))}
      </div>
      <div className={style.deeds}>
        <Key deed="leave" label={speak('key.back')} onPress={onLeave} testId="post-leave" />
      </div>
    </>
  )
}

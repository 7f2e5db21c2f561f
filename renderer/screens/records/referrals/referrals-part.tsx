/** The open referrals: who was sent to the medical post and is waited for, the newest first, a line a person. */
import type { ReactNode } from 'react'
import type { ReferralLine } from '../../../../shared/contract/referral-schemas.ts'
import { sayPlates } from '../../../../shared/language/plate-words.ts'
import { formatInstant } from '../../../../shared/language/time.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { NoticeBar } from '../../../ui/notice-bar.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { sayTraveller } from '../crossing/said-crossing.ts'
import { sayAgo, sayReferred } from './said-referral.ts'
import { useReferrals, type ReferralsNow } from './use-referrals.ts'
import looks from '../../../ui/looks.module.css'
import room from '../../../ui/room.module.css'
import style from './referrals.module.css'

export function ReferralsPart({ onOpen }: { onOpen: (seq: number) => void }): ReactNode {
  const { speak } = useLanguage()
  return (
    <section className={style.part} aria-label={speak('referrals.title')}>
      <p className={room.sentence}>{speak('referrals.how')}</p>
      <ReferralLines referrals={useReferrals()} now={useNow()} onOpen={onOpen} />
    </section>
  )
}

interface ReferralLinesProps {
  referrals: ReferralsNow
  /** Epoch milliseconds. */
  now: number
  onOpen: (seq: number) => void
}

/** The lines, or why there are none. */
export function ReferralLines({ referrals, now, onOpen }: ReferralLinesProps): ReactNode {
  const { speak } = useLanguage()
  if (referrals.kind === 'asking') return <p className={style.none}>{speak('referrals.asking')}</p>
  if (referrals.kind === 'failed') return <NoticeBar>{speak('referrals.failed')}</NoticeBar>
  const { lines, more } = referrals.answer
  if (lines.length === 0) return <p className={style.none}>{speak('referrals.none')}</p>
  return (
    <>
      {more && <p className={looks.fault}>{speak('referrals.more', { lines: lines.length })}</p>}
      <ol className={looks.scroll} data-testid="referrals-open">
        {lines.map((line, index) => (
          // Two people of one crossing may say the same.
          <li key={`${line.crossing} ${index}`}>
            <Referral line={line} now={now} onOpen={() => onOpen(line.crossing)} />
          </li>
        ))}
      </ol>
    </>
  )
}

function Referral({ line, now, onOpen }: { line: ReferralLine; now: number; onOpen: () => void }): ReactNode {
  const { locale, speak } = useLanguage()
  return (
    <button type="button" className={style.line} data-seq={line.crossing} onClick={onOpen}>
      <b className={style.ago}>{sayAgo(speak, line.at, now)}</b>
      <time className={style.time}>
        {formatInstant(line.at)}
        {line.enteredLater && <b> {speak('records.later')}</b>}
      </time>
      <b className={style.plate}>{sayPlates(locale, line)}</b>
      <span className={style.who}>
        <b>{sayTraveller(speak, line)}</b>
        <span>{sayReferred(locale, speak, line)}</span>
      </span>
    </button>
  )
}

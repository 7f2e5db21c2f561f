/** The bars above the room: what is wrong with the kiosk itself, and what to do. They push nothing off the screen. */
import type { ReactNode } from 'react'
import type { ShownCrossing } from '../../shared/contract/crossing-schemas.ts'
import { fullnessFinding } from '../../shared/domain/crossing/room.ts'
import { sayFinding } from '../../shared/language/say.ts'
import type { LinkState } from '../rpc/link.ts'
import { useLanguage } from '../i18n/language.tsx'
import { Key } from '../ui/key.tsx'
import { canConfirm, type KioskState } from './kiosk-state.ts'
import { whyUnwritten, type PictureNotice } from './scans/scan-state.ts'
import { NoticeBar } from '../ui/notice-bar.tsx'
import { sayClockNotice, sayTrustDamage, sayTrustNotices } from './standing-words.ts'
import { DutyNotice } from './session/duty-notice.tsx'
import { useFrame } from './use-frame.ts'
import style from './frame.module.css'

/** @param now epoch milliseconds */
export function Notices({ now }: { now: number }): ReactNode {
  const { speak } = useLanguage()
  const { kiosk: state, scan, confirmClock } = useFrame()
  const { link, kiosk, settingsFailed, crossing } = state
  const unwritten = whyUnwritten(scan, crossing)
  // What was last known of the program is not known to hold while it cannot be reached.
  if (link !== 'open') {
    return (
      <div className={style.notices}>
        <NoticeBar testId="link" action={endable.has(link) && <Retry />}>
          {speak(`link.${link}`)}
        </NoticeBar>
      </div>
    )
  }
  return (
    <div className={style.notices}>
      <ClockNotice state={state} now={now} onConfirm={confirmClock} />
      <TrustNotice state={state} />
      {kiosk?.standing.journal && (
        <NoticeBar testId="journal-notice">{speak(`journal.${kiosk.standing.journal}`)}</NoticeBar>
      )}
      {kiosk?.standing.overdue && (
        <NoticeBar testId="overdue-notice">
          {speak('journal.overdue', { ...kiosk.standing.overdue, policy: kiosk.standing.overdue.policy ?? 0 })}
        </NoticeBar>
      )}
      <UnclaimedNotice />
      <DutyNotice />
      {unwritten && <NoticeBar testId="unsaved">{speak(`unsaved.${unwritten}`)}</NoticeBar>}
      {crossing?.notDone && <NotDone why={crossing.notDone} />}
      {settingsFailed && <NoticeBar>{speak('settings.failed')}</NoticeBar>}
      {scan.inert && <NoticeBar testId="inert">{speak(`inert.${scan.inert}`)}</NoticeBar>}
      {scan.picture && <PictureSentence picture={scan.picture} />}
    </div>
  )
}

/** A real kiosk that has no officers: whoever is there may do everything, and nobody answers for it. */
function UnclaimedNotice(): ReactNode {
  const { speak } = useLanguage()
  const { kiosk, place, go } = useFrame()
  const { mode, session } = kiosk.kiosk ?? {}
  if (mode !== 'real' || session?.claimed !== false || place.room === 'officers') return null
  return (
    <NoticeBar
      testId="unclaimed"
      action={
        <Key deed="sign-in" label={speak('officers.first')} onPress={() => go('officers')} testId="to-officers" />
      }
    >
      {speak('officers.unclaimed')}
    </NoticeBar>
  )
}

/** Where another try of the page is the way out. */
const endable: ReadonlySet<LinkState> = new Set<LinkState>(['lost', 'taken-over'])

function Retry(): ReactNode {
  const { speak } = useLanguage()
  return <Key deed="retry" label={speak('key.retry')} onPress={() => location.reload()} testId="retry" />
}

/** A picture with one code in it needs no word: its verdict is there. */
function PictureSentence({ picture }: { picture: PictureNotice }): ReactNode {
  const { speak } = useLanguage()
  if (picture.kind !== 'codes') {
    const values = picture.kind === 'unsupported' ? { name: picture.name } : {}
    return <NoticeBar testId="picture">{speak(pictureSentences[picture.kind], values)}</NoticeBar>
  }
  const { codes, others } = picture
  return codes + others > 1 && <NoticeBar testId="picture">{speak('image.found', { codes, others })}</NoticeBar>
}

function NotDone({ why }: { why: NonNullable<ShownCrossing['notDone']> }): ReactNode {
  const { locale, speak } = useLanguage()
  const sentence = why === 'not-reopened' ? speak('notDone.not-reopened') : sayFinding(locale, fullnessFinding(why))
  return <NoticeBar testId="not-done">{sentence}</NoticeBar>
}

const pictureSentences = {
  reading: 'image.reading',
  none: 'image.none',
  unopened: 'image.unopened',
  'too-large': 'image.tooLarge',
  'too-hard': 'image.tooHard',
  unsupported: 'image.unsupported',
} as const

function TrustNotice({ state: { kiosk } }: { state: KioskState }): ReactNode {
  const { locale, speak } = useLanguage()
  if (!kiosk) return null
  const { trust } = kiosk.standing
  const damage = sayTrustDamage(speak, trust)
  const sentences = [...(damage === null ? [] : [damage]), ...sayTrustNotices(locale, speak, trust.ages)]
  if (sentences.length === 0) return null
  return (
    <NoticeBar testId="trust-notice">
      {sentences.map((sentence) => (
        <span key={sentence} className={style.sentence}>
          {sentence}
        </span>
      ))}
    </NoticeBar>
  )
}

interface ClockNoticeProps {
  state: KioskState
  now: number
  onConfirm: () => void
}

function ClockNotice({ state: { kiosk, clockConfirmation }, now, onConfirm }: ClockNoticeProps): ReactNode {
  const { speak } = useLanguage()
  const sentence = kiosk && sayClockNotice(speak, kiosk.standing.clock, clockConfirmation, now)
  if (!sentence) return null
  const label = clockConfirmation === 'asked' ? 'key.clockAgain' : 'key.clock'
  const key = <Key deed="clock.confirm" label={speak(label)} onPress={onConfirm} testId="confirm-clock" />
  return (
    <NoticeBar testId="clock-notice" action={canConfirm(kiosk.standing) ? key : null}>
      {sentence}
    </NoticeBar>
  )
}

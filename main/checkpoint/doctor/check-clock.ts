/** Is the clock plausible, and the zone that of the checkpoint? */
import type { Check } from '../../../shared/contract/set-up.ts'
import { doubtClock } from '../../../shared/domain/time/clock-guard.ts'
import type { Checkpoint } from '../../profile/index.ts'
import { check } from './check.ts'

const sentences = {
  good: {
    vi: 'Đồng hồ máy: {nowAt}, không trái với điều gì đã biết.',
    en: 'The clock says {nowAt}, which nothing contradicts.',
  },
  behind: {
    vi: 'Đồng hồ máy ({nowAt}) chậm hơn việc đã xảy ra lúc {knownAt}. Hãy chỉnh ngày giờ của máy rồi mở lại Chốt.',
    en: 'The clock ({nowAt}) is behind something that happened at {knownAt}. Set this computer’s date and time, then start Chốt again.',
  },
  'far-ahead': {
    vi: 'Đồng hồ máy ({nowAt}) chạy trước việc cuối cùng đã biết ({knownAt}) hơn một năm. Hãy kiểm tra ngày giờ của máy.',
    en: 'The clock ({nowAt}) is more than a year ahead of the last thing that is known ({knownAt}). Check this computer’s date and time.',
  },
  zone: {
    vi: 'Múi giờ của máy là {zone}, đúng với chốt.',
    en: 'The zone of this computer is {zone}, as the checkpoint’s.',
  },
  unasked: {
    vi: 'Chốt không ghi múi giờ nên múi giờ của máy ({zone}) không được kiểm tra. Hãy đặt bằng "npx chot checkpoint set --zone +07:00".',
    en: 'The checkpoint names no zone, so that of this computer ({zone}) is not checked. Name it with "npx chot checkpoint set --zone +07:00".',
  },
  other: {
    vi: 'Múi giờ của máy là {zone}, của chốt là {expected}. Hãy chỉnh múi giờ của máy; nếu chốt ghi sai thì dùng "npx chot checkpoint set --zone".',
    en: 'The zone of this computer is {zone}, the checkpoint’s is {expected}. Set this computer’s zone; if the checkpoint’s is wrong, use "npx chot checkpoint set --zone".',
  },
} as const

/** `+07:00` for 420. */
export function writeZone(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}

/** Is the clock plausible? @param known instants that certainly have passed, epoch milliseconds */
export function checkClock(now: number, known: readonly (number | null)[], toleranceMinutes: number): Check {
  const instants = known.filter((instant) => instant !== null)
  const knownAt = instants.length > 0 ? Math.max(...instants) : null
  const evidence = { highWater: knownAt, zoneMinutes: 0, expectedZoneMinutes: null }
  const doubt = doubtClock(evidence, now, toleranceMinutes)
  return doubt === 'behind' || doubt === 'far-ahead'
    ? check('clock', 'bad', sentences[doubt], { nowAt: now, knownAt: knownAt ?? 0 })
    : check('clock', 'good', sentences.good, { nowAt: now })
}

/** Is this computer's zone the checkpoint's? @param now epoch milliseconds */
export function checkZone(now: number, checkpoint: Checkpoint): Check {
  const minutes = -new Date(now).getTimezoneOffset()
  const [zone, expected] = [writeZone(minutes), checkpoint.zoneMinutes]
  if (expected === undefined) return check('zone', 'look', sentences.unasked, { zone })
  if (expected === minutes) return check('zone', 'good', sentences.zone, { zone })
  return check('zone', 'bad', sentences.other, { zone, expected: writeZone(expected) })
}

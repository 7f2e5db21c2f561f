/** The clock's watch on a profile: the laptop's own zone against the checkpoint's. */
import type { Checkpoint } from '../profile/index.ts'
import type { TrustKeeper } from '../trust/index.ts'
import { ClockWatch, type ClockSources } from './clock-watch.ts'

/** Minutes east of UTC that the laptop's zone is set to. */
function zoneMinutesAt(now: number): number {
  return -new Date(now).getTimezoneOffset()
}

/** Begins to watch; says so in the log where nothing tells which zone is right. */
export function watchClock(
  parts: Pick<ClockSources, 'now' | 'journal'> & {
    checkpoint: Checkpoint
    trust: TrustKeeper
    log: (line: string) => void
  },
): ClockWatch {
  const { checkpoint, trust, journal, now, log } = parts
  if (checkpoint.zoneMinutes === undefined && checkpoint.mode === 'real') {
    log(
      'checkpoint.json không có zoneMinutes nên múi giờ của máy không được kiểm tra. Hãy đặt bằng "npx chot checkpoint set --zone +07:00" cho giờ Hà Nội. / ' +
        'checkpoint.json has no zoneMinutes, so the zone of this machine is not checked. Set it with "npx chot checkpoint set --zone +07:00" for Hanoi time.',
    )
  }
  return new ClockWatch({
    now,
    zoneMinutes: () => zoneMinutesAt(now()),
    expectedZoneMinutes: checkpoint.zoneMinutes ?? null,
    journal,
    trust: () => trust.store,
  })
}

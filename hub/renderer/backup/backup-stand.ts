/** Whether there is a copy that counts, and whether it is old: a pure rule. */
import type { Posts } from '../../../shared/hub-api/posts.ts'

/** A copy is made each day. Milliseconds; an hour more than a day, for whoever comes later today than yesterday. */
export const backupDue = 25 * 3_600_000

export type BackupStand = 'none' | 'old' | 'fine'

/** @param now by the hub's clock, epoch milliseconds */
export function backupStand({ at, waiting }: Posts['backup'], now: number): BackupStand {
  if (at === null) return 'none'
  // Where nothing came since, the last copy has everything, however old it is.
  return waiting > 0 && now - at > backupDue ? 'old' : 'fine'
}

/** Looks at everything that a checkpoint stands on, also of a profile that cannot be opened. Nothing is changed. */
import type { Check } from '../../../shared/contract/set-up.ts'
import type { Secrets } from '../../ports.ts'
import { profilePaths } from '../../profile/index.ts'
import { checkClock, checkZone } from './check-clock.ts'
import { checkDisk } from './check-disk.ts'
import { checkJournal } from './check-journal.ts'
import { checkPort, checkVersions } from './check-machine.ts'
import { checkProfile } from './check-profile.ts'
import { checkSecret } from './check-secret.ts'
import { checkTrust, lookAtTrust, type BelievedLook } from './check-trust.ts'

/** What is looked at. `now`: epoch milliseconds. */
export interface Examined {
  profile: string
  version: string
  now: () => number
  secrets: Secrets
  /** Of a kiosk that is open here; absent: they are read from the disk. */
  trust?: BelievedLook
  journal?: { doubts: readonly unknown[] }
  /** The folder of this user's settings where a journal's end is marked once more; absent: it is not asked. */
  ends?: string
  /** That Chốt is started with; absent: any, or it runs already. */
  port?: number
}

/** One thing after the other. */
export async function doctor({
  profile,
  version,
  now,
  secrets,
  trust,
  journal,
  ends,
  port,
}: Examined): Promise<Check[]> {
  const { checks, checkpoint, set } = checkProfile(profile)
  const machine = [await checkPort(port ?? 0), checkVersions(version)]
  if (!set) return [...checks, ...machine]
  const mode = checkpoint?.mode ?? null
  const paths = profilePaths(profile)
  const secret = await checkSecret(profile, secrets)
  const looked = checkJournal(profile, secret.keys, mode, journal ?? { ends })
  const believed = trust ?? lookAtTrust(paths.trust, mode)
  const trusted = 'what' in believed ? null : believed
  const { published, policy } = trusted?.store ?? { published: {}, policy: null }
  return [
    ...checks,
    ...secret.checks,
    ...looked.checks,
    checkDisk(profile),
    checkClock(now(), [looked.lastAt, ...Object.values(published)], policy?.clockToleranceMinutes ?? 0),
    ...(checkpoint ? [checkZone(now(), checkpoint)] : []),
    ...('what' in believed ? [believed] : checkTrust(believed, now())),
    ...machine,
  ]
}

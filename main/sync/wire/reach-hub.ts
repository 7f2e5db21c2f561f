/** How this profile's hub is reached: by the authorities that the system believes, and by those of private servers that the profile keeps. */
import { keptAuthorities } from '../../private-servers/index.ts'
import { proxyEnv, type Checkpoint } from '../../profile/index.ts'
import { hubFetch } from './hub-fetch.ts'
import type { Fetch } from './wire.ts'

/**
 * A way to the hub, as the profile says now.
 * @param proxy the checkpoint's own; absent: as the computer's environment says
 */
export const reachHub = (profile: string, { proxy }: Pick<Checkpoint, 'proxy'>): Fetch =>
  hubFetch({ authorities: keptAuthorities(profile), env: proxyEnv(proxy, process.env) })

/** Trust while the kiosk is open: what is believed is looked at, brought up to date, and believed without a start. */
import type { Emit } from '../../shared/contract/contract.ts'
import type { trustMethods } from '../../shared/contract/trust.ts'
import type { Journal } from '../journal/index.ts'
import type { Room } from '../room.ts'
import { takeRoot } from './install-root.ts'
import { owesEntries, recordTrust } from './record-belief.ts'
import { findSticks } from './sticks/find-sticks.ts'
import { stickPlaces } from './sticks/stick-places.ts'
import { atSticks } from './sticks/waiting-room.ts'
import type { TrustKeeper } from './trust-keeper.ts'
import { trustState } from './trust-state.ts'
import type { UpdateGround } from './update/update-trust.ts'
import { TrustUpdates } from './update/trust-updates.ts'

/** Opens the room. @param parts `now`: epoch milliseconds */
export function trustRoom(parts: {
  trust: TrustKeeper
  journal: Journal
  /** The checkpoint, now and after a change. */
  checkpoint: UpdateGround['checkpoint']
  standing: { announce(): void }
  now: () => number
  log: (line: string) => void
  emit: Emit
}): Room<keyof typeof trustMethods> {
  const { trust, journal, checkpoint, standing, now, log, emit } = parts
  const updates = new TrustUpdates({ keeper: trust, journal, now, checkpoint }, emit)
  const state = () => trustState(trust, updates.last, now())
  const changed = (): void => {
    emit('trust.changed', state())
    standing.announce()
  }
  return {
    handlers: {
      'trust.read': state,
      'trust.sticks'() {
        const own = { root: trust.root, version: trust.publication?.versions.timestamp ?? null, now: now() }
        return findSticks(stickPlaces(process.platform), own, atSticks)
      },
      async 'trust.update'(place) {
        const answer = await updates.run(place)
        if (answer.outcome !== 'busy' && !updates.closed) changed()
        return answer
      },
      async 'trust.install'({ root }) {
        const answer = await takeRoot(Buffer.from(root, 'base64'), trust, parts)
        if (answer.installed) changed()
        return answer
      },
      'trust.stop': () => ({ stopped: updates.stop() }),
    },
    beat() {
      try {
        const renewed = trust.refresh()
        if (renewed || owesEntries(trust)) recordTrust(journal, trust, now())
        if (renewed) changed()
      } catch (error) {
        log(`trust: ${error instanceof Error ? error.message : String(error)}`)
      }
    },
    close: () => updates.close(),
  }
}

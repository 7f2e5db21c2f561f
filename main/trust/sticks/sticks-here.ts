/** The sticks that are plugged in, told from what a profile believes whose kiosk is closed. */
import type { FoundPlace } from '../../../shared/contract/trust.ts'
import { findAnchor } from '../anchor.ts'
import { readBelieved } from '../believed.ts'
import { findSticks, type Own } from './find-sticks.ts'
import { stickPlaces } from './stick-places.ts'
import { WaitingRoom } from './waiting-room.ts'

function ownOf(folder: string, now: number): Own {
  const anchor = findAnchor(folder, null)
  if (anchor.kind !== 'root') return { root: null, version: null, now }
  const believed = readBelieved(folder, null)
  const version = believed.from === 'repository' ? (believed.generation?.versions.timestamp ?? null) : null
  return { root: anchor.root, version, now }
}

/** Looks at every stick. @param folder the profile's trust folder @param now epoch milliseconds */
export function sticksHere(folder: string, now: number): Promise<FoundPlace[]> {
  return findSticks(stickPlaces(process.platform), ownOf(folder, now), new WaitingRoom())
}

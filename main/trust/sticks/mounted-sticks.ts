/** The sticks that are plugged in, as places to write to. */
import { basename } from 'node:path'
import { sticksAt } from './find-sticks.ts'
import { isMounted } from './stick-itself.ts'
import { stickPlaces } from './stick-places.ts'
import { atSticks } from './waiting-room.ts'

/** Each by its folder and its name. One that does not answer is left out. */
export async function mountedSticks(): Promise<{ path: string; name: string }[]> {
  const { sticks } = await sticksAt(stickPlaces(process.platform), atSticks)
  const mounted = await atSticks.ask(sticks, async (path) => ((await isMounted(path)) ? [path] : []))
  return mounted.flat().map((path) => ({ path, name: basename(path) || path }))
}

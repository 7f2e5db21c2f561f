/**
 * One start of a kiosk's trust in a process of its own: opens a profile's trust folder, and prints as one JSON line how
 * long it took and what it weighs. Run with `--expose-gc`.
 */
import { TrustKeeper } from '../../main/trust/index.ts'

/** What one start measured. */
export interface Load {
  milliseconds: number
  /** Bytes of the JavaScript heap and of buffers outside it, after collection. */
  heap: number
  /** Bytes of the process in memory, after collection. */
  resident: number
}

const [folder = ''] = process.argv.slice(2)
const begin = performance.now()
const keeper = await TrustKeeper.open({ folder, mode: 'real' }, Date.now)
const milliseconds = performance.now() - begin
globalThis.gc?.()
const { external, heapUsed, rss } = process.memoryUsage()
const load: Load = { milliseconds, heap: heapUsed + external, resident: rss }
process.stdout.write(`${JSON.stringify({ ...load, keys: keeper.store.keys.size })}\n`)

/**
 * User Timing marks from which a benchmark reads how long a scan takes. A field machine keeps them too, so they are
 * cleared before they grow: `chot:decode` (one measure a frame), and for each scan `chot:frame` (the frame that held
 * the code arrived), `chot:decoded` and `chot:verdict-painted`.
 */

/** What is known about how a camera scan came to be. Both in milliseconds, `frameAt` on performance.now()'s clock. */
export interface FrameTiming {
  frameAt: number
  decodeMs: number
}

const mostKept = 300
const kept = new Map<string, number>()

function keepBounded(name: string, clear: (name: string) => void): void {
  const count = (kept.get(name) ?? 0) + 1
  if (count > mostKept) clear(name)
  kept.set(name, count > mostKept ? 1 : count)
}

function mark(name: string, options: PerformanceMarkOptions): void {
  keepBounded(name, (full) => performance.clearMarks(full))
  performance.mark(name, options)
}

/** A frame has been through the decoder, with or without a code in it. `frameAt` as in FrameTiming. */
export function measureDecode({ frameAt, decodeMs }: FrameTiming): void {
  keepBounded('chot:decode', (full) => performance.clearMeasures(full))
  performance.measure('chot:decode', { start: frameAt, end: performance.now(), detail: { decodeMs } })
}

/** The frame of scan number `scan` held a code that counts. */
export function markDecoded(scan: number, { frameAt, decodeMs }: FrameTiming): void {
  mark('chot:frame', { startTime: frameAt, detail: { scan } })
  mark('chot:decoded', { detail: { scan, decodeMs } })
}

/** Marks the verdict of scan number `scan` once the browser has painted what has just been rendered. */
export function markPainted(scan: number): void {
  requestAnimationFrame(() => setTimeout(() => mark('chot:verdict-painted', { detail: { scan } })))
}

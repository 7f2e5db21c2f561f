/** The page's own User Timing entries (renderer/scanner/scan-timing.ts), brought out of it. */
import type { JSHandle, Page } from '@playwright/test'

/** One decoded frame: when it arrived, on the page's clock, and how long the decoder worked on it. Milliseconds. */
export interface Frame {
  at: number
  decodeMs: number
}

/** A verdict on the screen: when its frame arrived and when it was painted. Epoch milliseconds. */
export interface PaintedVerdict {
  frameAt: number
  paintedAt: number
}

/** Collects the frames that the page decodes from now on. They are taken out with `takeFrames`. */
export function observeFrames(page: Page): Promise<JSHandle<Frame[]>> {
  return page.evaluateHandle(() => {
    const frames: Array<{ at: number; decodeMs: number }> = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntriesByName('chot:decode')) {
        const detail: unknown = (entry as PerformanceMeasure).detail
        const decodeMs: unknown = typeof detail === 'object' && detail !== null ? Reflect.get(detail, 'decodeMs') : null
        if (typeof decodeMs === 'number') frames.push({ at: entry.startTime, decodeMs })
      }
    }).observe({ type: 'measure' })
    return frames
  })
}

/** Takes the frames collected so far. */
export function takeFrames(frames: JSHandle<Frame[]>): Promise<Frame[]> {
  return frames.evaluate((collected) => collected.splice(0))
}

/** Answers with the next verdict that is painted. The page listens once the answer to any later call has come. */
export function nextVerdict(page: Page): Promise<PaintedVerdict> {
  return page.evaluate(
    () =>
      new Promise<{ frameAt: number; paintedAt: number }>((resolve) => {
        let frameAt = Number.NaN
        const observer = new PerformanceObserver((list) => {
          for (const { name, startTime } of list.getEntries()) {
            const at = performance.timeOrigin + startTime
            if (name === 'chot:frame') frameAt = at
            if (name === 'chot:verdict-painted' && !Number.isNaN(frameAt)) {
              observer.disconnect()
              resolve({ frameAt, paintedAt: at })
            }
          }
        })
        observer.observe({ type: 'mark' })
      }),
  )
}

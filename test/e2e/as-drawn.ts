/** A key that is struck the very moment that something of a page is drawn, before anything that the page does afterwards. */
import type { Page } from '@playwright/test'
import { handPace } from './keyboard.ts'

/** Strikes `key` the moment that what has this test id is drawn, and another one as much later as a hand does. */
export function strikesAsDrawn(page: Page, testId: string, key: string): Promise<void> {
  return page.evaluate(
    ([drawn, struck, pace]) => {
      const down = (each: string) => window.dispatchEvent(new KeyboardEvent('keydown', { key: each, code: each }))
      // Told in a microtask, which comes before every timer and message of the page.
      const observer = new MutationObserver(() => {
        if (!document.querySelector(`[data-testid="${drawn}"]`)) return
        observer.disconnect()
        down(struck)
        const next = performance.now() + pace
        while (performance.now() < next);
        down('Shift')
      })
      observer.observe(document.body, { childList: true, subtree: true })
    },
    [testId, key, handPace] as const,
  )
}

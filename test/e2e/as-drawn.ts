/** What a page is the very moment that something of it is drawn, before anything that it does afterwards. */
import type { Page } from '@playwright/test'

/** Strikes `key` the moment that what has this test id is drawn, and lets it stand as long as a hand's key does. */
export function strikesAsDrawn(page: Page, testId: string, key: string): Promise<void> {
  return page.evaluate(
    ([drawn, struck]) => {
      const down = (each: string) => window.dispatchEvent(new KeyboardEvent('keydown', { key: each, code: each }))
      // Of the microtasks, which come before every timer and message of the page.
      const observer = new MutationObserver(() => {
        if (!document.querySelector(`[data-testid="${drawn}"]`)) return
        observer.disconnect()
        down(struck)
        const next = performance.now() + 65
        while (performance.now() < next);
        down('Shift')
      })
      observer.observe(document.body, { childList: true, subtree: true })
    },
    [testId, key] as const,
  )
}

/** Does something, and answers the name of the element that has the focus the moment that what has this test id is drawn. */
export async function focusAsDrawn(page: Page, testId: string, act: () => Promise<void>): Promise<string | null> {
  const looking = await page.evaluateHandle((drawn) => {
    const found = Promise.withResolvers<string | null>()
    const observer = new MutationObserver(() => {
      if (!document.querySelector(`[data-testid="${drawn}"]`)) return
      observer.disconnect()
      found.resolve(document.activeElement?.nodeName ?? null)
    })
    observer.observe(document.body, { childList: true, subtree: true })
    return { found: found.promise }
  }, testId)
  await act()
  return looking.evaluate(({ found }) => found)
}

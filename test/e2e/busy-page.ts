/** A page whose main thread is at work, as it is on a machine that does something else: keys wait, and none may be lost. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'

/** Milliseconds from key to key that a machine which holds keys up does not make one stroke of. */
export const unhurried = 200

/** Does something while the page is busy, and resolves when both are over. */
export async function whileBusy(page: Page, act: () => Promise<void>): Promise<void> {
  const busy = page.evaluate(() => {
    const end = performance.now() + 1_500
    while (performance.now() < end);
  })
  // The page is let begin its work; were it late, what is done would only be easier.
  await pause(200)
  await act()
  await busy
}

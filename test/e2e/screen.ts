/** The kiosk's screen as the specs read it: the marks that the page carries for them, and what they say. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Outcome } from '../../shared/domain/finding/verdict.ts'
import type { FindingCode } from '../../shared/domain/finding/finding-codes.ts'
import type { CodeName } from './demo-checkpoint.ts'

/** What each demo code must be shown as. */
export const expected: Record<CodeName, { outcome: Outcome; code: FindingCode | null }> = {
  valid: { outcome: 'accepted', code: null },
  expired: { outcome: 'rejected', code: 'period-expired' },
  positive: { outcome: 'rejected', code: 'result-positive' },
  forged: { outcome: 'rejected', code: 'signature-mismatch' },
  'unknown-key': { outcome: 'check', code: 'key-unknown' },
  card: { outcome: 'check', code: 'result-missing' },
}

export const verdict = (page: Page): Locator => page.getByTestId('verdict')
export const dayTotal = (page: Page): Locator => page.getByTestId('day-total')
export const lastCrossings = (page: Page): Locator => page.getByTestId('last-crossings').locator('li')
export const travellers = (page: Page): Locator => page.getByTestId('travellers').locator('[data-traveller]')

/** Waits until the camera's picture is on the screen. */
export async function seesPicture(page: Page): Promise<void> {
  await expect(page.getByTestId('camera')).toHaveAttribute('data-state', 'live')
}

/** Waits until the screen shows the verdict of a demo code. */
export async function shows(page: Page, name: CodeName): Promise<void> {
  const { outcome, code } = expected[name]
  await expect(verdict(page)).toHaveAttribute('data-outcome', outcome)
  if (code) await expect(verdict(page)).toHaveAttribute('data-code', code)
}

/** Lets those pass who are there: they are counted, as it is asked for. */
export async function admitsCounted(page: Page, people: number): Promise<void> {
  await page.keyboard.press('F1')
  await expect(page.getByTestId('people')).toBeFocused()
  await page.keyboard.type(String(people), { delay: 80 })
  await page.keyboard.press('Enter')
}

/** Goes to a room, by the list of them. */
export async function enters(
  page: Page,
  room: 'records' | 'reports' | 'sync' | 'set-up' | 'shift' | 'officers' | 'help',
): Promise<void> {
  await page.getByTestId('menu').click()
  await page.getByTestId(`room-${room}`).click()
  await expect(page.getByTestId(`${room}-screen`)).toBeVisible()
}

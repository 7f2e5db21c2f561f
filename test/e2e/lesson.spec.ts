/** The guided lesson: one key leads through ten people, and the lane is worked as ever. */
import type { Page } from '@playwright/test'
import { lessonSteps } from '../../shared/domain/lesson.ts'
import { expect, test } from './fixtures.ts'
import { recordedScans } from './journal-file.ts'
import { verdict } from './screen.ts'

const lesson = (page: Page) => page.getByTestId('lesson')

/** The key that makes the lesson go on. */
async function presses(page: Page, phase: 'meet' | 'decide' | 'told' | 'done'): Promise<void> {
  await page.keyboard.press('Control+B')
  await expect(lesson(page)).toHaveAttribute('data-phase', phase)
}

const keyOf = { admitted: 'F1', refused: 'F2', referred: 'F3' } as const

test('ten people come, and whoever does what is right for each is told so', async ({ page, profile }) => {
  await presses(page, 'meet')
  let before = ''
  for (const [at, { name, right }] of lessonSteps.entries()) {
    await expect(lesson(page)).toContainText(`${at + 1}/10`)
    await presses(page, 'decide')
    // The one before may still be in sight.
    await expect(verdict(page), name).toHaveAttribute('data-seq', /\d/)
    await expect(verdict(page), name).not.toHaveAttribute('data-seq', before)
    before = (await verdict(page).getAttribute('data-seq')) ?? ''
    const [decision] = right
    if (decision) {
      const reasons = page.getByTestId('reasons')
      const told = page.locator('[data-testid="lesson"][data-phase="told"]')
      // So soon behind the decision before it is a second press of the same finger: no hand is as quick, and this one tries again.
      await expect(async () => {
        await page.keyboard.press(keyOf[decision])
        await expect(told.or(reasons)).toBeVisible({ timeout: 5_000 })
      }).toPass()
      // Whatever departs from the verdict wants a reason here as well.
      if (await reasons.isVisible()) await page.keyboard.press('1')
    } else await page.keyboard.press('Control+B')
    await expect(lesson(page), name).toHaveAttribute('data-right', 'true')
    await presses(page, at === lessonSteps.length - 1 ? 'done' : 'meet')
  }
  await expect(lesson(page)).toContainText('10')
  expect(recordedScans(profile).length).toBeGreaterThanOrEqual(10)
  await page.keyboard.press('Control+B')
  await expect(lesson(page)).toBeHidden()
})

test('a wrong decision is told to be wrong, with why, and the lesson is left by a key', async ({ page }) => {
  await presses(page, 'meet')
  await presses(page, 'decide')
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'accepted')
  await page.keyboard.press('F2')
  await expect(page.getByTestId('reasons')).toBeVisible()
  await page.keyboard.press('1')
  await expect(lesson(page)).toHaveAttribute('data-right', 'false')
  await expect(lesson(page)).toContainText('F1')
  await page.keyboard.press('Control+Y')
  await expect(lesson(page)).toBeHidden()
})

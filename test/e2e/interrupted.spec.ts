/** What cuts into an officer's work: a vehicle that comes back, a shift that ends, a program that is gone, another window. */
import type { Locator, Page } from '@playwright/test'
import { findCutOff } from './cut-off.ts'
import { expect } from './fixtures.ts'
import { recordedCrossings } from './journal-file.ts'
import { handPace, scannerPace } from './keyboard.ts'
import { hoa, khanh, lan, nameOf, resultOf, testWithPeople as test } from './people.ts'
import { admitsCounted, enters, travellers, verdict } from './screen.ts'

const direction = (page: Page): Locator => page.getByTestId('direction')
const marked = (page: Page): Locator => page.locator('[data-testid^="decide-"][data-marked="true"]')
const bars = (page: Page): Locator => page.getByRole('alert')

test('a vehicle that goes back out does not turn the lane for the next one', async ({ page, keyboard, profile }) => {
  await keyboard.type('98A12345', handPace)
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(hoa))
  await admitsCounted(page, 1)
  await expect(page.getByTestId('decided')).toBeVisible()

  await keyboard.type('98A12345', handPace)
  await expect(page.getByTestId('plate')).toHaveValue('98A-123.45')
  await page.keyboard.press('F5')
  await expect(travellers(page)).toHaveCount(1)
  await expect(direction(page)).toHaveAttribute('data-direction', 'out')
  await page.keyboard.press('F1')
  await expect(page.getByTestId('last-crossings').locator('li')).toHaveCount(2)

  await expect(direction(page)).toHaveAttribute('data-direction', 'in')
  await keyboard.type(resultOf(khanh), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(khanh))
  await page.keyboard.press('F1')
  await expect.poll(() => recordedCrossings(profile).map((each) => each.direction)).toEqual(['in', 'out', 'in'])
})

test('a shift is not closed while somebody stands in the lane, and is once they are decided about', async ({
  page,
  keyboard,
}) => {
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(hoa))
  await enters(page, 'shift')
  const closes = async (): Promise<void> => {
    await page.keyboard.press('F6')
    await expect(page.getByTestId('shift-close')).toHaveAttribute('data-marked', 'true')
    await page.keyboard.press('F6')
  }
  await closes()
  await expect(page.getByTestId('shift-failed')).toContainText('làn còn một lượt chưa quyết định')
  await expect(page.getByTestId('shift-report')).toBeHidden()

  await page.keyboard.press('Escape')
  await expect(verdict(page)).toBeVisible()
  await page.keyboard.press('F1')
  await expect(page.getByTestId('decided')).toBeVisible()
  await enters(page, 'shift')
  await closes()
  await expect(page.getByTestId('shift-report')).toBeVisible()
  await expect(page.getByTestId('shift-failed')).toBeHidden()
})

/** The desk is grey, one bar says why, no decision is proposed, names are whole, and a key is the way out. */
async function isDead(page: Page): Promise<void> {
  await expect(page.getByTestId('lane-screen')).toHaveAttribute('data-dead', 'true')
  await expect(bars(page)).toHaveCount(1)
  await expect(marked(page)).toHaveCount(0)
  await expect(page.getByTestId('retry')).toBeVisible()
  // Nor by the sentence, which can be read from farther than the bar.
  await expect(page.getByTestId('instruction')).toContainText('không ghi được gì')
  expect(await page.evaluate(findCutOff)).toEqual([])
  const filters = await page.getByTestId('whole').evaluate((panel) => {
    const around: string[] = []
    for (let at: Element | null = panel; at; at = at.parentElement) around.push(getComputedStyle(at).filter)
    return around
  })
  expect(filters).toContain('grayscale(1)')
}

test('where the program is gone the desk is grey, no key is marked, and one bar says so', async ({
  page,
  keyboard,
  kiosk,
}) => {
  await keyboard.type(resultOf(lan), scannerPace)
  await expect(marked(page)).toHaveText([/Cho qua/])
  await kiosk.kill()
  await expect(page.getByTestId('link')).toContainText('MẤT KẾT NỐI')
  await isDead(page)
  await page.keyboard.press('F1')
  await expect(page.getByTestId('decided')).toBeHidden()
})

test('where another window has taken over the desk is grey, and no key is marked', async ({
  page,
  keyboard,
  kiosk,
}) => {
  await keyboard.type(resultOf(lan), scannerPace)
  await expect(marked(page)).toHaveText([/Cho qua/])
  const second = await page.context().newPage()
  await expect.poll(() => kiosk.newestAddress()).not.toBe(kiosk.address)
  await second.goto(kiosk.newestAddress())
  await expect(page.getByTestId('link')).toContainText('đang mở ở cửa sổ khác')
  await isDead(page)
  await expect(second.getByTestId('lane-screen')).toHaveAttribute('data-dead', 'false')
})

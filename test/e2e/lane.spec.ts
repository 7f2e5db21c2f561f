/** The lane's screen: its language, its details, the day so far. */
import { expect, test } from './fixtures.ts'
import { dayTotal, lastCrossings, shows, travellers } from './screen.ts'
import { ready } from './shells.ts'

test('the screen is Vietnamese until a key makes it English, and then stays English', async ({
  page,
  keyboard,
  codes,
}) => {
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
  await keyboard.type(codes.valid.text, 2)
  await expect(page.getByTestId('verdict')).toContainText('HỢP LỆ')
  await page.keyboard.press('F10')
  await expect(page.getByTestId('verdict')).toContainText('VALID')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.reload()
  await ready(page)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('the day’s count goes with every scan, and outlasts a reload', async ({ page, keyboard, codes }) => {
  await expect(dayTotal(page)).toHaveText('0')
  for (const name of ['valid', 'expired', 'positive', 'forged', 'unknown-key'] as const) {
    await keyboard.type(codes[name].text, 2)
    await shows(page, name)
  }
  await expect(dayTotal(page)).toHaveText('5')
  await page.reload()
  await ready(page)
  await expect(dayTotal(page)).toHaveText('5')
  await expect(travellers(page)).toHaveCount(5)
})

test('the last three crossings are listed, newest first, and outlast a reload', async ({ page, keyboard }) => {
  for (let count = 10; count < 15; count += 1) {
    await keyboard.type(`98A123${count}`, 65)
    await page.keyboard.press('F2')
    await page.getByTestId('reason-turned-back').click()
    await expect(lastCrossings(page).first()).toContainText(`98A-123.${count}`)
  }
  await expect(lastCrossings(page)).toHaveCount(3)
  await page.reload()
  await ready(page)
  await expect(lastCrossings(page)).toHaveCount(3)
  await expect(lastCrossings(page).last()).toContainText('98A-123.12')
})

test('details name every check on F4, and go on F4 and on Esc', async ({ page, keyboard, codes }) => {
  await keyboard.type(codes.expired.text, 2)
  await shows(page, 'expired')
  await expect(page.getByTestId('details')).toBeHidden()
  await page.keyboard.press('F4')
  await expect(page.getByTestId('details')).toBeVisible()
  await page.keyboard.press('F4')
  await expect(page.getByTestId('details')).toBeHidden()
  await page.keyboard.press('F4')
  await expect(page.getByTestId('details')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('details')).toBeHidden()
  await shows(page, 'expired')
})

/** The lane's screen: its language, its details, the day so far. */
import { expect, test } from './fixtures.ts'
import { dayTotal, lastScans, shows } from './screen.ts'
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

test('the day’s count and the last ten scans go with every scan, and outlast a reload', async ({
  page,
  keyboard,
  codes,
}) => {
  await expect(dayTotal(page)).toHaveText('0')
  const names = ['valid', 'expired', 'positive', 'forged', 'unknown-key'] as const
  for (const name of [...names, ...names, 'valid', 'forged'] as const) {
    await keyboard.type(codes[name].text, 2)
    await shows(page, name)
  }
  await expect(dayTotal(page)).toHaveText('12')
  await expect(lastScans(page)).toHaveCount(10)
  await page.reload()
  await ready(page)
  await expect(dayTotal(page)).toHaveText('12')
  await expect(lastScans(page)).toHaveCount(10)
})

test('details name every check on F4, and go on F4', async ({ page, keyboard, codes }) => {
  await keyboard.type(codes.expired.text, 2)
  await shows(page, 'expired')
  await expect(page.getByTestId('details')).toBeHidden()
  await page.keyboard.press('F4')
  await expect(page.getByTestId('details')).toBeVisible()
  await page.keyboard.press('F4')
  await expect(page.getByTestId('details')).toBeHidden()
})

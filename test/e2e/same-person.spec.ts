/** Who it is that stands there: two names that agree in part, and somebody who was sent away today. */
import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { recordedCrossings } from './journal-file.ts'
import { scannerPace } from './keyboard.ts'
import { cardOf, khanh, minh, nameOf, resultOf, testWithPeople as test, type SomePerson } from './people.ts'
import { travellers, verdict } from './screen.ts'

const whole = (page: Page): Locator => page.getByTestId('whole')
const admit = (page: Page): Locator => page.getByTestId('decide-admitted')
/** The panel’s two names, the result’s above that on the papers. */
const names = (page: Page): Locator => page.getByTestId('compare').locator('dd')

test('somebody referred who returns is warned of with how and when, and F1 is not marked, however valid the result', async ({
  page,
  keyboard,
  profile,
}) => {
  await keyboard.type(resultOf(khanh), scannerPace)
  await expect(whole(page)).toHaveAttribute('data-outcome', 'accepted')
  await page.keyboard.press('F3')
  await expect(page.getByTestId('reasons')).toBeVisible()
  await page.keyboard.press('1')
  await expect(page.getByTestId('decided')).toHaveAttribute('data-decision', 'referred')
  const at = await page
    .getByTestId('last-crossings')
    .getByText(/\d\d:\d\d/)
    .first()
    .innerText()
  const clock = /\d\d:\d\d/.exec(at)?.[0] ?? 'the list tells no time'

  await keyboard.type(resultOf(khanh), scannerPace)
  await expect(verdict(page)).toHaveAttribute('data-code', 'person-referred')
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'check')
  await expect(verdict(page)).toContainText(`Đã chuyển y tế ${clock}`)
  await expect(page.getByTestId('instruction')).toContainText(`đã được chuyển y tế lúc ${clock}`)
  await expect(whole(page)).toHaveAttribute('data-outcome', 'check')
  await expect(admit(page)).not.toHaveAttribute('data-marked', 'true')

  // To admit them now says why.
  await page.keyboard.press('F1')
  await expect(page.getByTestId('reasons')).toBeVisible()
  await page.keyboard.press('1')
  await expect(page.getByTestId('decided')).toHaveAttribute('data-decision', 'admitted')
  expect(recordedCrossings(profile)).toMatchObject([
    { decision: 'referred', people: [nameOf(khanh)] },
    { decision: 'admitted', people: [nameOf(khanh)] },
  ])
})

const quocMinh: SomePerson = { ...minh, given: 'Quốc Minh' }

test.describe('a result and a card whose names agree in part', () => {
  test.beforeEach(async ({ page, keyboard }) => {
    await keyboard.type(resultOf(minh), scannerPace)
    await expect(whole(page)).toHaveAttribute('data-outcome', 'accepted')
    await keyboard.type(cardOf(quocMinh), scannerPace)
    await expect(page.getByTestId('compare')).toBeVisible()
  })

  test('stand one above the other with the difference marked, and nobody is added or admitted', async ({ page }) => {
    await expect(names(page)).toHaveText([/^Bùi Quang Minh/i, /^Bùi Quốc Minh/i])
    await expect(page.getByTestId('compare').locator('mark')).toHaveText([/^Quang$/i, /^Quốc$/i])
    const [above, below] = [await names(page).nth(0).boundingBox(), await names(page).nth(1).boundingBox()]
    expect(below?.x).toBe(above?.x)
    expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0))
    await expect(travellers(page)).toHaveCount(1)
    await expect(whole(page)).toHaveAttribute('data-outcome', 'check')
    await expect(admit(page)).not.toHaveAttribute('data-marked', 'true')
  })

  test('are one row, by the name on the papers, once F6 says that they are one person', async ({ page, profile }) => {
    await page.keyboard.press('F6')
    await expect(page.getByTestId('compare')).toBeHidden()
    await expect(travellers(page)).toHaveCount(1)
    await expect(travellers(page)).toHaveAttribute('data-outcome', 'accepted')
    await expect(travellers(page)).toContainText('đã đối chiếu')
    await page.keyboard.press('F1')
    await expect(page.getByTestId('decided')).toHaveAttribute('data-decision', 'admitted')
    expect(recordedCrossings(profile)).toMatchObject([{ people: [nameOf(quocMinh)] }])
  })

  test('are two rows once F8 says that they are two, the second without a result', async ({ page }) => {
    await page.keyboard.press('F8')
    await expect(page.getByTestId('compare')).toBeHidden()
    await expect(travellers(page)).toHaveCount(2)
    const [first, second] = [travellers(page).nth(0), travellers(page).nth(1)]
    await expect(first).toHaveAttribute('data-outcome', 'accepted')
    await expect(first).toContainText(nameOf(minh))
    await expect(second).toHaveAttribute('data-outcome', 'check')
    await expect(second).toContainText(nameOf(quocMinh))
    await expect(second).toContainText('Chưa có kết quả')
    await expect(admit(page)).not.toHaveAttribute('data-marked', 'true')
  })
})

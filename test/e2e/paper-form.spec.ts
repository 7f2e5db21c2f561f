/** A result on paper, entered by hand: whose it is, and what its figure says. */
import { unhurried, whileBusy } from './busy-page.ts'
import { expect } from './fixtures.ts'
import { paperForm } from './forms.ts'
import { scannerPace } from './keyboard.ts'
import { cardOf, hoa, khanh, nameOf, testWithPeople as test } from './people.ts'
import { travellers, verdict } from './screen.ts'

test('a paper’s form names the person it is of, chooses nothing by itself, and Enter alone records nothing', async ({
  page,
  keyboard,
}) => {
  await keyboard.type(cardOf(hoa), scannerPace)
  await keyboard.type(cardOf(khanh), scannerPace)
  await expect(travellers(page)).toHaveCount(2)
  await travellers(page)
    .filter({ hasText: nameOf(hoa) })
    .click()
  await expect(verdict(page)).toContainText(nameOf(hoa))
  await page.keyboard.press('-')
  await expect(paperForm(page)).toContainText(nameOf(hoa), { ignoreCase: true })
  await expect(paperForm(page)).not.toContainText(nameOf(khanh), { ignoreCase: true })
  await expect(paperForm(page).locator('[aria-pressed="true"]')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(paperForm(page)).toContainText('Chọn kết quả ghi trên giấy')
  await page.keyboard.press('Escape')
  await expect(paperForm(page)).toBeHidden()
  await expect(travellers(page).filter({ hasText: nameOf(hoa) })).not.toContainText('bản giấy')
})

test('a result on paper is what its first figure says, until it is taken back', async ({ page, keyboard }) => {
  await keyboard.type(cardOf(hoa), scannerPace)
  await expect(travellers(page)).toHaveCount(1)
  await page.keyboard.press('-')
  await expect(paperForm(page)).toBeVisible()
  const chosen = paperForm(page).locator('[aria-pressed="true"]')
  // Nothing of it is drawn before both figures are there. They are far apart: of two at once neither chooses.
  await whileBusy(page, () => keyboard.type('12', unhurried, { suffix: [] }))
  await expect(chosen).toHaveText('âm tính')
  // At a hand's pace: a figure on the heels of a Backspace is a scanner's, which a page held up would take it for.
  await keyboard.type('', unhurried, { suffix: ['Backspace', 'Backspace'] })
  await expect(chosen).toHaveCount(0)
  await keyboard.type('2', unhurried, { suffix: [] })
  await expect(chosen).toHaveText('dương tính')
})

/** A question about the decision is answered by one figure, and by no plate that is typed while it is open. */
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { plate, remark, types } from './forms.ts'
import { recordedCrossings } from './journal-file.ts'
import { scannerPace, type Keyboard } from './keyboard.ts'
import { hoa, khanh, nameOf, resultOf, testWithPeople as test } from './people.ts'
import { travellers, verdict } from './screen.ts'

const reasons = (page: Page) => page.getByTestId('reasons')

/** Somebody valid is to be refused, and it is asked why. */
async function refuses(page: Page, keyboard: Keyboard): Promise<void> {
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(hoa))
  await page.keyboard.press('F2')
  await expect(reasons(page)).toBeVisible()
}

test('a plate that is typed then goes to its field, and one figure answers after that', async ({
  page,
  keyboard,
  profile,
}) => {
  await refuses(page, keyboard)
  await types(keyboard, '29A12345')
  await expect(plate(page)).toHaveValue('29A12345')
  await expect(reasons(page)).toBeVisible()
  expect(recordedCrossings(profile)).toEqual([])

  await page.keyboard.press('Enter')
  await expect(plate(page)).toHaveValue('29A-123.45')
  await page.keyboard.press('2')
  await expect(page.getByTestId('decided')).toHaveAttribute('data-decision', 'refused')
  await expect(page.getByTestId('decided')).toContainText('29A-123.45')
  expect(recordedCrossings(profile)).toMatchObject([{ decision: 'refused', people: [nameOf(hoa)] }])
})

test('the plate of the next vehicle answers nothing and changes nothing, and the screen says why', async ({
  page,
  keyboard,
  profile,
}) => {
  await types(keyboard, '98A12345')
  await page.keyboard.press('Enter')
  await refuses(page, keyboard)
  await types(keyboard, '29A54321')
  await expect(remark(page)).toContainText('còn chờ trả lời')
  await expect(plate(page)).toHaveValue('98A-123.45')
  await expect(reasons(page)).toBeVisible()
  expect(recordedCrossings(profile)).toEqual([])
})

test('who is scanned right behind the figure is of the next crossing', async ({ page, keyboard, profile }) => {
  await refuses(page, keyboard)
  // A hand's gap before the scan: a figure that has the scanner's next key on its heels is the scanner's own.
  await types(keyboard, '2')
  await keyboard.type(resultOf(khanh), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(khanh))
  await expect(travellers(page)).toHaveCount(1)
  expect(recordedCrossings(profile)).toMatchObject([{ decision: 'refused', people: [nameOf(hoa)] }])
})

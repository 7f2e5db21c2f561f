/** What a finger alone can do: everything. */
import { expect } from './fixtures.ts'
import { people, plate, remark } from './forms.ts'
import { scannerPace } from './keyboard.ts'
import { hoa, nameOf, resultOf, testWithPeople as test } from './people.ts'
import { verdict } from './screen.ts'

test('a finger alone chooses the kind of vehicle, and abandons the crossing by two touches', async ({
  page,
  keyboard,
}) => {
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(hoa))
  await page.getByTestId('vehicle').click()
  await page.getByTestId('vehicle-form').getByRole('button', { name: 'xe máy' }).click()
  await page.getByTestId('vehicle-form').getByRole('button', { name: 'Xong' }).click()
  await expect(page.getByTestId('crossing')).toContainText('xe máy')
  const size = await page.getByTestId('abandon').boundingBox()
  expect(size?.height).toBeGreaterThanOrEqual(48)
  await page.getByTestId('abandon').click()
  await expect(remark(page)).toBeVisible()
  await page.getByTestId('abandon').click()
  await expect(page.getByTestId('travellers').locator('[data-traveller]')).toHaveCount(0)
})

test('a finger alone types a plate, counts people, and sets on foot', async ({ page, keyboard }) => {
  await keyboard.type(resultOf(hoa), scannerPace)
  await page.getByTestId('plate-pad-opener').click()
  const pad = page.getByTestId('plate-pad')
  for (const key of '98A12354') await pad.getByRole('button', { name: key, exact: true }).click()
  for (const key of ['Xóa một chữ', 'Xóa một chữ', '4', '5', 'Xong'])
    await pad.getByRole('button', { name: key, exact: true }).click()
  await expect(pad).toBeHidden()
  await expect(plate(page)).toHaveValue('98A-123.45')
  // Touched by a finger, the field brings its keys by itself.
  await plate(page).dispatchEvent('pointerdown', { pointerType: 'touch' })
  await expect(pad).toBeVisible()
  await plate(page).press('Escape')
  await expect(pad).toBeHidden()

  await people(page).click()
  const count = page.getByTestId('people-pad')
  await count.getByRole('button', { name: '4', exact: true }).click()
  await expect(people(page)).toContainText('1/4')
  await people(page).click()
  for (const key of ['10 …', '2', '2']) await count.getByRole('button', { name: key, exact: true }).click()
  await page.getByTestId('people-form').getByRole('button', { name: 'Xong' }).click()
  await expect(people(page)).toContainText('1/22')

  await page.getByTestId('on-foot').click()
  await expect(plate(page)).toHaveValue('')
  await page.keyboard.press('/')
  await expect(page.getByTestId('on-foot')).toHaveAttribute('aria-pressed', 'false')
})

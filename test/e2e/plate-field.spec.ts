/** What the plate’s field makes of what is typed in it. */
import { expect } from './fixtures.ts'
import { firstField, personForm, plate, remark, types } from './forms.ts'
import { handPace, scannerPace } from './keyboard.ts'
import { hoa, nameOf, resultOf, testWithPeople as test } from './people.ts'
import { verdict } from './screen.ts'

test('a plate that is typed of somebody on foot makes it a vehicle’s crossing, and the screen says so', async ({
  page,
  keyboard,
}) => {
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(hoa))
  await page.keyboard.press('/')
  await expect(page.getByTestId('on-foot')).toHaveAttribute('aria-pressed', 'true')
  await keyboard.type('98A12345', handPace)
  await expect(plate(page)).toHaveValue('98A-123.45')
  await expect(page.getByTestId('on-foot')).toHaveAttribute('aria-pressed', 'false')
  await expect(remark(page)).toContainText('nay là của xe')
})

test('a plate without its figures is no plate, and nobody is let pass on it at one press', async ({
  page,
  keyboard,
}) => {
  await types(keyboard, '29C')
  await page.keyboard.press('F2')
  await expect(remark(page)).toContainText('chưa quét hoặc nhập ai')
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(page.getByTestId('against')).toContainText('Biển số chưa đủ số')
  await expect(page.getByTestId('whole')).toHaveAttribute('data-outcome', 'check')
})

test('the keys of the head count, of on foot and of the next person are none of a plate: behind one they leave its field', async ({
  page,
  keyboard,
}) => {
  await types(keyboard, '98A12345')
  await page.keyboard.press('*')
  await expect(page.getByTestId('people')).toBeFocused()
  await expect(plate(page)).toHaveValue('98A-123.45')
  await page.keyboard.type('3', { delay: handPace })
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('people')).toBeHidden()

  await plate(page).click()
  await page.keyboard.press('+')
  await expect(firstField(personForm(page))).toBeFocused()
  await expect(plate(page)).toHaveValue('98A-123.45')
  // A name has the letters that it has.
  await types(keyboard, 'An/Bình*')
  await expect(firstField(personForm(page))).toHaveValue('An/Bình*')
})

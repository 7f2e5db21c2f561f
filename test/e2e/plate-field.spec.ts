/** What the plate’s field makes of what is typed in it. */
import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { firstField, personForm, plate, remark, types } from './forms.ts'
import { handPace, scannerPace } from './keyboard.ts'
import { hoa, khanh, nameOf, resultOf, testWithPeople as test } from './people.ts'
import { verdict } from './screen.ts'

/** What says that another plate stood there. */
const plateBefore = (page: Page): Locator => page.getByTestId('plate-before')

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

test('a plate that is typed behind a whole one takes its place, and the one before stays in sight', async ({
  page,
  keyboard,
}) => {
  await keyboard.type('98A12345', handPace)
  await expect(plate(page)).toHaveValue('98A-123.45')
  await expect(plateBefore(page)).toBeHidden()
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(hoa))
  await expect(plate(page)).toHaveValue('98A-123.45')

  await keyboard.type('29A54321', handPace)
  await expect(plate(page)).toHaveValue('29A-543.21')
  await expect(plateBefore(page)).toContainText('Đã thay biển số 98A-123.45. Nếu đây là xe sau')
  // The next one that is scanned is of this crossing still.
  await keyboard.type(resultOf(khanh), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(khanh))
  await expect(plate(page)).toHaveValue('29A-543.21')
  await expect(plateBefore(page)).toContainText('98A-123.45')

  await keyboard.type('98a 12345', handPace)
  await expect(plate(page)).toHaveValue('98A-123.45')
  await expect(plateBefore(page)).toBeHidden()
})

test('what is typed behind a plate that is not whole goes on with it', async ({ page, keyboard }) => {
  await keyboard.type('98A', handPace)
  await expect(plate(page)).toHaveValue('98A')
  await keyboard.type('12345', handPace)
  await expect(plate(page)).toHaveValue('98A-123.45')
  await expect(plateBefore(page)).toBeHidden()
})

test('whoever clicks into the plate’s field edits what stands in it', async ({ page, keyboard }) => {
  await keyboard.type('98A1234', handPace)
  await expect(plate(page)).toHaveValue('98A-1234')
  await plate(page).click()
  await page.keyboard.press('End')
  await keyboard.type('5', handPace)
  await expect(plate(page)).toHaveValue('98A-123.45')
  await expect(plateBefore(page)).toBeHidden()
})

test('Home turns the way behind a plate as well, as is drawn beside it', async ({ page, keyboard }) => {
  const way = page.getByTestId('direction')
  await types(keyboard, '98A12345')
  await expect(plate(page)).toBeFocused()
  await expect(way).toHaveAttribute('data-direction', 'in')
  await page.keyboard.press('Home')
  await expect(way).toHaveAttribute('data-direction', 'out')
  await expect(plate(page)).toHaveValue('98A-123.45')
})

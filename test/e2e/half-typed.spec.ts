/** What is half typed is neither lost nor given another meaning, whatever else happens meanwhile. */
import { expect } from './fixtures.ts'
import { firstField, opensPersonForm, paperForm, people, personForm, plate, remark, types } from './forms.ts'
import { recordedCrossings } from './journal-file.ts'
import { handPace, scannerPace } from './keyboard.ts'
import { cardOf, hoa, khanh, nameOf, resultOf, testWithPeople as test } from './people.ts'
import { admitsCounted, enters, travellers, verdict } from './screen.ts'

test('Esc writes what stands in a field of the vehicle, as a touch on its key does', async ({ page, keyboard }) => {
  await page.keyboard.press('*')
  await expect(page.getByTestId('people')).toBeFocused()
  await types(keyboard, '22')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('people-form')).toBeHidden()
  await expect(people(page)).toContainText('0/22')

  await page.keyboard.press('Control+E')
  await expect(firstField(page.getByTestId('vehicle-form'))).toBeFocused()
  await types(keyboard, '15R12345')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('vehicle-form')).toBeHidden()
  await expect(page.getByTestId('crossing')).toContainText('15R-123.45')
})

test('a half-typed person outlives a decision key, which says so, a scan and another form', async ({
  page,
  keyboard,
  profile,
}) => {
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(hoa))
  await opensPersonForm(page)
  await types(keyboard, 'Mai Xuan')
  await page.keyboard.press('F1')
  await expect(remark(page)).toContainText('nhập dở một người')
  await keyboard.type(resultOf(khanh), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(khanh))
  await expect(firstField(personForm(page))).toHaveValue('Mai Xuan')
  await page.keyboard.press('Control+E')
  await expect(personForm(page)).toBeHidden()
  // Not open any more, it holds the decision all the same, and is shown again.
  await page.keyboard.press('F1')
  await expect(firstField(personForm(page))).toHaveValue('Mai Xuan')
  expect(recordedCrossings(profile)).toEqual([])

  await firstField(personForm(page)).press('Enter')
  await expect(travellers(page)).toHaveCount(3)
  await expect(travellers(page).last()).toContainText('Mai Xuan')
})

test('a half-typed person is given up by Esc, and then the decision is made', async ({ page, keyboard }) => {
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(hoa))
  await opensPersonForm(page)
  await types(keyboard, 'Mai')
  await page.keyboard.press('Escape')
  await expect(personForm(page)).toBeHidden()
  await page.keyboard.press('+')
  await expect(firstField(personForm(page))).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(personForm(page)).toBeHidden()
  await page.keyboard.press('F3')
  await expect(page.getByTestId('reasons')).toBeVisible()
})

test('a half-written reason outlives a scan, its own key, and another room', async ({ page, keyboard }) => {
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(hoa))
  await page.keyboard.press('F2')
  await expect(page.getByTestId('reasons')).toBeVisible()
  await page.keyboard.press('0')
  const words = firstField(page.getByTestId('reasons'))
  await expect(words).toBeFocused()
  await types(keyboard, 'Xe khong du')
  await keyboard.type(resultOf(khanh), scannerPace)
  await expect(travellers(page)).toHaveCount(2)
  await expect(words).toHaveValue('Xe khong du')
  await page.keyboard.press('F2')
  await expect(words).toHaveValue('Xe khong du')
  await enters(page, 'records')
  await page.keyboard.press('Escape')
  await expect(words).toHaveValue('Xe khong du')
  await expect(plate(page)).toHaveValue('')
})

test('a half-typed paper outlives a decision key, a scan and another room', async ({ page, keyboard, profile }) => {
  await keyboard.type(cardOf(hoa), scannerPace)
  await expect(travellers(page)).toHaveCount(1)
  await page.keyboard.press('-')
  await expect(paperForm(page)).toContainText(nameOf(hoa).toLocaleUpperCase('vi'))
  // Enter chooses nothing, and the form says what is missing. A key right behind a scan is the scanner's.
  await expect(async () => {
    await page.keyboard.press('Enter')
    await expect(paperForm(page)).toContainText('Chọn kết quả ghi trên giấy', { timeout: 1_000 })
  }).toPass()
  await expect(paperForm(page).locator('[aria-pressed="true"]')).toHaveCount(0)
  await page.keyboard.press('2')
  const chosen = paperForm(page).locator('[aria-pressed="true"]')
  await expect(chosen).toHaveText('dương tính')
  await types(keyboard, '1430')
  const stands = async (): Promise<void> => {
    await expect(chosen).toHaveText('dương tính')
    await expect(firstField(paperForm(page))).toHaveValue('1430')
  }
  await stands()
  await page.keyboard.press('F1')
  await expect(remark(page)).toContainText('nhập dở kết quả bản giấy')
  await keyboard.type(resultOf(khanh), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(khanh))
  await stands()
  await enters(page, 'records')
  // A key right behind a scan is the scanner's, and no hand is through two lists of keys so soon.
  await expect(async () => {
    await page.keyboard.press('Escape')
    await expect(paperForm(page)).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await stands()
  expect(recordedCrossings(profile)).toEqual([])
})

test('a half-typed person outlives a lost connection', async ({ page, keyboard, kiosk }) => {
  await opensPersonForm(page)
  await types(keyboard, 'Mai Xuan')
  await kiosk.kill()
  await expect(page.getByTestId('link')).toBeVisible()
  await expect(firstField(personForm(page))).toHaveValue('Mai Xuan')
  await firstField(personForm(page)).press('Enter')
  await expect(remark(page)).toBeVisible()
  await expect(firstField(personForm(page))).toHaveValue('Mai Xuan')
})

test('what stands in a field is of the next crossing, and not of the one that is taken back', async ({
  page,
  keyboard,
}) => {
  await keyboard.type('98A12345', handPace)
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(hoa))
  await admitsCounted(page, 1)
  await expect(page.getByTestId('decided')).toBeVisible()
  await types(keyboard, '29C5')
  await page.getByTestId('decided').getByRole('button').click()
  await expect(remark(page)).toContainText('Lượt sau đã bắt đầu')
  await expect(plate(page)).toHaveValue('29C5')
})

test('Tab opens no form', async ({ page }) => {
  await plate(page).focus()
  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press('Tab')
    await expect(page.getByTestId('vehicle-form')).toBeHidden()
    await expect(page.getByTestId('people-form')).toBeHidden()
  }
})

/** What is typed at the lane's left is neither lost nor given another meaning, whatever else happens meanwhile. */
import type { Locator, Page } from '@playwright/test'
import { unhurried, whileBusy } from './busy-page.ts'
import { expect } from './fixtures.ts'
import { recordedCrossings } from './journal-file.ts'
import { handPace, scannerPace, type Keyboard } from './keyboard.ts'
import { cardOf, hoa, khanh, nameOf, resultOf, testWithPeople as test } from './people.ts'
import { admitsCounted, enters, travellers, verdict } from './screen.ts'

const plate = (page: Page): Locator => page.getByTestId('plate')
const people = (page: Page): Locator => page.getByTestId('people-count')
const personForm = (page: Page): Locator => page.getByTestId('person-form')
const paperForm = (page: Page): Locator => page.getByTestId('paper-form')
const firstField = (form: Locator): Locator => form.getByRole('textbox').first()
const remark = (page: Page): Locator => page.getByTestId('remark')

/** Types as a hand does, without an Enter. */
const types = (keyboard: Keyboard, text: string): Promise<void> => keyboard.type(text, handPace, { suffix: [] })

async function opensPersonForm(page: Page): Promise<void> {
  await page.keyboard.press('+')
  await expect(firstField(personForm(page))).toBeFocused()
}

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

test('a crossing is abandoned by two presses, and stays after one', async ({ page, keyboard, profile }) => {
  await keyboard.type('98A12345', handPace)
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(travellers(page)).toHaveCount(1)
  await page.keyboard.press('Delete')
  await expect(remark(page)).toContainText('lần nữa')
  await page.keyboard.press('Escape')
  await expect(remark(page)).toBeHidden()
  await page.keyboard.press('Delete')
  await expect(remark(page)).toContainText('lần nữa')
  await expect(travellers(page)).toHaveCount(1)
  await page.keyboard.press('Delete')
  await expect(travellers(page)).toHaveCount(0)
  await expect(plate(page)).toHaveValue('')
  await expect(remark(page)).toContainText('Đã bỏ lượt')
  expect(recordedCrossings(profile)).toEqual([
    { kind: 'crossing.abandoned', direction: 'in', plate: '98A-123.45', people: [nameOf(hoa)] },
  ])
})

test('who was positive in an abandoned crossing is said to have been when they come again', async ({
  page,
  keyboard,
}) => {
  await keyboard.type('98A12345', handPace)
  await keyboard.type(resultOf(hoa, 'positive'), scannerPace)
  await expect(verdict(page)).toHaveAttribute('data-code', 'result-positive')
  await page.keyboard.press('Delete')
  await expect(remark(page)).toContainText('lần nữa')
  await page.keyboard.press('Delete')
  await expect(remark(page)).toContainText('Đã bỏ lượt')
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toHaveAttribute('data-code', 'person-abandoned')
  await expect(page.getByTestId('whole')).toHaveAttribute('data-outcome', 'check')
  await expect(page.getByTestId('instruction')).toContainText('bỏ dở')
})

test('Tab opens no form', async ({ page }) => {
  await plate(page).focus()
  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press('Tab')
    await expect(page.getByTestId('vehicle-form')).toBeHidden()
    await expect(page.getByTestId('people-form')).toBeHidden()
  }
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

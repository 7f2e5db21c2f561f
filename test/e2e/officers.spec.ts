/** Officers: appointed on the screen, what each may do, and what a supervisor permits in place. */
import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { recordedOf } from './journal-file.ts'
import { handPace, scannerPace } from './keyboard.ts'
import { appoints, chip, haveOfficers, hung, sau, saysNumber, saysPin, signsIn } from './officers-at.ts'
import { hoa, khanh, lan, nameOf, resultOf, testWithPeople as test } from './people.ts'
import { enters, verdict } from './screen.ts'
import { ready, openInBrowser } from './shells.ts'

const said = (page: Page): Locator => page.getByTestId('sign-in-said')

test('the first supervisor is appointed on the screen, signs in from the keyboard, and outlasts a reload', async ({
  page,
}) => {
  await page.keyboard.press('F12')
  await expect(page.getByTestId('rooms')).toBeVisible()
  await page.keyboard.press('6')
  await expect(page.getByTestId('officers-said')).toContainText('chưa đăng nhập chỉ làm được làn')
  await page.keyboard.press('+')
  await expect(page.getByTestId('new-number')).toBeFocused()
  // What is missing is said, and the field that lacks it is where one types on.
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('officer-fault')).toContainText('số hiệu')
  await page.keyboard.press('Escape')
  await appoints(page, hung)
  await expect(chip(page)).toHaveText('Chưa đăng nhập')
  await page.keyboard.press('Escape')
  await saysNumber(page, hung.number)
  await saysPin(page, hung.pin)
  await expect(chip(page)).toHaveText('Đại úy Hùng')
  await expect(page.getByTestId('officers-list')).toContainText('Trần Quốc Hùng')

  await page.reload()
  await ready(page)
  await expect(chip(page)).toHaveText('Đại úy Hùng')
})

test('somebody who was rejected is let pass by a supervisor in place, or by words that one sees later', async ({
  page,
  keyboard,
  profile,
}) => {
  await haveOfficers(page, sau)
  await signsIn(page, sau)
  /** On foot, positive, and to be let pass for a reason of the officer's own. */
  const positive = async (person: typeof lan): Promise<void> => {
    await keyboard.type(resultOf(person, 'positive'), scannerPace)
    await expect(verdict(page)).toContainText(nameOf(person))
    await page.keyboard.press('F1')
    await expect(page.getByTestId('reasons').locator('input')).toBeFocused()
    await page.keyboard.type('cap cuu', { delay: handPace })
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('above')).toBeVisible()
  }
  await positive(lan)
  await page.keyboard.press('1')
  await saysNumber(page, sau.number)
  await saysPin(page, sau.pin)
  await expect(said(page)).toContainText('không phải chỉ huy')
  await saysNumber(page, hung.number)
  await saysPin(page, hung.pin)
  await expect(page.getByTestId('decided-above')).toContainText('Đại úy Trần Quốc Hùng cho phép')
  await expect(chip(page)).toHaveText('Thượng sĩ Sáu')

  await positive(khanh)
  await page.keyboard.press('2')
  await expect(page.getByTestId('decided-above')).toContainText('Khẩn cấp, không có chỉ huy ca')
  const [permission] = recordedOf(profile, 'permission.given')
  expect(permission?.officer).toBe(hung.number)
  const crossings = recordedOf(profile, 'crossing.recorded')
  expect(crossings.map(({ officer }) => officer)).toEqual([sau.number, sau.number])
  expect(crossings.map(({ payload }) => payload)).toMatchObject([
    { crossing: { above: { by: 'permission', entries: [permission?.seq] } } },
    { crossing: { above: { by: 'emergency' } } },
  ])

  await signsIn(page, hung)
  await expect(page.getByTestId('session-news')).toContainText('khẩn cấp')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('session-news')).toBeHidden()
  await enters(page, 'officers')
  await page.getByTestId('oversight-seen').click()
  await expect(page.getByTestId('oversight-seen')).toBeHidden()
  expect(recordedOf(profile, 'emergency.seen')).toHaveLength(1)
})

test('an officer finds no way into set-up, and corrects and traces nothing', async ({ page }) => {
  await haveOfficers(page, sau)
  await signsIn(page, sau)
  await page.getByTestId('menu').click()
  await page.getByTestId('room-set-up').click()
  await expect(page.getByTestId('not-yours').filter({ visible: true })).toContainText('Phòng này của: kỹ thuật.')
  await expect(page.getByTestId('set-up-screen')).toBeHidden()
  await enters(page, 'records')
  await expect(page.getByTestId('part-search')).toBeVisible()
  await expect(page.getByTestId('part-trace')).toBeHidden()
})

test('a program that is started again has nobody signed in', async ({ page, kiosk, launch, profile }) => {
  await haveOfficers(page)
  await kiosk.stop()
  const again = await openInBrowser(await launch(), profile)
  await expect(chip(again.page)).toHaveText('Chưa đăng nhập')
  await again.close()
})

test('a supervisor removes an officer by two presses, and unlocks nobody who is not locked', async ({ page }) => {
  await haveOfficers(page, sau)
  await enters(page, 'officers')
  // Whoever was appointed last is chosen; the arrows choose another, and go no further than the ends.
  await expect(page.locator(`[data-number="${sau.number}"]`)).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('ArrowUp', { delay: handPace })
  await expect(page.locator(`[data-number="${hung.number}"]`)).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('ArrowDown', { delay: handPace })
  await expect(page.locator(`[data-number="${sau.number}"]`)).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByTestId('officers-unlock')).toBeHidden()
  await page.keyboard.press('Delete')
  await expect(page.getByTestId('officers-remove')).toHaveAttribute('data-marked', 'true')
  // Esc takes the question back, and leaves the room standing.
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('officers-remove')).not.toHaveAttribute('data-marked', 'true')
  await expect(page.getByTestId('officers-screen')).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(page.getByTestId('officers-remove')).toHaveAttribute('data-marked', 'true')
  await page.keyboard.press('Delete')
  await expect(page.locator(`[data-number="${sau.number}"]`)).toHaveAttribute('data-removed', 'true')
  await expect(page.getByTestId('officers-said')).toContainText('Đã cho thôi')
  await page.keyboard.press('ArrowUp', { delay: handPace })
  await expect(page.locator(`[data-number="${hung.number}"]`)).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Delete')
  await expect(page.getByTestId('officers-remove')).toHaveAttribute('data-marked', 'true')
  await page.keyboard.press('Delete')
  await expect(page.getByTestId('officers-refused')).toContainText('Không tự cho mình thôi')
})

test('a result that is scanned over a half-filled form leaves it as it was, but for the PIN', async ({
  page,
  keyboard,
}) => {
  await enters(page, 'officers')
  await page.getByTestId('officers-new').click()
  const form = page.getByTestId('appoint-form')
  await form.locator('[data-field="name"] input').fill(hung.name)
  await page.getByTestId('new-pin').fill(hung.pin)
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(hoa))
  await enters(page, 'officers')
  await expect(form.locator('[data-field="name"] input')).toHaveValue(hung.name)
  await expect(page.getByTestId('new-pin')).toHaveValue('')
})

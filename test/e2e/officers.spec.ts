/** Officers: appointed on the screen, signed in by number or badge, by keyboard or touch, and never in the lane's way. */
import type { Locator, Page } from '@playwright/test'
import { readImage } from '../../main/images/index.ts'
import { badgeText } from '../../shared/domain/badge.ts'
import { expect } from './fixtures.ts'
import { recordedOf, recordedScans } from './journal-file.ts'
import { handPace, scannerPace } from './keyboard.ts'
import { appoints, chip, haveOfficers, hung, pin, sau, saysNumber, saysPin, signsIn, strip } from './officers-at.ts'
import { cardOf, hoa, khanh, lan, nameOf, resultOf, testWithPeople as test } from './people.ts'
import { enters, travellers, verdict } from './screen.ts'
import { ready, openInBrowser } from './shells.ts'
import { methodStrokes } from './us-keyboard.ts'

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

test('an officer signs in and out by touch alone', async ({ page }) => {
  await haveOfficers(page, sau)
  await chip(page).click()
  await page.getByTestId('sign-out').click()
  await expect(chip(page)).toHaveText('Chưa đăng nhập')
  await chip(page).click()
  const touches = async (digits: string): Promise<void> => {
    const pad = page.getByTestId('sign-in-pad')
    for (const digit of digits) await pad.getByRole('button', { name: digit, exact: true }).click()
    await page.getByTestId('sign-in-next').click()
  }
  await touches(sau.number)
  await expect(pin(page)).toBeVisible()
  await touches(sau.pin)
  await expect(chip(page)).toHaveText('Thượng sĩ Sáu')
  await expect(strip(page)).toBeHidden()
})

test('a printed badge is read back by the kiosk, names its officer, and opens nothing without the PIN', async ({
  page,
  keyboard,
}) => {
  await haveOfficers(page)
  await enters(page, 'officers')
  await appoints(page, { ...sau, means: 'badge' })
  await expect(page.getByTestId('badge-card')).toContainText('không phải mã PIN')
  const buffer = await page.getByTestId('badge-code').screenshot()
  // It is shown once, and not put away unprinted by one press.
  await page.getByTestId('badge-away').click()
  await expect(page.getByTestId('badge-card')).toBeVisible()
  await page.keyboard.press('F8')
  await expect(page.getByTestId('badge-said')).toContainText('quét thử')
  await page.getByTestId('to-lane').click()

  // His number alone is not enough: he has a badge.
  await page.keyboard.press('Control+D')
  await saysNumber(page, sau.number)
  await expect(said(page)).toHaveAttribute('data-said', 'badge-wanted')
  await page.keyboard.press('Escape')
  await expect(strip(page)).toBeHidden()

  // The screen's own reader names him, and so does a scanner.
  await page.getByTestId('image-file').setInputFiles({ name: 'badge.png', mimeType: 'image/png', buffer })
  await expect(strip(page)).toContainText('Lê Văn Sáu')
  await expect(chip(page)).toHaveText('Đại úy Hùng')
  await page.keyboard.press('Escape')
  await expect(strip(page)).toBeHidden()
  const read = await readImage(buffer)
  await keyboard.type(read.ok ? (read.texts[0] ?? '') : read.why, scannerPace)
  await expect(strip(page)).toContainText('Lê Văn Sáu')
  await saysPin(page, sau.pin)
  await expect(chip(page)).toHaveText('Thượng sĩ Sáu')
})

test('a foreign badge is refused, told of and on record', async ({ page, keyboard, profile }) => {
  await haveOfficers(page)
  const foreign = badgeText({ number: hung.number, secret: new Uint8Array(16).fill(7) })
  await keyboard.type(foreign, scannerPace)
  await expect(said(page)).toHaveAttribute('data-said', 'badge-unknown')
  expect(recordedOf(profile, 'badge.refused').map(({ payload }) => payload)).toMatchObject([{ number: hung.number }])
  expect(recordedScans(profile)).toEqual([])
})

test('a result that is scanned while a PIN is half typed is verified, and the PIN is as it was', async ({
  page,
  keyboard,
}) => {
  await haveOfficers(page)
  await page.keyboard.press('Control+D')
  await saysNumber(page, hung.number)
  await expect(pin(page)).toBeFocused()
  await page.keyboard.type(hung.pin.slice(0, 4), { delay: handPace })
  for (const text of [resultOf(hoa), cardOf(hoa)]) {
    await keyboard.type(text, scannerPace)
    await expect(verdict(page)).toContainText(nameOf(hoa))
    await expect(pin(page)).toHaveValue(hung.pin.slice(0, 4))
    await expect(pin(page)).toBeFocused()
  }
  await page.keyboard.type(hung.pin.slice(4), { delay: handPace })
  await page.keyboard.press('Enter')
  await expect(strip(page)).toBeHidden()
  await expect(travellers(page)).toHaveCount(1)
})

test('a PIN that an input method has on its way is the digits that were typed', async ({ page, keyboard }) => {
  await haveOfficers(page, sau)
  await page.keyboard.press('Control+D')
  await saysNumber(page, sau.number)
  await expect(pin(page)).toBeFocused()
  let shown = ''
  for (const { stroke, index } of methodStrokes(sau.pin, true)) {
    await keyboard.send([{ stroke, index: 0 }], 0)
    if (stroke.type === 'keyUp') continue
    shown += sau.pin.charAt(index)
    await keyboard.compose(shown)
  }
  await expect(pin(page)).toHaveValue(sau.pin)
  await page.getByTestId('sign-in-next').click()
  await expect(chip(page)).toHaveText('Thượng sĩ Sáu')
})

test('a scan that an input method has while a PIN is half typed is verified, and leaves the PIN as it was', async ({
  page,
  keyboard,
}) => {
  await haveOfficers(page, sau)
  await page.keyboard.press('Control+D')
  await saysNumber(page, sau.number)
  await expect(pin(page)).toBeFocused()
  await page.keyboard.type(sau.pin.slice(0, 3), { delay: handPace })
  await expect(pin(page)).toHaveValue(sau.pin.slice(0, 3))
  const text = resultOf(hoa)
  const begun = 12
  let shown = ''
  for (const { stroke, index } of methodStrokes(text.slice(0, begun), true)) {
    await keyboard.send([{ stroke, index: 0 }], 0)
    if (stroke.type === 'keyUp') continue
    shown += text.charAt(index).toLowerCase()
    await keyboard.compose(shown)
  }
  await keyboard.type(text.slice(begun), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(hoa))
  await expect(pin(page)).toHaveValue(sau.pin.slice(0, 3))
  await expect(pin(page)).toBeFocused()
  await page.keyboard.type(sau.pin.slice(3), { delay: handPace })
  await page.keyboard.press('Enter')
  await expect(chip(page)).toHaveText('Thượng sĩ Sáu')
})

test('a badge that is scanned while a PIN is looked at takes nobody’s answer from them', async ({
  page,
  keyboard,
  profile,
}) => {
  await haveOfficers(page, sau)
  await page.keyboard.press('Control+D')
  await saysNumber(page, sau.number)
  await saysPin(page, sau.pin)
  await keyboard.type(badgeText({ number: hung.number, secret: new Uint8Array(16).fill(7) }), scannerPace)
  await expect(chip(page)).toHaveText('Thượng sĩ Sáu')
  await expect.poll(() => recordedOf(profile, 'badge.refused')).toHaveLength(1)
})

test('while the strip is open no key decides, and another officer takes over within an open crossing', async ({
  page,
  keyboard,
  profile,
}) => {
  await haveOfficers(page, sau)
  await keyboard.type('98A12345', handPace)
  await keyboard.type(resultOf(khanh), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(khanh))
  await page.keyboard.press('Control+D')
  await expect(page.getByTestId('officer-number')).toBeFocused()
  for (const key of ['F1', 'F2', 'F3', 'F12', 'Home']) await page.keyboard.press(key)
  await expect(page.getByTestId('reasons')).toBeHidden()
  await expect(page.getByTestId('rooms')).toBeHidden()
  await expect(page.getByTestId('people')).toBeHidden()
  expect(recordedOf(profile, 'crossing.recorded')).toEqual([])

  await saysNumber(page, sau.number)
  await saysPin(page, sau.pin)
  await expect(chip(page)).toHaveText('Thượng sĩ Sáu')
  await expect(verdict(page)).toContainText(nameOf(khanh))
  await expect(page.getByTestId('plate')).toHaveValue('98A-123.45')
  await expect(travellers(page)).toHaveCount(1)
  const ends = recordedOf(profile, 'session.closed').map(({ payload }) => payload)
  expect(ends).toMatchObject([{ number: hung.number, why: 'taken-over' }])
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
  await expect(page.getByTestId('decided')).toBeVisible()
  await expect(chip(page)).toHaveText('Thượng sĩ Sáu')

  await positive(khanh)
  await page.keyboard.press('2')
  await expect(page.getByTestId('decided')).toBeVisible()
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

test('a third wrong PIN has a wait behind it, and no PIN is looked at meanwhile', async ({ page, profile }) => {
  await haveOfficers(page)
  await page.keyboard.press('Control+D')
  await saysNumber(page, hung.number)
  await saysPin(page, '12')
  await expect(said(page)).toContainText('ít nhất 6')
  await pin(page).fill('')
  for (const left of [9, 8, 7]) {
    await saysPin(page, '482051')
    await expect(said(page)).toContainText(`Còn ${left} lần`)
  }
  await expect(said(page)).toContainText('giây')
  const before = recordedOf(profile, 'session.tried').length
  await saysPin(page, hung.pin)
  await expect(said(page)).toHaveAttribute('data-said', 'wait')
  expect(recordedOf(profile, 'session.tried')).toHaveLength(before)
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

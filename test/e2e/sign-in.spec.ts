/** Signing in: by number or badge, by keyboard or touch, and never in the lane's way. */
import type { Locator, Page } from '@playwright/test'
import { readImage } from '../../main/images/index.ts'
import { badgeText } from '../../shared/domain/officer/badge.ts'
import { expect } from './fixtures.ts'
import { recordedOf, recordedScans } from './journal-file.ts'
import { handPace, scannerPace } from './keyboard.ts'
import { appoints, chip, haveOfficers, hung, pin, sau, saysNumber, saysPin, strip } from './officers-at.ts'
import { cardOf, hoa, khanh, nameOf, resultOf, testWithPeople as test } from './people.ts'
import { enters, travellers, verdict } from './screen.ts'
import { methodStrokes } from './us-keyboard.ts'

const said = (page: Page): Locator => page.getByTestId('sign-in-said')

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

/** Shifts: opened by who signs in, closed with counts, handed over with both names, and printed again. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { root } from '../../main/setup/node24.mjs'
import { expect } from './fixtures.ts'
import { recordedOf } from './journal-file.ts'
import { handPace, scannerPace, type Keyboard } from './keyboard.ts'
import { chip, haveOfficers, hung, sau, signsIn, strip, saysNumber, saysPin } from './officers-at.ts'
import { hoa, resultOf, testWithPeople as test } from './people.ts'
import { admitsCounted, enters, verdict } from './screen.ts'
import { openInBrowser } from './shells.ts'
import { setRepeatWithin } from './trust-folder.ts'

const record = (page: Page) => page.getByTestId('shift-report')
const duty = (page: Page) => page.getByTestId('duty')

/** A vehicle with its driver, let pass. */
async function passes(page: Page, keyboard: Keyboard): Promise<void> {
  await keyboard.type('98A12345', handPace)
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'accepted')
  await admitsCounted(page, 1)
  await expect(page.getByTestId('decided')).toBeVisible()
}

/** The shift is closed by two presses, with what it comes to between them. */
async function closes(page: Page): Promise<void> {
  await enters(page, 'shift')
  await page.keyboard.press('F6')
  await expect(page.getByTestId('shift-counts')).toBeVisible()
  await page.keyboard.press('F6')
  await expect(record(page)).toBeVisible()
}

test('a shift is closed by two presses, and its printed head vouches for the journal', async ({
  page,
  keyboard,
  profile,
}) => {
  await passes(page, keyboard)
  await closes(page)
  await expect(page.getByTestId('shift-code')).toBeVisible()
  const head = await page.getByTestId('shift-head').innerText()
  const args = [join(root, 'main', 'cli.ts'), 'journal', 'verify', '--profile', profile, '--head', head, '--lang', 'en']
  expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toContain('intact')

  // The printer jams, the page is loaded anew, and the record is printed later.
  await page.reload()
  await enters(page, 'shift')
  await expect(page.getByTestId('shifts').locator('button')).toHaveCount(1)
  await page.keyboard.press('F8')
  await expect(page.getByTestId('shift-head')).toHaveText(head)
  await expect(page.getByTestId('shift-said')).toContainText('In, hai bên ký')

  // On paper there is the record and nothing else.
  await page.emulateMedia({ media: 'print' })
  await expect(record(page)).toBeVisible()
  await expect(page.getByTestId('clock')).toBeHidden()
  await expect(page.getByTestId('shift-close')).toBeHidden()
})

test('what an officer confirms is what the shift comes to, and Esc calls it off', async ({
  page,
  keyboard,
  profile,
}) => {
  await passes(page, keyboard)
  await enters(page, 'shift')
  await page.keyboard.press('F6')
  await expect(page.getByTestId('shift-counts')).toContainText('Lượt qua chốt1')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('shift-counts')).toBeHidden()
  await expect(page.getByTestId('shift-screen')).toBeVisible()
  expect(recordedOf(profile, 'shift.closed')).toEqual([])
})

test('a shift is opened at sign-in, handed over to another officer, and its record has both names', async ({
  page,
  keyboard,
  profile,
}) => {
  await haveOfficers(page, sau)
  const [opened] = recordedOf(profile, 'shift.opened')
  expect(opened).toMatchObject({ officer: hung.number, payload: { by: { number: hung.number, name: hung.name } } })
  await passes(page, keyboard)
  await closes(page)
  await expect(record(page)).toContainText('Đại úy Trần Quốc Hùng · số 204117')
  await expect(page.getByTestId('signs')).toHaveCount(1)
  await page.keyboard.press('*')
  await expect(page.getByTestId('absence-form').locator('input')).toBeFocused()
  await page.keyboard.type('xe ca sau den muon', { delay: handPace })
  await page.keyboard.press('Enter')
  await expect(record(page)).toContainText('chưa có: xe ca sau den muon')

  // Who comes takes over by signing in and one key, wherever they are.
  await page.keyboard.press('Control+D')
  await saysNumber(page, sau.number)
  await saysPin(page, sau.pin)
  await expect(strip(page)).toBeHidden()
  await expect(duty(page)).toContainText('Đại úy Trần Quốc Hùng kết lúc')
  await expect(duty(page)).toContainText('1 lượt, 1 người')
  await page.keyboard.press('Control+B')
  await expect(duty(page)).toBeHidden()
  expect(recordedOf(profile, 'shift.opened').map(({ officer }) => officer)).toEqual([hung.number, sau.number])
  expect(recordedOf(profile, 'shift.handed-over')).toMatchObject([
    { officer: hung.number, payload: { to: null, absent: 'xe ca sau den muon' } },
    { officer: sau.number, payload: { from: { number: hung.number }, to: { number: sau.number }, absent: null } },
  ])

  await enters(page, 'shift')
  await expect(page.getByTestId('shift-said')).toContainText('Thượng sĩ Lê Văn Sáu')
  await page.getByTestId('shift-see').click()
  await expect(page.getByTestId('signs')).toHaveText(['Đại úy Trần Quốc Hùng', 'Thượng sĩ Lê Văn Sáu'])
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('shifts')).toContainText('Đại úy Trần Quốc Hùng → Thượng sĩ Lê Văn Sáu')
})

test('orders that changed while the kiosk was off are told at sign-in, once to each officer, and hold nobody up', async ({
  page,
  kiosk,
  launch,
  profile,
}) => {
  await haveOfficers(page, sau)
  await expect.poll(() => recordedOf(profile, 'orders.changed')).toHaveLength(1)
  await expect(duty(page)).toBeHidden()
  await kiosk.stop()
  setRepeatWithin(profile, 7)
  const again = await openInBrowser(await launch(), profile)
  const tells = duty(again.page)
  await signsIn(again.page, hung)
  await expect(tells).toContainText('→ 7 phút')
  await again.page.keyboard.press('F1')
  await again.page.keyboard.press('Control+B')
  await expect(tells).toBeHidden()
  await signsIn(again.page, sau)
  await expect(tells).toContainText('→ 7 phút')
  await again.page.getByTestId('duty-take').click()
  await expect(tells).toBeHidden()
  const known = recordedOf(profile, 'orders.acknowledged')
  expect(known.map(({ officer }) => officer)).toEqual([hung.number, sau.number])
  await signsIn(again.page, hung)
  await expect(chip(again.page)).toHaveText('Đại úy Hùng')
  await expect(tells).toBeHidden()
  await again.close()
})

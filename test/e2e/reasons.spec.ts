/** Why somebody looks at people: asked once, kept until the room is left, and read by whoever asks who looked at whom. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { root } from '../../main/setup/node24.mjs'
import { expect } from './fixtures.ts'
import { recordedOf } from './journal-file.ts'
import { handPace, scannerPace, type Keyboard } from './keyboard.ts'
import { haveOfficers, hung, sau, signsIn } from './officers-at.ts'
import { hoa, nameOf, resultOf, testWithPeople as test } from './people.ts'
import { admitsCounted, enters, verdict } from './screen.ts'

const because = (page: Page) => page.getByTestId('because')
const found = (page: Page) => page.getByTestId('found').locator('li')
const searchBox = (page: Page) => page.getByTestId('search-fields').locator('input').first()

/** Somebody else has let a vehicle and its driver pass; the supervisor is signed in, at the lane. */
async function passedBefore(page: Page, keyboard: Keyboard): Promise<void> {
  await haveOfficers(page, sau)
  await signsIn(page, sau)
  await keyboard.type('98A12345', handPace)
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'accepted')
  await admitsCounted(page, 1)
  await expect(page.getByTestId('decided')).toBeVisible()
  await signsIn(page, hung)
}

/** Says why by the digit of a routine check. */
async function saysRoutine(page: Page): Promise<void> {
  await expect(because(page)).toBeVisible()
  await expect(searchBox(page)).not.toBeFocused()
  await page.keyboard.press('1')
  await expect(because(page)).toBeHidden()
}

/** What `chot journal access` prints of somebody, for the supervisor, while the kiosk runs. */
async function accessesTo(person: string, profile: string): Promise<string> {
  const args = [join(root, 'main', 'cli.ts'), 'journal', 'access', '--person', person, '--profile', profile]
  const env = { ...process.env, CHOT_OFFICER: hung.number, CHOT_PIN: hung.pin, CHOT_LANG: 'vi' }
  const { stdout } = await promisify(execFile)(process.execPath, args, { env })
  return stdout
}

test('looking for somebody asks why once, for opening, tracing and the file as well, and it is read who looked', async ({
  page,
  keyboard,
  profile,
}) => {
  await passedBefore(page, keyboard)
  await enters(page, 'records')
  await searchBox(page).fill('98A')
  await expect(found(page)).toHaveCount(1)
  await expect(because(page)).toBeHidden()

  await searchBox(page).fill(nameOf(hoa))
  await saysRoutine(page)
  await expect(found(page)).toContainText(nameOf(hoa))
  await found(page).getByRole('button').click()
  await page.getByRole('button', { name: 'Truy vết xe này' }).click()
  await expect(page.getByTestId('traced')).toContainText(nameOf(hoa))
  await Promise.all([page.waitForEvent('download'), page.getByTestId('trace-export').click()])
  await expect.poll(() => recordedOf(profile, 'access.exported')).toHaveLength(1)
  for (const kind of ['access.opened', 'access.traced', 'access.exported'])
    expect(recordedOf(profile, kind)).toMatchObject([
      { officer: hung.number, payload: { because: { code: 'routine-check' } } },
    ])

  const said = await accessesTo(nameOf(hoa), profile)
  // The trace of a vehicle was a look at whomever it listed, on the screen as in the file.
  expect(said.match(/Đại úy Trần Quốc Hùng \(204117\) · \S+/g)).toEqual([
    'Đại úy Trần Quốc Hùng (204117) · tìm',
    'Đại úy Trần Quốc Hùng (204117) · mở',
    'Đại úy Trần Quốc Hùng (204117) · truy',
    'Đại úy Trần Quốc Hùng (204117) · xuất',
  ])
  expect(said.match(/Kiểm tra thường kỳ/g)).toHaveLength(4)
  expect(await accessesTo('Nguyễn Không Ai', profile)).toBe('')
})

test('a room that was left asks anew, and somebody else’s record that the lane opens asks in words too', async ({
  page,
  keyboard,
  profile,
}) => {
  await passedBefore(page, keyboard)
  await enters(page, 'records')
  await searchBox(page).fill('hoa')
  await saysRoutine(page)
  await expect(found(page)).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('lane-screen')).toBeVisible()

  await page.getByTestId('last-crossings').getByText('98A-123.45').click()
  await expect(because(page)).toBeVisible()
  expect(recordedOf(profile, 'access.opened')).toEqual([])
  await page.keyboard.press('0')
  await expect(because(page).locator('input')).toBeFocused()
  await page.keyboard.type('nguoi nha hoi', { delay: handPace })
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('opened')).toContainText(nameOf(hoa))
  expect(recordedOf(profile, 'access.opened')).toMatchObject([
    { payload: { because: { code: 'other', note: 'nguoi nha hoi' } } },
  ])
})

test('an officer’s own crossing of this shift opens without a reason', async ({ page, keyboard }) => {
  await passedBefore(page, keyboard)
  await signsIn(page, sau)
  await page.getByTestId('last-crossings').getByText('98A-123.45').click()
  await expect(page.getByTestId('opened')).toContainText(nameOf(hoa))
  await expect(because(page)).toBeHidden()
})

test('the chip of those who are waited for asks a signed-out person who they are, and then shows them', async ({
  page,
  keyboard,
}) => {
  await haveOfficers(page, sau)
  await keyboard.type(resultOf(hoa, 'positive'), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(hoa))
  await page.keyboard.press('F3')
  await expect(page.getByTestId('decided')).toBeVisible()
  await page.keyboard.press('Control+D')
  await page.getByTestId('sign-out').click()
  await expect(page.getByTestId('officer')).toHaveText('Chưa đăng nhập')
  await page.getByTestId('referrals').click()
  await expect(page.getByTestId('officer-number')).toBeFocused()
  await page.keyboard.type(sau.number, { delay: handPace })
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('pin')).toBeFocused()
  await page.keyboard.type(sau.pin, { delay: handPace })
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('referrals-open')).toContainText(nameOf(hoa))
})

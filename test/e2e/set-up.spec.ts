/** From a practice kiosk to a real checkpoint, without a terminal and without a file by hand. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from './fixtures.ts'
import { recordedScans } from './journal-file.ts'
import { scannerPace } from './keyboard.ts'
import { enters, verdict } from './screen.ts'
import {
  checked,
  keepsOpen,
  makes,
  namesAlone,
  namesAndTrusts,
  opensReal,
  passphrase,
  step,
  writesCodeDown,
  test,
} from './setting-up.ts'

test('by keyboard alone a practice kiosk makes a real checkpoint, which accepts its first result at the next start', async ({
  page,
  keyboard,
  codes,
  profile,
  places,
  authority,
  launch,
}) => {
  await namesAndTrusts(page, authority)
  await page.keyboard.press('1')
  await page.getByTestId('passphrase').pressSequentially(passphrase, { delay: 65 })
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type(passphrase, { delay: 65 })
  await page.keyboard.press('F8')
  expect(existsSync(join(places, 'chot', 'checkpoint.json'))).toBe(false)
  await makes(page)
  expect(existsSync(join(places, 'chot', 'checkpoint.json'))).toBe(true)

  await keyboard.type(codes.valid.text, scannerPace)
  await expect(checked(page, 'scanner')).toHaveAttribute('data-state', 'good')
  await expect(checked(page, 'scanner')).toContainText('mã kết quả')
  expect(recordedScans(profile), 'a trial is about the scanner, and about nobody').toEqual([])
  await page.keyboard.press('0')
  await step(page, 'done')
  await expect(page.getByTestId('wizard-done')).toContainText(join(places, 'chot'))

  const real = await opensReal(places, launch)
  await expect(real.page.getByRole('heading', { name: 'Chốt Km 98' })).toBeVisible()
  await expect(real.page.getByTestId('practice')).toBeHidden()
  await real.page.getByTestId('image-file').setInputFiles(await authority.issue('Nguyễn Văn An'))
  await expect(verdict(real.page)).toHaveAttribute('data-outcome', 'accepted')
  await expect(verdict(real.page)).toContainText('NGUYỄN VĂN AN', { ignoreCase: true })
  await real.close()
})

test('the camera is tried with any code, and what it reads brings no lane', async ({ page, camera }) => {
  await namesAlone(page)
  await keepsOpen(page)
  await makes(page)
  await camera.show('valid')
  await expect(checked(page, 'camera')).toHaveAttribute('data-state', 'good')
  camera.clear()
  await step(page, 'devices')
})

test('what is half filled outlasts another room, but no passphrase does', async ({ page }) => {
  await namesAlone(page)
  await page.keyboard.press('1')
  await page.getByTestId('passphrase').fill(passphrase)
  await enters(page, 'records')
  await page.getByTestId('practice').click()
  await step(page, 'secret')
  await expect(page.getByTestId('passphrase')).toHaveValue('')
  await page.keyboard.press('F4')
  await step(page, 'trust')
  await page.getByTestId('step-back').click()
  await step(page, 'checkpoint')
  await expect(page.getByTestId('checkpoint-fields').locator('input').first()).toHaveValue('Chốt Km 98')
})

test('another code than the one on the paper makes nothing', async ({ page, places }) => {
  await namesAlone(page)
  await keepsOpen(page)
  const code = await writesCodeDown(page)
  await page.getByTestId('code-form').locator('input').fill(code.slice(0, -1))
  await page.keyboard.press('F8')
  await expect(page.getByTestId('set-up-refused')).toBeVisible()
  await step(page, 'typing')
  expect(existsSync(join(places, 'chot', 'checkpoint.json'))).toBe(false)
})

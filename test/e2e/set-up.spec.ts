/** From a practice kiosk to a real checkpoint, and looking after it, without a terminal and without a file by hand. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test as base } from './fixtures.ts'
import { recordedScans } from './journal-file.ts'
import { scannerPace } from './keyboard.ts'
import { makeRealAuthority, type RealAuthority } from './real-authority.ts'
import { enters, verdict } from './screen.ts'
import { openInBrowser, type OpenedKiosk } from './shells.ts'

const window = { width: 1366, height: 768 }
const passphrase = 'qua cau Nhu Nguyet 1077'

/** A laptop in Hà Nội, of which the place for real profiles is a folder of the test's. */
const laptop = (places: string): Record<string, string> => ({
  XDG_DATA_HOME: places,
  APPDATA: places,
  TZ: 'Asia/Ho_Chi_Minh',
})

const test = base.extend<{ authority: RealAuthority; places: string }>({
  places: async ({ profile }, use, testInfo) => use(testInfo.outputPath(`places-of-${profile.length}`)),
  authority: async ({ places: _places }, use, testInfo) =>
    use(await makeRealAuthority(testInfo.outputPath('province'))),
  opened: async ({ profile, places, launch }, use) => {
    const opened = await openInBrowser(await launch(), profile, { ...window, env: laptop(places) })
    await use(opened)
    await opened.close()
  },
})

const step = (page: Page, name: string): Promise<void> =>
  expect(page.getByTestId('wizard')).toHaveAttribute('data-step', name)

/** A device's line in the fourth step. */
const checked = (page: Page, device: 'camera' | 'scanner'): Locator =>
  page.getByTestId('wizard').locator(`[data-check="${device}"]`)

/** The first step: a name and a lane. */
async function names(page: Page): Promise<void> {
  await page.getByTestId('practice').click()
  await step(page, 'checkpoint')
  // No field is chosen: the name is typed into the first that is empty.
  await page.keyboard.type('Chốt Km 98', { delay: 65 })
  await page.keyboard.press('Tab')
  await page.keyboard.type('2', { delay: 65 })
  await page.keyboard.press('F8')
  await step(page, 'trust')
}

/** A fingerprint but for the groups that are typed, as its mark is read out by the screen. */
const firstGroups = (fingerprint: string): string => fingerprint.replaceAll(' ', '').slice(0, 48)

/** What the authority reads out at the telephone. */
const lastGroups = (fingerprint: string): string => fingerprint.slice(-19)

/** The first two steps, the second with a root that is agreed to. */
async function namesAndTrusts(page: Page, { stick, fingerprint }: RealAuthority): Promise<void> {
  await names(page)
  await page.getByTestId('source-form').locator('input').first().fill(stick)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('fingerprint')).toHaveAccessibleName(new RegExp(firstGroups(fingerprint)))
  await page.keyboard.type(lastGroups(fingerprint), { delay: 65 })
  await page.keyboard.press('F6')
  await step(page, 'secret')
}

/** The first two steps, without anybody's keys. */
async function namesAlone(page: Page): Promise<void> {
  await names(page)
  await page.keyboard.press('0')
  await step(page, 'secret')
}

/** The third step, with nothing to remember. */
async function keepsOpen(page: Page): Promise<void> {
  await page.getByTestId('wizard').getByRole('button', { name: 'Để mở trong máy' }).click()
  await page.keyboard.press('F8')
}

/** The recovery code, read from the screen as onto paper. */
async function writesCodeDown(page: Page): Promise<string> {
  await step(page, 'code')
  const code = await page.getByTestId('recovery-code').textContent()
  await page.keyboard.press('F8')
  await step(page, 'typing')
  await expect(page.getByTestId('recovery-code')).toBeHidden()
  return code ?? ''
}

async function makes(page: Page): Promise<void> {
  const code = await writesCodeDown(page)
  await page.getByTestId('code-form').locator('input').fill(code.toLowerCase().replaceAll('-', ' '))
  await page.keyboard.press('Enter')
  await step(page, 'devices')
}

/** Opens what was made, as the next start does. */
async function opensReal(
  places: string,
  launch: () => Promise<Parameters<typeof openInBrowser>[0]>,
): Promise<OpenedKiosk> {
  const env = { ...laptop(places), CHOT_PASSPHRASE: passphrase }
  return openInBrowser(await launch(), join(places, 'chot'), { ...window, env })
}

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

/** A real checkpoint, made on the screen as above, open. */
async function realKiosk(
  page: Page,
  authority: RealAuthority,
  places: string,
  launch: () => Promise<Parameters<typeof openInBrowser>[0]>,
): Promise<OpenedKiosk> {
  await namesAndTrusts(page, authority)
  await page.keyboard.press('1')
  await page.getByTestId('passphrase').fill(passphrase)
  await page.getByTestId('passphrase-again').fill(passphrase)
  await page.keyboard.press('F8')
  await makes(page)
  return opensReal(places, launch)
}

test('a checkpoint that was set up without keys takes its first root on the screen, and accepts its first result', async ({
  page: practice,
  authority,
  places,
  launch,
}) => {
  await namesAlone(practice)
  await keepsOpen(practice)
  await makes(practice)
  const real = await openInBrowser(await launch(), join(places, 'chot'), { ...window, env: laptop(places) })
  const { page } = real
  const result = await authority.issue('Lê Văn Cường')
  await page.getByTestId('image-file').setInputFiles(result)
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'check')
  await enters(page, 'set-up')
  await page.keyboard.press('F5')
  await page.getByTestId('source-form').locator('input').first().fill(authority.stick)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('fingerprint')).toHaveAccessibleName(new RegExp(firstGroups(authority.fingerprint)))
  await expect(page.getByTestId('compared')).not.toContainText(lastGroups(authority.fingerprint).slice(-4))
  // Another place first: nothing is taken by looking.
  await page.keyboard.press('F4')
  await expect(page.getByTestId('compared')).toBeHidden()
  await page.getByTestId('source-form').locator('input').first().fill(authority.stick)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('compared')).toBeVisible()
  // Another root's, and nothing is taken; nor by the key alone.
  await page.keyboard.press('F6')
  await expect(page.getByTestId('read-fault')).toContainText('Chưa đủ')
  await page.getByTestId('compared').locator('input').fill('0000 0000 0000 0000')
  await page.keyboard.press('F6')
  await expect(page.getByTestId('read-fault')).toContainText('Không khớp')
  await page.getByTestId('compared').locator('input').fill(lastGroups(authority.fingerprint))
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('update-done')).toBeVisible()
  await expect(page.getByTestId('trust-part')).toContainText('số 1')
  await page.getByTestId('image-file').setInputFiles(await authority.issue('Phạm Thị Dung'))
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'accepted')
  await real.close()
})

test('trust is brought up to date on the screen while a result is verified', async ({
  page: practice,
  authority,
  places,
  launch,
}) => {
  const real = await realKiosk(practice, authority, places, launch)
  const { page } = real
  await authority.publish()
  const result = await authority.issue('Trần Thị Bình')
  await page.getByTestId('trust').click()
  await expect(page.getByTestId('trust-part')).toContainText('số 1')
  await page.getByTestId('source-form').locator('input').first().fill(authority.stick)
  await page.keyboard.press('Enter')
  await page.getByTestId('image-file').setInputFiles(result)
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'accepted')
  await page.getByTestId('trust').click()
  await expect(page.getByTestId('update-done')).toBeVisible()
  await expect(page.getByTestId('trust-part')).toContainText('số 2')
  await real.close()
})

test('the name, the way the secret is kept and the recovery code are changed, each with what it asks for', async ({
  page: practice,
  authority,
  places,
  launch,
}) => {
  const real = await realKiosk(practice, authority, places, launch)
  const { page } = real
  await enters(page, 'set-up')
  await page.getByTestId('checkpoint-fields').locator('input').first().fill('Chốt cầu Như Nguyệt')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('checkpoint-done')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Chốt cầu Như Nguyệt' })).toBeVisible()

  await page.keyboard.press('F6')
  await expect(page.getByTestId('secret-part')).toBeVisible()
  // No field is chosen by hand: the way's figure asks for the present passphrase.
  await page.keyboard.press('2')
  await expect(page.getByTestId('passphrase-present')).toBeFocused()
  await page.keyboard.type('not this one', { delay: 65 })
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('set-up-refused')).toBeVisible()
  await page.getByTestId('passphrase-present').fill(passphrase)
  await page.getByTestId('secret-keep').click()
  await expect(page.getByTestId('secret-done')).toBeVisible()
  await expect(page.getByTestId('passphrase-present')).toBeHidden()

  await page.getByTestId('recovery-new').click()
  const code = await page.getByTestId('recovery-code').textContent()
  await page.keyboard.press('F8')
  await page
    .getByTestId('code-form')
    .locator('input')
    .fill(code ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('secret-part')).toBeVisible()

  await page.keyboard.press('F8')
  await expect(page.getByTestId('doctor-part')).toHaveAttribute('aria-busy', 'false')
  await expect(page.locator('[data-check="secret"]').first()).toHaveAttribute('data-state', /good|look/)
  await real.close()
})

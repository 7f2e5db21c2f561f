/** A real checkpoint looked after on its screen: its first root, newer keys, its name, its secret and the code on paper. */
import { join } from 'node:path'
import { expect } from './fixtures.ts'
import { enters, verdict } from './screen.ts'
import {
  firstGroups,
  keepsOpen,
  laptop,
  lastGroups,
  makes,
  namesAlone,
  passphrase,
  realKiosk,
  window,
  test,
} from './setting-up.ts'
import { openInBrowser } from './shells.ts'

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

/** The steps by which a real checkpoint is made on the screen, for the specs that go through them. */
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test as base } from './fixtures.ts'
import { makeRealAuthority, type RealAuthority } from './real-authority.ts'
import { openInBrowser, type OpenedKiosk } from './shells.ts'

export const window = { width: 1366, height: 768 }
export const passphrase = 'qua cau Nhu Nguyet 1077'

/** A laptop in Hà Nội, of which the place for real profiles is a folder of the test's. */
export const laptop = (places: string): Record<string, string> => ({
  XDG_DATA_HOME: places,
  APPDATA: places,
  TZ: 'Asia/Ho_Chi_Minh',
})

export const test = base.extend<{ authority: RealAuthority; places: string }>({
  places: async ({ profile }, use, testInfo) => use(testInfo.outputPath(`places-of-${profile.length}`)),
  authority: async ({ places: _places }, use, testInfo) =>
    use(await makeRealAuthority(testInfo.outputPath('province'))),
  opened: async ({ profile, places, launch }, use) => {
    const opened = await openInBrowser(await launch(), profile, { ...window, env: laptop(places) })
    await use(opened)
    await opened.close()
  },
})

export const step = (page: Page, name: string): Promise<void> =>
  expect(page.getByTestId('wizard')).toHaveAttribute('data-step', name)

/** A device's line in the fourth step. */
export const checked = (page: Page, device: 'camera' | 'scanner'): Locator =>
  page.getByTestId('wizard').locator(`[data-check="${device}"]`)

/** The first step: a name and a lane. */
export async function names(page: Page): Promise<void> {
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
export const firstGroups = (fingerprint: string): string => fingerprint.replaceAll(' ', '').slice(0, 48)

/** What the authority reads out at the telephone. */
export const lastGroups = (fingerprint: string): string => fingerprint.slice(-19)

/** The first two steps, the second with a root that is agreed to. */
export async function namesAndTrusts(page: Page, { stick, fingerprint }: RealAuthority): Promise<void> {
  await names(page)
  await page.getByTestId('source-form').locator('input').first().fill(stick)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('fingerprint')).toHaveAccessibleName(new RegExp(firstGroups(fingerprint)))
  await page.keyboard.type(lastGroups(fingerprint), { delay: 65 })
  await page.keyboard.press('F6')
  await step(page, 'secret')
}

/** The first two steps, without anybody's keys. */
export async function namesAlone(page: Page): Promise<void> {
  await names(page)
  await page.keyboard.press('0')
  await step(page, 'secret')
}

/** The third step, with nothing to remember. */
export async function keepsOpen(page: Page): Promise<void> {
  await page.getByTestId('wizard').getByRole('button', { name: 'Để mở trong máy' }).click()
  await page.keyboard.press('F8')
}

/** The recovery code, read from the screen as onto paper. */
export async function writesCodeDown(page: Page): Promise<string> {
  await step(page, 'code')
  const code = await page.getByTestId('recovery-code').textContent()
  await page.keyboard.press('F8')
  await step(page, 'typing')
  await expect(page.getByTestId('recovery-code')).toBeHidden()
  return code ?? ''
}

export async function makes(page: Page): Promise<void> {
  const code = await writesCodeDown(page)
  await page.getByTestId('code-form').locator('input').fill(code.toLowerCase().replaceAll('-', ' '))
  await page.keyboard.press('Enter')
  await step(page, 'devices')
}

/** Opens what was made, as the next start does. */
export async function opensReal(
  places: string,
  launch: () => Promise<Parameters<typeof openInBrowser>[0]>,
): Promise<OpenedKiosk> {
  const env = { ...laptop(places), CHOT_PASSPHRASE: passphrase }
  return openInBrowser(await launch(), join(places, 'chot'), { ...window, env })
}

/** A real checkpoint, made on the screen with the steps above, open. */
export async function realKiosk(
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

/** The province's hub and its page: posts are enrolled by its code, stand in its list, and lose nothing while it is away. */
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { serverFiles } from '../../hub/database/server-files.ts'
import { codesInPicture } from '../fixtures/read-codes.ts'
import { chot, chotHub } from './commands.ts'
import { test as base, expect } from './fixtures.ts'
import { startHub, type HubProcess } from './hub-process.ts'
import { scannerPace } from './keyboard.ts'
import { startKioskOrFail } from './kiosk-process.ts'
import { enters } from './screen.ts'
import { openInBrowser } from './shells.ts'

const ownPassword = 'cau-mat-khau-cua-tinh'

interface HubFixtures {
  hub: HubProcess
  /** The hub's page, in a window of its own. */
  desk: Page
}

const test = base.extend<HubFixtures>({
  // eslint-disable-next-line no-empty-pattern
  hub: async ({}, use, testInfo) => {
    test.skip(serverFiles() === null, 'no PostgreSQL for this kind of machine')
    const hub = await startHub(testInfo.outputPath('hub'))
    await use(hub)
    await testInfo.attach('what the hub wrote', { body: hub.output() })
    await hub.shut()
  },
  desk: async ({ hub, launch }, use) => {
    const context = await (await launch()).newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true })
    const desk = await context.newPage()
    await desk.goto(hub.address)
    await use(desk)
    await context.close()
  },
})

/** Signs in as the hub printed it, and chooses a password. */
async function signsIn(desk: Page, { first }: HubProcess): Promise<void> {
  const fields = desk.locator('input')
  await expect(desk.getByTestId('sign-in')).toBeVisible()
  await fields.nth(0).fill(first.name)
  await fields.nth(1).fill(first.password)
  await desk.keyboard.press('Enter')
  await expect(desk.getByTestId('change-password')).toBeVisible()
  await fields.nth(0).fill(first.password)
  await fields.nth(1).fill(ownPassword)
  await fields.nth(2).fill(ownPassword)
  await desk.keyboard.press('Enter')
  await expect(desk.getByTestId('posts-none')).toBeVisible()
}

/** Fills in an invitation for a practice post. */
async function invites(desk: Page, name: string, by: 'Mạng' | 'Chỉ USB'): Promise<void> {
  await desk.getByTestId('nav-enrol').click()
  const part = desk.getByTestId('enrol-part')
  await part.locator('input').first().fill(name)
  await part.getByRole('button', { name: 'Tập huấn' }).click()
  await part.getByRole('button', { name: by }).click()
  await desk.getByTestId('enrol-invite').click()
  await expect(desk.getByTestId('invitation')).toContainText(name)
}

/** What a scanner reads from the page. */
async function codeOn(desk: Page): Promise<string> {
  await expect(desk.getByTestId('enrol-qr')).toBeVisible()
  const [text = ''] = await codesInPicture(await desk.getByTestId('enrol-qr').screenshot())
  expect(text).toMatch(/^CHOT-ENROL:1 /)
  return text
}

const groupsOf = (page: Page): Promise<string[]> => page.getByTestId('fingerprint').locator('span').allTextContents()

/** The last groups are read out at the hub's page, and typed at the kiosk, which does not show them. */
async function comparesWith(desk: Page, page: Page): Promise<void> {
  await expect(page.getByTestId('sync-compare')).toBeVisible()
  const [there, here] = [await groupsOf(desk), await groupsOf(page)]
  expect(here).toEqual([...there.slice(0, -4), ...Array<string>(4).fill('····')])
  await page.getByTestId('sync-compare').locator('input').fill(there.slice(-4).join(' '))
  await page.keyboard.press('F6')
}

const stand = (page: Page): Locator => page.getByTestId('sync-stand')
const post = (desk: Page, name: string): Locator => desk.locator(`[data-testid="post"][data-name="${name}"]`)

test('a post is enrolled by the page’s code, stands in the list once it has sent, and is told when it is revoked', async ({
  hub,
  desk,
  page,
  keyboard,
}) => {
  await signsIn(desk, hub)
  await invites(desk, 'Km 98', 'Mạng')
  const code = await codeOn(desk)

  // Scanned in Set-up it is read where it belongs.
  await enters(page, 'set-up')
  await keyboard.type(code, scannerPace)
  await comparesWith(desk, page)
  await expect(page.getByTestId('sync-done')).toContainText('Đã nối')
  await page.getByTestId('sync-run').click()
  await expect(stand(page)).toHaveAttribute('data-stand', 'delivered')

  await expect(desk.getByTestId('enrol-came')).toContainText('Km 98')
  await expect(desk.getByTestId('enrol-qr')).toBeHidden()
  await desk.keyboard.press('1')
  await expect(post(desk, 'Km 98').locator('[data-stand]')).toHaveAttribute('data-stand', 'good')
  await desk.screenshot({ path: join(test.info().outputDir, 'posts.png') })

  await post(desk, 'Km 98').getByRole('button').click()
  await desk.keyboard.press('5')
  await expect(desk.getByTestId('deed-ask')).toContainText('Thu hồi Km 98?')
  await desk.keyboard.press('Escape')
  await expect(desk.getByTestId('deed-ask')).toBeHidden()
  await desk.keyboard.press('5')
  await desk.keyboard.press('F6')
  await expect(desk.getByTestId('deed-done')).toContainText('Km 98')
  await page.getByTestId('sync-run').click()
  await expect(stand(page)).toHaveAttribute('data-stand', 'revoked')
})

test('three posts, one by stick, lose nothing while the hub is away and a kiosk is shut in between', async ({
  hub,
  desk,
  page,
  keyboard,
  codes,
  demo,
  profile,
  kiosk,
  launch,
}, testInfo) => {
  await signsIn(desk, hub)
  await invites(desk, 'Km 98', 'Mạng')
  const code = await codeOn(desk)
  await enters(page, 'sync')
  await keyboard.type(code, scannerPace)
  await comparesWith(desk, page)
  await expect(page.getByTestId('sync-done')).toContainText('Đã nối')

  const others = { 'Bến đò': 'Chỉ USB', 'Cầu Như Nguyệt': 'Mạng' } as const
  for (const [name, by] of Object.entries(others)) {
    // Opened once, it has a journal of its own.
    cpSync(demo.profile, testInfo.outputPath(name), { recursive: true })
    await (await startKioskOrFail(testInfo.outputPath(name))).stop()
    await desk.getByTestId('nav-posts').click()
    await invites(desk, name, by)
    const saving = desk.waitForEvent('download')
    await desk.getByTestId('enrol-save').click()
    const file = testInfo.outputPath(`${name}.json`)
    await (await saving).saveAs(file)
    const fingerprint = (await groupsOf(desk)).slice(-4).join('')
    await chot('sync', 'enrol', file, '--fingerprint', fingerprint, '--profile', testInfo.outputPath(name))
  }
  const [river, bridge] = ['Bến đò', 'Cầu Như Nguyệt'].map((name) => testInfo.outputPath(name)) as [string, string]
  const stick = testInfo.outputPath('stick')
  mkdirSync(stick)

  await hub.shut()
  await expect(desk.getByTestId('refused')).toContainText('Không tới được máy chủ')
  await page.keyboard.press('Escape')
  await keyboard.type(codes.valid.text, scannerPace)
  await expect(page.getByTestId('verdict')).toHaveAttribute('data-outcome', 'accepted')
  await page.keyboard.press('F1')
  await expect(page.getByTestId('decided')).toBeVisible()
  await enters(page, 'sync')
  await page.getByTestId('sync-run').click()
  await expect(page.getByTestId('sync-refused')).toContainText('Không tới được máy chủ')
  await kiosk.stop()
  await chot('sync', 'run', '--profile', river, '--folder', stick)

  await hub.open()
  await expect(desk.getByTestId('refused')).toBeHidden()
  const again = await openInBrowser(await launch(), profile)
  await enters(again.page, 'sync')
  await again.page.getByTestId('sync-run').click()
  await expect(stand(again.page)).toHaveAttribute('data-stand', 'delivered')
  await again.close()
  await chot('sync', 'run', '--profile', bridge)
  await chotHub('stick', stick, '--data', testInfo.outputPath('hub'))
  await chot('sync', 'run', '--profile', river, '--folder', stick)

  for (const place of [profile, river, bridge])
    expect(await chot('sync', 'status', '--profile', place)).toMatchObject({ delivered: true, waiting: 0 })
  await desk.getByTestId('nav-posts').click()
  for (const name of ['Km 98', 'Bến đò', 'Cầu Như Nguyệt']) {
    await expect(post(desk, name).locator('[data-stand]')).toHaveAttribute('data-stand', 'good')
    await expect(post(desk, name)).toContainText('không')
  }
})

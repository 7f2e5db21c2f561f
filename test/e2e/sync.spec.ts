/** A checkpoint that is enrolled with a hub by its code, and loses nothing while the hub is away. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { root } from '../../main/setup/node24.mjs'
import { listenOnPaper } from '../fixtures/paper-hub-server.ts'
import { expect } from './fixtures.ts'
import { handPace, scannerPace } from './keyboard.ts'
import { hoa, nameOf, resultOf, testWithPeople as test } from './people.ts'
import { enters, verdict } from './screen.ts'
import { openInBrowser } from './shells.ts'

const stand = (page: Page) => page.getByTestId('sync-stand')

/** What `chot sync status` says of the kiosk that has the profile open. */
async function statusOf(profile: string): Promise<{ head: number; delivered: boolean; waiting: number }> {
  const args = ['main/cli.ts', 'sync', 'status', '--json', '--profile', profile]
  // It ends with 1 as long as something waits, and prints the same.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root }).catch(
    (error: unknown) => error as { stdout: string },
  )
  return JSON.parse(stdout) as { head: number; delivered: boolean; waiting: number }
}

test('what was recorded while the hub was away arrives once it is back, though the kiosk was shut in between', async ({
  page,
  keyboard,
  profile,
  kiosk,
  launch,
}) => {
  const listening = await listenOnPaper()
  await enters(page, 'sync')
  await expect(stand(page)).toHaveAttribute('data-stand', 'none')
  await page.keyboard.press('F4')
  await expect(page.getByTestId('sync-sticks')).toBeVisible()
  await keyboard.type(listening.code, scannerPace)
  const compare = page.getByTestId('sync-compare')
  await expect(compare).toBeVisible()
  const shown = await page.getByTestId('fingerprint').locator('span').allTextContents()
  expect(shown.join('')).toBe(listening.fingerprint.slice(0, -16) + '·'.repeat(16))
  // Nobody agrees with what was not read out to him.
  await page.keyboard.press('F6')
  await expect(page.getByTestId('read-fault')).toContainText('Chưa đủ')
  await keyboard.type('0000 0000 0000 0000', handPace)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('read-fault')).toContainText('Không khớp')
  await compare.locator('input').fill(listening.fingerprint.slice(-16))
  await page.keyboard.press('F6')
  await expect(page.getByTestId('sync-done')).toContainText('Đã nối')

  await listening.shut()
  await page.keyboard.press('Escape')
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(hoa))
  await page.keyboard.press('F1')
  await expect(page.getByTestId('decided')).toBeVisible()
  await enters(page, 'sync')
  await page.getByTestId('sync-run').click()
  await expect(page.getByTestId('sync-refused')).toContainText('Không tới được máy chủ')
  expect(await statusOf(profile)).toMatchObject({ delivered: false })
  await kiosk.stop()

  await listening.open()
  const again = await openInBrowser(await launch(), profile)
  await enters(again.page, 'sync')
  await again.page.getByTestId('sync-run').click()
  await expect(stand(again.page)).toHaveAttribute('data-stand', 'delivered')
  const status = await statusOf(profile)
  expect(status).toMatchObject({ delivered: true, waiting: 0 })
  expect(listening.hub.hashes()).toHaveLength(status.head)
  await again.close()
  await listening.shut()
})

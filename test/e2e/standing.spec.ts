/** What the kiosk says about itself: that what it believes grows old, and that its clock may be wrong. */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { Journal } from '../../main/journal/index.ts'
import { openSecrets } from '../../main/shell/index.ts'
import { expect, test } from './fixtures.ts'
import { recordedScans } from './journal-file.ts'
import { shows, verdict } from './screen.ts'
import { dateKeys, setKeyAges } from './trust-folder.ts'

const hour = 3_600_000

/** The journal of a laptop whose clock was three days further on. */
async function writeJournalAhead(profile: string): Promise<void> {
  const journal = await Journal.open({
    folder: join(profile, 'journal'),
    kiosk: 'demo',
    secrets: openSecrets({ profile, passphrase: async () => null, missing: { makeWith: null }, system: null }),
    log: () => undefined,
  })
  journal.recordEvent('trust.updated', {}, Date.now() + 72 * hour)
  journal.close()
}

/** Nothing of the panel lies outside the window, and no part of it outside the panel. */
async function standsWhole(page: Page): Promise<void> {
  const { bottom, hidden } = await verdict(page).evaluate((panel) => ({
    bottom: innerHeight - panel.getBoundingClientRect().bottom,
    hidden: [panel, ...panel.children]
      .filter((part) => part.scrollHeight > part.clientHeight + 1)
      .map((part) => `${part.textContent}: ${part.scrollHeight} pixels in ${part.clientHeight}`),
  }))
  expect(bottom).toBeGreaterThan(0)
  expect(hidden).toEqual([])
}

test.describe('where the keys are fresh', () => {
  test('the screen tells their age and warns of nothing', async ({ page }) => {
    await expect(page.getByTestId('trust')).toHaveAttribute('data-freshness', 'fresh')
    await expect(page.getByTestId('trust-notice')).toBeHidden()
    await expect(page.getByTestId('clock-notice')).toBeHidden()
    await page.keyboard.press('F7')
    await page.keyboard.press('F7')
    await expect(page.getByTestId('clock-notice')).toBeHidden()
  })
})

const ageing = test.extend({
  profile: async ({ profile }, use) => {
    setKeyAges(profile, [24, 240, 480])
    dateKeys(profile, Date.now() - 50 * hour)
    await use(profile)
  },
})

ageing('keys that are ageing show a banner and change no verdict', async ({ page, keyboard, codes }) => {
  await expect(page.getByTestId('trust')).toHaveText('1 khóa · 2 ngày trước')
  await expect(page.getByTestId('trust-notice')).toContainText('khóa xác thực (2 ngày)')
  await keyboard.type(codes.valid.text, 2)
  await shows(page, 'valid')
  await standsWhole(page)
})

const old = test.extend({
  profile: async ({ profile }, use) => {
    setKeyAges(profile, [24, 48, 480])
    dateKeys(profile, Date.now() - 72 * hour)
    await use(profile)
  },
})

old('keys that are old show a banner, and nothing is accepted', async ({ page, keyboard, codes, profile }) => {
  await expect(page.getByTestId('trust')).toHaveAttribute('data-freshness', 'old')
  await expect(page.getByTestId('trust-notice')).toContainText('Hỏi chỉ huy ca')
  await keyboard.type(codes.valid.text, 2)
  await expect(verdict(page)).toHaveAttribute('data-code', 'keys-old')
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'check')
  await keyboard.type(codes.forged.text, 2)
  await shows(page, 'forged')
  expect(recordedScans(profile).map(({ code }) => code)).toEqual(['keys-old', 'signature-mismatch'])
})

const behind = test.extend({
  profile: async ({ profile }, use) => {
    await writeJournalAhead(profile)
    await use(profile)
  },
})

behind(
  'a clock behind the journal lets nothing be accepted until F7 F7 says that it is right',
  async ({ page, keyboard, codes }) => {
    await expect(page.getByTestId('clock-notice')).toContainText('Giờ máy có thể sai')
    await keyboard.type(codes.valid.text, 2)
    await expect(verdict(page)).toHaveAttribute('data-code', 'clock-behind')
    await expect(verdict(page)).toHaveAttribute('data-outcome', 'check')
    await page.keyboard.press('F7')
    await expect(page.getByTestId('clock-notice')).toContainText('bấm F7 lần nữa')
    await page.keyboard.press('F7')
    await expect(page.getByTestId('clock-notice')).toContainText('Đã xác nhận giờ máy đúng')
    await expect(verdict(page)).toBeHidden()
    await keyboard.type(codes.valid.text, 2)
    await shows(page, 'valid')
    await expect(page.getByTestId('clock-notice')).toBeHidden()
  },
)

behind('a single F7 puts no clock right', async ({ page, keyboard, codes }) => {
  await page.keyboard.press('F7')
  await expect(page.getByTestId('clock-notice')).toContainText('bấm F7 lần nữa')
  await keyboard.type(codes.valid.text, 2)
  await expect(verdict(page)).toHaveAttribute('data-code', 'clock-behind')
})

const both = test.extend({
  profile: async ({ profile }, use) => {
    await writeJournalAhead(profile)
    setKeyAges(profile, [24, 48, 480])
    dateKeys(profile, Date.now() - 72 * hour)
    await use(profile)
  },
})

both('several notices at once leave the verdict whole on the screen', async ({ page, keyboard, codes }) => {
  await expect(page.getByTestId('trust-notice')).toBeVisible()
  await expect(page.getByTestId('clock-notice')).toBeVisible()
  for (const name of ['unknown-key', 'forged', 'valid'] as const) {
    await keyboard.type(codes[name].text, 2)
    await expect(verdict(page)).toBeVisible()
    await standsWhole(page)
  }
})

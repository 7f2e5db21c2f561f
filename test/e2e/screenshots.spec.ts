/**
 * The pictures of the documentation, and of whoever wants to see the screen at a glance: each outcome at both sizes,
 * both languages, day and night. The clock stands still, so that a picture changes only when the screen does.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { root } from '../../main/setup/node24.mjs'
import type { Settings } from '../../shared/contract/schemas.ts'
import type { Outcome } from '../../shared/domain/finding/verdict.ts'
import { makeDemoCheckpoint, type CodeName } from './demo-checkpoint.ts'
import { expect, test } from './fixtures.ts'
import { picturesFolder } from './pictures-folder.ts'
import { admitsCounted, expected, seesPicture, verdict } from './screen.ts'
import { openInBrowser } from './shells.ts'

const now = '2026-11-22T07:42:00+07:00'
const heights = { 1366: 768, 1920: 1080 } as const

interface View {
  outcome: Outcome
  width: keyof typeof heights
  language?: Settings['language']
  theme?: 'day' | 'night'
  details?: true
}

const views: readonly View[] = [
  ...(['accepted', 'check', 'rejected', 'unreadable'] as const).flatMap((outcome) =>
    ([1366, 1920] as const).map((width) => ({ outcome, width })),
  ),
  { outcome: 'accepted', width: 1366, language: 'en' },
  { outcome: 'rejected', width: 1920, language: 'en' },
  { outcome: 'accepted', width: 1366, theme: 'night' },
  { outcome: 'rejected', width: 1366, theme: 'night' },
  { outcome: 'check', width: 1920, language: 'en', theme: 'night' },
  { outcome: 'rejected', width: 1366, details: true },
]

const shown: Record<Outcome, CodeName | 'web-address'> = {
  accepted: 'valid',
  check: 'unknown-key',
  rejected: 'forged',
  unreadable: 'web-address',
}

function fileName({ outcome, width, language, theme, details }: View): string {
  return ['lane', outcome, width, language, theme, details && 'details'].filter(Boolean).join('-')
}

for (const view of views) {
  const { outcome, width, language = 'vi', theme = 'day', details } = view
  test(`the picture ${fileName(view)}`, async ({ camera, launch }, testInfo) => {
    const profile = testInfo.outputPath('profile')
    const codes = await makeDemoCheckpoint(profile, now)
    writeFileSync(join(profile, 'settings.json'), JSON.stringify({ language, theme, camera: null }))
    const texts = { ...codes, 'web-address': { text: 'https://example.vn/khai-bao-y-te?ma=24A7-0913' } }
    camera.clear()
    const scene = { width, height: heights[width], now: Date.parse(now) }
    const opened = await openInBrowser(await launch(), profile, scene)
    const { page } = opened
    await seesPicture(page)
    // A morning's queue, and then the one the picture is about.
    const queue = (['positive', 'valid', 'unknown-key', 'expired'] as const).filter((name) => name !== shown[outcome])
    for (const [index, name] of queue.entries()) {
      await page.keyboard.type(`98A1234${index}`, { delay: 80 })
      await camera.showText(texts[name].text)
      await expect(verdict(page)).toHaveAttribute('data-outcome', expected[name].outcome)
      if (name === 'valid') await admitsCounted(page, 1)
      else await page.keyboard.press('F3')
      await expect(page.getByTestId('decided')).toBeVisible()
    }
    await page.keyboard.type('98A12345', { delay: 80 })
    await page.keyboard.press('Enter')
    if (outcome === 'accepted') await countsOne(page)
    await camera.showText(texts[shown[outcome]].text)
    await expect(verdict(page)).toHaveAttribute('data-outcome', outcome)
    if (details) {
      await page.keyboard.press('F4')
      await expect(page.getByTestId('details')).toBeVisible()
    }
    await page.screenshot({
      path: join(picturesFolder(root, process.env), `${fileName(view)}.png`),
      animations: 'disabled',
    })
    await opened.close()
  })
}

/** The driver is alone: only then is the panel filled. */
async function countsOne(page: Page): Promise<void> {
  await page.keyboard.press('*')
  await expect(page.getByTestId('people')).toBeFocused()
  await page.keyboard.type('1', { delay: 80 })
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('people-form')).toBeHidden()
}

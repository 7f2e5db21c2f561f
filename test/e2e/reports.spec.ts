/** Reports: the numbers of screen, file and journal are the same, a day is closed in versions, and an export can be stopped. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { practicePin } from '../../main/practice/index.ts'
import { root } from '../../main/setup/node24.mjs'
import { expect, test } from './fixtures.ts'
import { recordedCrossings, recordedOf } from './journal-file.ts'
import { chip, saysNumber, saysPin } from './officers-at.ts'
import { enters } from './screen.ts'
import { openInBrowser } from './shells.ts'

const crossings = 120

/** A practice profile whose day was yesterday, opened in a home of its own. */
const testOfDay = test.extend<{ day: { page: Page; profile: string; downloads: string } }>({
  day: async ({ launch }, use, info) => {
    const [profile, home] = [info.outputPath('profile'), info.outputPath('home')]
    const downloads = join(home, 'Downloads')
    mkdirSync(downloads, { recursive: true })
    const made = ['practice', '--profile', profile, '--crossings', String(crossings), '--seed', '7']
    execFileSync(process.execPath, [join(root, 'main', 'cli.ts'), ...made])
    const env = { HOME: home, USERPROFILE: home }
    const opened = await openInBrowser(await launch(), profile, { width: 1366, height: 768, env })
    await signsInAsSupervisor(opened.page)
    await enters(opened.page, 'reports')
    await opened.page.getByTestId('reports-before').click()
    await use({ page: opened.page, profile, downloads })
    await opened.close()
  },
})

/** A practice post's supervisor, by the PIN that everybody is told. */
async function signsInAsSupervisor(page: Page): Promise<void> {
  const nobody = await chip(page).innerText()
  await page.keyboard.press('Control+D')
  await saysNumber(page, '1001')
  await saysPin(page, practicePin)
  await expect(chip(page)).not.toHaveText(nobody)
}

/** How many crossings the tables of the screen say of a figure. */
const figure = (page: Page, key: string): Locator => page.locator(`[data-figure="${key}"] td`).first()

/** Asks for the day in a form, into the folder of downloads. */
async function writes(page: Page, form: string): Promise<void> {
  await page.getByTestId('reports-export').click()
  await page.getByTestId('export-form').getByRole('button', { name: form }).click()
  await expect(page.getByTestId('export-form')).toContainText('Downloads')
  await page.getByTestId('export-write').click()
}

/** Closes the day, or makes its next version. */
async function closes(page: Page, version: number): Promise<void> {
  await page.getByTestId('reports-close').click()
  await page.getByTestId('reports-close').click()
  await expect(page.getByTestId('day-closed')).toHaveAttribute('data-version', String(version))
}

/** The newest crossing of the journal did not take place. */
async function voidsNewest(page: Page): Promise<void> {
  await enters(page, 'records')
  await expect(page.getByTestId('found').locator('li').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByTestId('because-correction').click()
  await expect(page.getByTestId('opened')).toBeVisible()
  await page.keyboard.press('F8')
  await page.getByRole('button', { name: 'Theo chỉ đạo của cấp trên' }).click()
  await page.getByTestId('void-record').click()
  await expect(page.getByTestId('opened')).toHaveAttribute('data-state', 'voided')
}

interface Row {
  crossings?: number
  direction?: string
}

testOfDay('the totals of the screen are those of the file and of the journal', async ({ day }) => {
  const { page, profile, downloads } = day
  const entries = recordedCrossings(profile)
  const voided = entries.filter(({ kind }) => kind === 'crossing.voided').length
  const recorded = entries.filter(({ kind }) => kind === 'crossing.recorded').length - voided
  await expect(figure(page, 'direction all')).toHaveText(String(recorded))
  const exported = () => recordedOf(profile, 'access.exported').length
  const before = exported()
  await writes(page, 'JSON Lines')
  await expect(page.getByTestId('export-written')).toContainText('Downloads')
  const [file = ''] = readdirSync(downloads).filter((name) => name.endsWith('.jsonl'))
  const rows = readFileSync(join(downloads, file), 'utf8')
    .trim()
    .split('\n')
    .map((line): Row => JSON.parse(line))
  expect(rows.reduce((sum, row) => sum + (row.crossings ?? 0), 0)).toBe(recorded)
  expect(exported()).toBe(before + 1)
  const verified = ['export', 'verify', join(downloads, file), '--profile', profile, '--lang', 'en']
  expect(execFileSync(process.execPath, [join(root, 'main', 'cli.ts'), ...verified], { encoding: 'utf8' })).toContain(
    'UNCHANGED',
  )
})

testOfDay(
  'a day is closed by two presses, and what is corrected later makes version 2, with what differs',
  async ({ day }) => {
    const { page, profile } = day
    await closes(page, 1)
    await expect(page.getByTestId('reports-close')).toHaveCount(0)
    const before = Number(await figure(page, 'direction all').innerText())
    await voidsNewest(page)
    // The room shows the day that it showed before.
    await enters(page, 'reports')
    const all = page.getByTestId('day-differences').locator('tr', { hasText: 'Tất cả' })
    await expect(all).toContainText(String(before))
    await expect(all).toContainText(String(before - 1))
    await closes(page, 2)
    await expect(page.getByTestId('day-differences')).toHaveCount(0)
    expect(recordedOf(profile, 'day.closed')).toHaveLength(2)
  },
)

testOfDay('an export that is stopped leaves no file, and no entry that there was one', async ({ day }) => {
  const { page, profile, downloads } = day
  const exported = () => recordedOf(profile, 'access.exported').length
  const before = exported()
  await writes(page, 'Excel')
  await page.getByTestId('export-stop').click()
  await expect(page.getByTestId('export-failed')).toContainText('Đã dừng')
  expect(readdirSync(downloads)).toEqual([])
  expect(exported()).toBe(before)
})

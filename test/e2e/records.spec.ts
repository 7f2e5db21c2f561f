/** The recorded crossings: found, corrected, traced. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { recordedCrossings, recordedKinds } from './journal-file.ts'
import { handPace, scannerPace, type Keyboard } from './keyboard.ts'
import { cardOf, hoa, khanh, nameOf, resultOf, type SomePerson, testWithPeople as test } from './people.ts'
import { admitsCounted, enters, verdict } from './screen.ts'

const found = (page: Page) => page.getByTestId('found').locator('li')
const opened = (page: Page) => page.getByTestId('opened')

/** A vehicle with its driver, let pass. */
async function passes(page: Page, keyboard: Keyboard, plate: string, driver: SomePerson): Promise<void> {
  await keyboard.type(plate, handPace)
  await keyboard.type(resultOf(driver), scannerPace)
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'accepted')
  await admitsCounted(page, 1)
  await expect(page.getByTestId('decided')).toBeVisible()
}

test('a crossing is found by part of a name, and corrected with a reason', async ({ page, keyboard, profile }) => {
  await passes(page, keyboard, '98A12345', hoa)
  await passes(page, keyboard, '29C55555', khanh)
  await enters(page, 'records')
  await expect(found(page)).toHaveCount(2)

  await page.keyboard.type('khanh', { delay: handPace })
  await expect(found(page)).toHaveCount(1)
  await expect(found(page)).toContainText(nameOf(khanh))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(opened(page)).toContainText('29C-555.55')

  await page.keyboard.press('F6')
  await page.getByTestId('amend-form').getByRole('button', { name: 'Chuyển y tế' }).click()
  await page.getByTestId('amend-record').click()
  await expect(page.getByTestId('amend-form').getByRole('alert')).toBeVisible()
  await page.getByRole('button', { name: 'Có triệu chứng' }).click()
  await page.getByTestId('amend-record').click()
  await expect(opened(page)).toHaveAttribute('data-state', 'amended')
  await expect(page.getByTestId('opened-decision')).toHaveText('Chuyển y tế')

  await page.keyboard.press('F8')
  // By the keyboard alone: a reason on its figure, words behind it, Enter.
  await page.keyboard.press('8')
  await expect(page.getByRole('button', { name: 'Theo chỉ đạo của cấp trên' })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.type('cong van 12', { delay: handPace })
  await expect(page.getByTestId('void-form').locator('input')).toHaveValue('cong van 12')
  await page.keyboard.press('Enter')
  await expect(opened(page)).toHaveAttribute('data-state', 'voided')
  expect(recordedCrossings(profile).map(({ kind }) => kind)).toEqual([
    'crossing.recorded',
    'crossing.recorded',
    'crossing.amended',
    'crossing.voided',
  ])

  await expect(page.getByTestId('history')).toContainText('Theo chỉ đạo của cấp trên')
  await page.keyboard.press('+')
  await expect(page.getByTestId('note-form').locator('input')).toBeFocused()
  await page.keyboard.type('tram y te goi lai', { delay: handPace })
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('history').locator('[data-kind="noted"]')).toContainText('tram y te goi lai')

  await page.keyboard.press('Escape')
  await expect(found(page)).toContainText('đã hủy')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('records-screen')).toBeHidden()
})

test('a card is looked for where the search is armed for it, and nothing of it is typed', async ({
  page,
  keyboard,
}) => {
  await passes(page, keyboard, '98A12345', hoa)
  await keyboard.type('29C55555', handPace)
  await keyboard.type(cardOf(khanh), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(khanh))
  await page.keyboard.press('F3')
  await page.getByTestId('reason-papers-missing').click()
  await expect(page.getByTestId('decided')).toBeVisible()
  await enters(page, 'records')
  await expect(found(page)).toHaveCount(2)
  await page.keyboard.press('F6')
  await expect(page.getByTestId('records-arm')).toHaveAttribute('aria-pressed', 'true')
  await keyboard.type(cardOf(khanh), scannerPace)
  await expect(page.getByTestId('search-fields').locator('input').first()).toHaveValue(khanh.number)
  await expect(found(page)).toHaveCount(1)
  await expect(page.getByTestId('records-screen')).toBeVisible()
})

test('a vehicle is traced, and the list and the report saved as files, each of which is an entry', async ({
  page,
  keyboard,
  profile,
}, testInfo) => {
  await passes(page, keyboard, '98A12345', hoa)
  await passes(page, keyboard, '29C55555', khanh)
  await page.getByTestId('last-crossings').getByText('98A-123.45').click()
  await page.getByRole('button', { name: 'Truy vết xe này' }).click()
  const traced = page.getByTestId('traced')
  await expect(traced.locator('[data-relation="same-crossing"]')).toContainText(nameOf(hoa))
  await expect(traced.locator('[data-relation="nearby"]')).toContainText(nameOf(khanh))

  expect(recordedKinds(profile)).not.toContain('access.exported')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('trace-export').click()])
  expect(download.suggestedFilename()).toMatch(/^tap-huan-truy-vet-\d{8}-\d{4}\.csv$/)
  await expect(page.getByTestId('exported')).toContainText(`Đã xuất ${download.suggestedFilename()}`)
  const file = testInfo.outputPath('trace.csv')
  await download.saveAs(file)
  expect(readFileSync(file, 'utf8')).toMatch(/^\uFEFFQuan hệ \(Relation\),.*\r\n/)
  expect(recordedKinds(profile).at(-1)).toBe('access.exported')

  // The report to be signed is made beside the lane, and is an entry of its own.
  const [paper] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+O')])
  expect(paper.suggestedFilename()).toMatch(/^tap-huan-truy-vet-\d{8}-\d{4}\.pdf$/)
  const printed = testInfo.outputPath('trace.pdf')
  await paper.saveAs(printed)
  expect(readFileSync(printed, 'latin1')).toMatch(/^%PDF-/)
  expect(recordedKinds(profile).filter((kind) => kind === 'access.exported')).toHaveLength(2)

  // What was given out was of this trace, and of no other.
  await page.locator('[data-kind="plate"] input').first().fill('29C-555.55')
  await page.getByTestId('trace-ask').click()
  await expect(traced).toContainText('29C-555.55')
  await expect(page.getByTestId('exported')).toBeHidden()
})

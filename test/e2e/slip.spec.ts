/** The slip of whoever was refused: printed by a key after the decision, on a roll of 80 mm and on A6, its code read back. */
import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { readImage } from '../../main/images/index.ts'
import { readPaperCode } from '../../shared/paper/paper-code.ts'
import { expect } from './fixtures.ts'
import { scannerPace } from './keyboard.ts'
import { lan, resultOf, testWithPeople as test } from './people.ts'
import { seesPicture, verdict } from './screen.ts'

/** CSS pixels of a paper's width: 96 to the inch. */
const wide = (millimetres: number): number => Math.round((millimetres / 25.4) * 96)

/** What would have been printed, as a picture; the printer itself is not asked. */
async function printedOn(page: Page, millimetres: number): Promise<Buffer> {
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: wide(millimetres), height: 900 })
  const picture = await page.getByTestId('slip-paper').screenshot({ scale: 'device' })
  await page.emulateMedia({ media: null })
  await page.setViewportSize({ width: 1366, height: 768 })
  return picture
}

test('a refused person’s slip comes out of the printer at a key, and its code says its number', async ({
  page,
  keyboard,
}, info) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', 'yes')
  })
  await page.reload()
  await seesPicture(page)
  await keyboard.type(resultOf(lan, 'positive'), scannerPace)
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'rejected')
  await page.keyboard.press('F3')
  await expect(page.getByTestId('decided')).toHaveAttribute('data-decision', 'referred')
  const number = await page.getByTestId('slip').textContent()
  await page.keyboard.press('Control+p')
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes')
  // The lane is as it was: nothing of the slip is on the screen.
  await expect(page.getByTestId('slip-paper')).toBeHidden()
  for (const [name, millimetres] of [
    ['80mm', 74],
    ['a6', 99],
  ] as const) {
    const picture = await printedOn(page, millimetres)
    writeFileSync(info.outputPath(`${name}.png`), picture)
    const read = await readImage(picture)
    const [text = ''] = read.ok ? read.texts : []
    expect(readPaperCode(text)?.claim).toMatchObject({ paper: 'slip', number, decision: 'referred' })
  }
})

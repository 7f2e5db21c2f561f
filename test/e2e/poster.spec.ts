/** The poster of the post's place, printed from Set-up: its code at least 15 cm on A4, read back by our own reader. */
import { writeFileSync } from 'node:fs'
import { codesInPicture } from '../fixtures/read-codes.ts'
import { expect, test } from './fixtures.ts'
import { enters, seesPicture } from './screen.ts'

const place = 'https://qr.pccovid.gov.vn/AB12CD34'
/** CSS pixels: 96 to the inch. */
const millimetres = (pixels: number): number => (pixels / 96) * 25.4

test('a poster comes out of Set-up, its code as large as is laid down, and no person’s code is printed', async ({
  page,
}, info) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', 'yes')
  })
  await page.reload()
  await seesPicture(page)
  await enters(page, 'set-up')
  await page.getByTestId('part-poster').click()
  const fields = page.getByTestId('set-up-screen').locator('input:visible')
  await fields.nth(1).fill('Quốc lộ 1A, Km 98, tỉnh Bắc Ninh')
  await fields.nth(2).fill('024099001234||NGUYỄN VĂN AN|26021999|Nam|Bắc Ninh|01012021')
  await page.screenshot({ path: info.outputPath('set-up.png') })
  await page.getByTestId('poster-print').click()
  await expect(page.getByTestId('poster-fault')).toBeVisible()
  await expect(page.locator('html')).not.toHaveAttribute('data-printed')

  await fields.nth(2).fill(place)
  for (const [size, least, width] of [
    ['A4', 150, 794],
    ['A5', 100, 559],
  ] as const) {
    await page.getByText(size, { exact: true }).click()
    await page.getByTestId('poster-print').click()
    await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes')
    await expect(page.getByTestId('poster-paper')).toHaveAttribute('data-size', size)
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width, height: Math.round(width * Math.SQRT2) })
    const paper = page.getByTestId('poster-paper')
    const [whole, code] = [
      await paper.boundingBox(),
      await page.getByTestId('poster-code').locator('path').boundingBox(),
    ]
    expect(millimetres(code?.width ?? 0)).toBeGreaterThanOrEqual(least)
    // One page of it, with its margins.
    expect(whole?.height ?? Infinity).toBeLessThanOrEqual(width * Math.SQRT2 - (14 / 25.4) * 96 + 1)
    const picture = await paper.screenshot()
    writeFileSync(info.outputPath(`${size}.png`), picture)
    expect(await codesInPicture(picture)).toEqual([place])
    // The window says so itself where there is a printer.
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await page.emulateMedia({ media: null })
    await page.setViewportSize({ width: 1366, height: 768 })
    await expect(paper).toHaveCount(0)
  }
})

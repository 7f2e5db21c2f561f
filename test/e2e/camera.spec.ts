/** From a code in front of the camera to the verdict on the screen and the entry on disk. */
import { expect, test } from './fixtures.ts'
import { recordedScans } from './journal-file.ts'
import { dayTotal, expected, seesPicture, shows, travellers, verdict } from './screen.ts'

const sentences = {
  valid: 'a valid code is accepted',
  expired: 'an expired code is rejected for its period',
  positive: 'a positive result is rejected as positive',
  forged: 'a forged code is rejected for its signature',
  'unknown-key': 'a code of an unknown issuer is for checking, not rejected',
} as const

for (const name of ['valid', 'expired', 'positive', 'forged', 'unknown-key'] as const) {
  test(`${sentences[name]}, and the scan is in the journal`, async ({ page, camera, profile }) => {
    await seesPicture(page)
    await camera.show(name)
    await shows(page, name)
    camera.clear()
    const [scan, ...others] = recordedScans(profile)
    expect(others).toEqual([])
    expect(scan).toMatchObject({ source: 'camera', outcome: expected[name].outcome })
    await expect(verdict(page)).toHaveAttribute('data-seq', String(scan?.seq))
    await expect(verdict(page)).toHaveAttribute('data-code', scan?.code ?? '')
  })
}

test('the next code replaces the verdict, and each counts', async ({ page, camera, profile }) => {
  await seesPicture(page)
  for (const name of ['valid', 'forged', 'unknown-key'] as const) {
    await camera.show(name)
    await shows(page, name)
  }
  camera.clear()
  await expect(dayTotal(page)).toHaveText('3')
  await expect(travellers(page)).toHaveCount(3)
  expect(recordedScans(profile).map(({ outcome }) => outcome)).toEqual(['accepted', 'rejected', 'check'])
})

test('a code that is light on dark, as a phone in dark mode shows it, is read as well', async ({ page, camera }) => {
  await seesPicture(page)
  await camera.showInverted('valid')
  await shows(page, 'valid')
  camera.clear()
})

test('a code that stays in front of the camera counts once', async ({ page, camera, profile }) => {
  await seesPicture(page)
  await camera.show('valid')
  await shows(page, 'valid')
  const decoded = () => page.evaluate(() => performance.getEntriesByName('chot:decode').length)
  const before = await decoded()
  await expect.poll(decoded).toBeGreaterThan(before + 20)
  camera.clear()
  expect(recordedScans(profile)).toHaveLength(1)
})

test('no request leaves the program and no policy is violated during a whole session', async ({
  page,
  camera,
  codes,
  seen,
}) => {
  await seesPicture(page)
  await camera.show('valid')
  await shows(page, 'valid')
  camera.clear()
  await page.getByTestId('image-file').setInputFiles(codes.expired.file)
  await shows(page, 'expired')
  // One after the other, as a hand presses them: keys on each other's heels are a scanner's.
  const html = page.locator('html')
  const theme = await html.getAttribute('data-theme')
  await expect(async () => {
    await page.keyboard.press('F9')
    await expect(html).not.toHaveAttribute('data-theme', theme ?? '', { timeout: 1_000 })
  }).toPass()
  await page.keyboard.press('F10')
  await expect(html).toHaveAttribute('lang', 'en')
  await page.keyboard.press('F4')
  await expect(page.getByTestId('details')).toBeVisible()
  const own = new URL(page.url()).host
  const elsewhere = seen.requests.filter((url) => !/^(blob|data):/.test(url) && new URL(url).host !== own)
  expect(elsewhere).toEqual([])
  expect(seen.requests.some((url) => url.endsWith('.wasm'))).toBe(true)
  expect(seen.complaints).toEqual([])
})

/** The way between rooms: scans find the lane from everywhere, and nothing is lost on the way. */
import { expect } from './fixtures.ts'
import { recordedScans } from './journal-file.ts'
import { handPace, scannerPace } from './keyboard.ts'
import { cardOf, hoa, khanh, nameOf, resultOf, testWithPeople as test } from './people.ts'
import { enters, seesPicture, shows, verdict } from './screen.ts'

test('a result that is scanned in another room is verified, recorded, and brings the lane back', async ({
  page,
  keyboard,
  profile,
}) => {
  await enters(page, 'records')
  await page.keyboard.type('98A', { delay: handPace })
  const before = recordedScans(profile).length
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toBeVisible()
  await expect(verdict(page)).toContainText(nameOf(hoa))
  await expect(page.getByTestId('records-screen')).toBeHidden()
  expect(recordedScans(profile)).toHaveLength(before + 1)

  // The room is as it was left: nothing of the scan was typed into it.
  await enters(page, 'records')
  await expect(page.getByTestId('search-fields').locator('input').first()).toHaveValue('98A')
})

test('a card that no field is armed for goes to the lane', async ({ page, keyboard }) => {
  await enters(page, 'sync')
  await keyboard.type(cardOf(khanh), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(khanh))
  await expect(page.getByTestId('sync-screen')).toBeHidden()
})

test('a code of nothing known leaves the room as it is, and is on record', async ({ page, keyboard, profile }) => {
  await enters(page, 'sync')
  const before = recordedScans(profile).length
  await keyboard.type('https://example.org/poster', scannerPace)
  await expect.poll(() => recordedScans(profile).length).toBe(before + 1)
  await expect(page.getByTestId('sync-screen')).toBeVisible()
})

test('what is half typed in the lane outlasts another room', async ({ page }) => {
  await page.keyboard.press('+')
  await page.getByTestId('person-form').locator('input').first().fill('Nguyễn Thị')
  await enters(page, 'records')
  await expect(page.getByTestId('lane-strip')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('person-form').locator('input').first()).toHaveValue('Nguyễn Thị')
})

test('rooms are chosen by figures, and the keys are told on one key', async ({ page }) => {
  await page.keyboard.press('F12')
  await expect(page.getByTestId('rooms')).toBeVisible()
  await page.keyboard.press('3')
  await expect(page.getByTestId('sync-screen')).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByTestId('key-help')).toContainText('F12')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('key-help')).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('lane-screen')).toBeVisible()
})

test('a figure is a room’s while the rooms are listed, whatever is asked beneath them', async ({ page, keyboard }) => {
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(hoa))
  await page.keyboard.press('F2')
  await expect(page.getByTestId('reasons')).toBeVisible()
  await page.keyboard.press('F12')
  await expect(page.getByTestId('rooms')).toBeVisible()
  await page.keyboard.press('9')
  await expect(page.getByTestId('rooms')).toBeVisible()
  await page.keyboard.press('1')
  await expect(page.getByTestId('records-screen')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('reasons')).toBeVisible()
})

test('what to do in which situation is a page behind the help on keys, read by the arrows', async ({ page }) => {
  await page.keyboard.press('?')
  await expect(page.getByTestId('key-help')).toBeVisible()
  await page.keyboard.press('0')
  const help = page.getByTestId('help-screen')
  await expect(help).toBeVisible()
  await expect(page.getByTestId('key-help')).toBeHidden()
  const last = help.locator('[data-situation]').last()
  await expect(last).not.toBeInViewport()
  await expect(async () => {
    await page.keyboard.press('ArrowDown')
    await expect(last).toBeInViewport({ ratio: 0.9, timeout: 100 })
  }).toPass()
  await page.keyboard.press('F10')
  await expect(last).toContainText('A real checkpoint does not believe its codes.')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('lane-screen')).toBeVisible()
  await page.keyboard.press('F12')
  await expect(page.getByTestId('rooms')).toBeVisible()
  await page.keyboard.press('0')
  await expect(help).toBeVisible()
})

test('a function key that means nothing in a room is kept from the browser, which would load the page again', async ({
  page,
}) => {
  await enters(page, 'shift')
  await page.evaluate(() =>
    addEventListener('keydown', ({ key, defaultPrevented }) => {
      const { dataset } = document.documentElement
      dataset['left'] = `${dataset['left'] ?? ''}${defaultPrevented ? '' : `${key} `}`
    }),
  )
  for (const key of ['F1', 'F3', 'F5', 'F7', 'F11']) await page.keyboard.press(key)
  await expect(page.locator('html')).toHaveAttribute('data-left', 'F11 ')
})

test('a decision has a second chord, for laptops with other keys on F1 to F3', async ({ page, keyboard }) => {
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(hoa))
  await page.keyboard.press('Alt+1')
  await expect(page.getByTestId('decided')).toHaveAttribute('data-decision', 'admitted')
})

test('the camera goes on reading in every room', async ({ page, camera }) => {
  await seesPicture(page)
  await enters(page, 'shift')
  await expect(page.getByTestId('lane-strip').locator('video')).toBeVisible()
  await camera.show('valid')
  await shows(page, 'valid')
  camera.clear()
  await expect(page.getByTestId('shift-screen')).toBeHidden()
})

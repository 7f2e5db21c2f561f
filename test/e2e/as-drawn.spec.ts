/**
 * A key is what the screen says it is from the moment that it says so: a quick hand, or a machine that hands keys on late,
 * strikes before the page has done all that it does once it has drawn something.
 */
import { strikesAsDrawn } from './as-drawn.ts'
import { expect } from './fixtures.ts'
import { plate } from './forms.ts'
import { recordedCrossings } from './journal-file.ts'
import { scannerPace } from './keyboard.ts'
import { hoa, nameOf, resultOf, testWithPeople as test } from './people.ts'
import { verdict } from './screen.ts'

test('a figure that is struck as the question is drawn answers it', async ({ page, keyboard, profile }) => {
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(hoa))
  await strikesAsDrawn(page, 'reasons', '2')
  await page.keyboard.press('F2')
  await expect(page.getByTestId('decided')).toHaveAttribute('data-decision', 'refused')
  expect(recordedCrossings(profile)).toMatchObject([{ decision: 'refused', people: [nameOf(hoa)] }])
})

test('a figure that is struck as the list of rooms is drawn is a room’s, though a field had them', async ({ page }) => {
  await plate(page).focus()
  await strikesAsDrawn(page, 'rooms', '2')
  await page.keyboard.press('F12')
  await expect(page.getByTestId('rooms')).toBeHidden()
  await expect(page.getByTestId('lane-screen')).toBeHidden()
})

/** What is typed at the lane's left is neither lost nor given another meaning, whatever else happens meanwhile. */
import { expect } from './fixtures.ts'
import { handPace } from './keyboard.ts'
import { testWithPeople as test } from './people.ts'

test('Esc writes what stands in a field of the vehicle, as a touch on its key does', async ({ page, keyboard }) => {
  await page.getByTestId('people-count').click()
  await keyboard.type('22', handPace, { suffix: [] })
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('vehicle-form')).toBeHidden()
  await expect(page.getByTestId('people-count')).toContainText('0/22')
})

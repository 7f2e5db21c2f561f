/** A crossing that comes to nothing is given up by two presses, and is remembered. */
import { expect } from './fixtures.ts'
import { plate, remark } from './forms.ts'
import { recordedCrossings } from './journal-file.ts'
import { handPace, scannerPace } from './keyboard.ts'
import { hoa, nameOf, resultOf, testWithPeople as test } from './people.ts'
import { travellers, verdict } from './screen.ts'

test('a crossing is abandoned by two presses, and stays after one', async ({ page, keyboard, profile }) => {
  await keyboard.type('98A12345', handPace)
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(travellers(page)).toHaveCount(1)
  await page.keyboard.press('Delete')
  await expect(remark(page)).toContainText('lần nữa')
  await page.keyboard.press('Escape')
  await expect(remark(page)).toBeHidden()
  await page.keyboard.press('Delete')
  await expect(remark(page)).toContainText('lần nữa')
  await expect(travellers(page)).toHaveCount(1)
  await page.keyboard.press('Delete')
  await expect(travellers(page)).toHaveCount(0)
  await expect(plate(page)).toHaveValue('')
  await expect(remark(page)).toContainText('Đã bỏ lượt')
  expect(recordedCrossings(profile)).toEqual([
    { kind: 'crossing.abandoned', direction: 'in', plate: '98A-123.45', people: [nameOf(hoa)] },
  ])
})

test('who was positive in an abandoned crossing is said to have been when they come again', async ({
  page,
  keyboard,
}) => {
  await keyboard.type('98A12345', handPace)
  await keyboard.type(resultOf(hoa, 'positive'), scannerPace)
  await expect(verdict(page)).toHaveAttribute('data-code', 'result-positive')
  await page.keyboard.press('Delete')
  await expect(remark(page)).toContainText('lần nữa')
  await page.keyboard.press('Delete')
  await expect(remark(page)).toContainText('Đã bỏ lượt')
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toHaveAttribute('data-code', 'person-abandoned')
  await expect(page.getByTestId('whole')).toHaveAttribute('data-outcome', 'check')
  await expect(page.getByTestId('instruction')).toContainText('bỏ dở')
})

/** The panel is about all who are in the vehicle, whoever was scanned last. */
import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { recordedCrossings, recordedScans } from './journal-file.ts'
import { handPace, scannerPace, type Keyboard } from './keyboard.ts'
import { hoa, khanh, lan, nameOf, resultOf, testWithPeople as test, type SomePerson } from './people.ts'
import { travellers, verdict } from './screen.ts'
import { hears } from './sounds-heard.ts'

const whole = (page: Page): Locator => page.getByTestId('whole')
const counts = (page: Page): Locator => page.getByTestId('whole-counts')
const marked = (page: Page): Locator => page.locator('[data-testid^="decide-"][data-marked="true"]')

/** The head count, by its key. */
async function counted(page: Page, keyboard: Keyboard, people: string): Promise<void> {
  await page.keyboard.press('*')
  await expect(page.getByTestId('people')).toBeFocused()
  await keyboard.type(people, handPace)
  await expect(page.getByTestId('people-form')).toBeHidden()
}

/** Twenty people who share nothing that could be taken for one person's. */
const onTheBus = Array.from({ length: 20 }, (_, seat): SomePerson => {
  const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng']
  const given = ['Văn Tám', 'Thị Sáu', 'Hữu Phước', 'Ngọc Diệp']
  const birthDate = `${1950 + seat}-0${1 + (seat % 9)}-1${seat % 10}`
  return {
    family: families[seat % families.length] ?? '',
    given: given[Math.floor(seat / families.length)] ?? '',
    birthDate,
    number: `0240${50 + seat}0001${10 + seat}`,
    sex: 'Nam',
  }
})

test('a bus of twenty with two positive people is red, with the two on top, though the last one scanned is valid', async ({
  page,
  keyboard,
  profile,
}) => {
  const positive = [6, 13]
  await keyboard.type('29B12345', handPace)
  await counted(page, keyboard, '20')
  for (const [seat, person] of onTheBus.entries()) {
    await keyboard.type(resultOf(person, positive.includes(seat) ? 'positive' : 'negative'), scannerPace)
    await expect(travellers(page)).toHaveCount(seat + 1)
    if (seat === 16) await expect(counts(page)).toHaveText('15 đạt · 2 không · còn thiếu 3')
  }
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'accepted')
  await expect(whole(page)).toHaveAttribute('data-outcome', 'rejected')
  await expect(counts(page)).toHaveText('18 đạt · 2 không')
  const rows = await travellers(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-outcome')))
  expect(rows.slice(0, 3)).toEqual(['rejected', 'rejected', 'accepted'])
  for (const row of [0, 1]) {
    await expect(travellers(page).nth(row)).toBeInViewport({ ratio: 1 })
    await expect(travellers(page).nth(row)).toContainText('Dương tính')
  }
  await expect(marked(page)).toHaveText([/Chuyển y tế/])

  await page.keyboard.press('F3')
  await expect(page.getByTestId('decided')).toHaveAttribute('data-decision', 'referred')
  expect(recordedCrossings(profile)).toMatchObject([{ decision: 'referred', people: onTheBus.map(nameOf) }])
})

test('a positive driver and a valid passenger are a red panel, and the chime of admitting is not heard', async ({
  page,
  keyboard,
}) => {
  const heard = await hears(page)
  await keyboard.type('98A12345', handPace)
  await counted(page, keyboard, '2')
  await keyboard.type(resultOf(khanh, 'positive'), scannerPace)
  await expect(whole(page)).toHaveAttribute('data-outcome', 'rejected')
  await keyboard.type(resultOf(lan), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(lan))
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'accepted')
  await expect(whole(page)).toHaveAttribute('data-outcome', 'rejected')
  await expect(whole(page)).toContainText('KHÔNG HỢP LỆ')
  await expect(page.getByTestId('decide-admitted')).not.toHaveAttribute('data-marked', 'true')
  await expect.poll(heard).toEqual(['rejected', 'passed'])

  // Why the driver is red is seen by going to that row.
  await page.keyboard.press('ArrowDown')
  await expect(verdict(page)).toContainText(nameOf(khanh))
  await expect(verdict(page)).toHaveAttribute('data-code', 'result-positive')
})

test('the chime of admitting is heard with the last of those who were counted, and not before', async ({
  page,
  keyboard,
}) => {
  const heard = await hears(page)
  await keyboard.type('98A12345', handPace)
  await counted(page, keyboard, '2')
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(whole(page)).toHaveAttribute('data-filled', 'false')
  await expect(whole(page)).toContainText('ĐẠT 1')
  await expect(counts(page)).toHaveText('còn thiếu 1')
  await expect(marked(page)).toHaveCount(0)
  await keyboard.type(resultOf(lan), scannerPace)
  await expect(whole(page)).toHaveAttribute('data-filled', 'true')
  await expect(marked(page)).toHaveText([/Cho qua/])
  await expect.poll(heard).toEqual(['passed', 'accepted'])
})

test('a code that cannot be read is told of in the strip, and alters nothing', async ({ page, keyboard, profile }) => {
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(whole(page)).toHaveAttribute('data-filled', 'true')
  const heard = await hears(page)
  await keyboard.type('https://example.org/poster', scannerPace)
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'unreadable')
  await expect.poll(heard).toEqual(['unreadable'])
  await expect(whole(page)).toHaveAttribute('data-outcome', 'accepted')
  await expect(whole(page)).toHaveAttribute('data-filled', 'true')
  await expect(travellers(page)).toHaveCount(1)
  await expect(marked(page)).toHaveText([/Cho qua/])
  expect(recordedScans(profile).map(({ outcome }) => outcome)).toEqual(['accepted', 'unreadable'])

  await page.keyboard.press('F1')
  await expect(page.getByTestId('decided')).toHaveAttribute('data-decision', 'admitted')
  expect(recordedCrossings(profile)).toMatchObject([{ decision: 'admitted', people: [nameOf(hoa)] }])
})

test('a result on paper stands beside one by its code, as a claim that nothing is marked for', async ({
  page,
  keyboard,
}) => {
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(hoa))
  await page.keyboard.press('-')
  await expect(page.getByTestId('person-form').getByRole('textbox').first()).toBeFocused()
  await keyboard.type('Mai Van Tu', handPace)
  const paper = page.getByTestId('paper-form')
  await expect(paper).toContainText('MAI VAN TU')
  await page.keyboard.press('1')
  await expect(paper.locator('[aria-pressed="true"]')).toHaveText('âm tính')
  await keyboard.type('0000', handPace)
  await expect(paper).toBeHidden()

  await expect(travellers(page)).toHaveCount(2)
  const [byCode, onPaper] = [travellers(page).nth(0), travellers(page).nth(1)]
  await expect(byCode).toHaveAttribute('data-outcome', 'accepted')
  await expect(onPaper).toHaveAttribute('data-outcome', 'check')
  await expect(onPaper).toContainText('Kết quả bản giấy, chưa xác minh')
  await expect(whole(page)).toHaveAttribute('data-outcome', 'check')
  await expect(marked(page)).toHaveCount(0)
  // What the paper says is shown afterwards.
  await onPaper.click()
  await expect(verdict(page)).toContainText('MAI VAN TU', { ignoreCase: true })
  await expect(verdict(page)).toContainText('bản giấy: âm tính · lấy mẫu 00:00')
})

test('a crossing that is abandoned is an entry of who was in it', async ({ page, keyboard, profile }) => {
  await keyboard.type('98A12345', handPace)
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(travellers(page)).toHaveCount(1)
  await page.keyboard.press('Delete')
  await expect(page.getByTestId('remark')).toContainText('lần nữa')
  await page.keyboard.press('Delete')
  await expect(page.getByTestId('remark')).toContainText('Đã bỏ lượt, ghi nhật ký')
  await expect(travellers(page)).toHaveCount(0)
  expect(recordedCrossings(profile)).toEqual([
    { kind: 'crossing.abandoned', direction: 'in', plate: '98A-123.45', people: [nameOf(hoa)] },
  ])
})

/**
 * What the commonest crossings cost a hand: keys and scans are counted, and told with the seconds that they take at
 * `perKey` and `perScan`. Those are assumed, of a gloved hand that knows the keys, and no clock is asked.
 */
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { recordedCrossings } from './journal-file.ts'
import { handPace, scannerPace, type Keyboard } from './keyboard.ts'
import { hoa, khanh, lan, minh, nameOf, resultOf, testWithPeople as test } from './people.ts'
import { travellers, verdict } from './screen.ts'

/** Milliseconds. */
const perKey = 180
const perScan = 700

/** A hand at the lane, that counts what it does. */
class Hand {
  keys = 0
  scans = 0
  private readonly page: Page
  private readonly keyboard: Keyboard

  constructor(page: Page, keyboard: Keyboard) {
    this.page = page
    this.keyboard = keyboard
  }

  async presses(key: string): Promise<void> {
    this.keys += 1
    await this.page.keyboard.press(key)
  }

  async writes(text: string): Promise<void> {
    this.keys += text.length
    await this.keyboard.type(text, handPace, { suffix: [] })
  }

  async scansOne(text: string): Promise<void> {
    this.scans += 1
    await this.keyboard.type(text, scannerPace)
  }

  get seconds(): number {
    return (this.keys * perKey + this.scans * perScan) / 1_000
  }
}

const told: string[] = []

/** Holds a flow to the most that it may cost, and puts it into the table. */
function costs(flow: string, { keys, scans, seconds }: Hand, most: { keys: number; scans: number }): void {
  const row = `${flow.padEnd(36)} ${String(keys).padStart(4)} keys ${scans} scans ${seconds.toFixed(1).padStart(5)} s`
  told.push(`${row}   (at most ${most.keys} keys, ${most.scans} scans)`)
  test.info().annotations.push({ type: 'flow', description: row })
  expect(keys).toBeLessThanOrEqual(most.keys)
  expect(scans).toBeLessThanOrEqual(most.scans)
}

test.afterAll(() => {
  console.log([`flows, at ${perKey} ms a key and ${perScan} ms a scan:`, ...told].join('\n  '))
})

const decided = (page: Page) => page.getByTestId('decided')
const plate = (page: Page) => page.getByTestId('plate')

test('a motorbike that is known from today is six keys', async ({ page, keyboard, profile }) => {
  await keyboard.type('98B112345', handPace)
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(hoa))
  await page.keyboard.press('F1')
  await expect(decided(page)).toBeVisible()

  const hand = new Hand(page, keyboard)
  await hand.writes('345')
  await hand.presses('Enter')
  await expect(plate(page)).toHaveValue('98-B1 123.45')
  await hand.presses('F5')
  await expect(travellers(page)).toHaveCount(1)
  await hand.presses('F1')
  await expect.poll(() => recordedCrossings(profile).map(({ direction }) => direction)).toEqual(['in', 'out'])
  costs('a known motorbike', hand, { keys: 6, scans: 0 })
})

test('a motorbike that is new is eleven keys and a scan', async ({ page, keyboard, profile }) => {
  const hand = new Hand(page, keyboard)
  await hand.writes('98B112345')
  await hand.presses('Enter')
  await hand.scansOne(resultOf(hoa))
  await expect(page.getByTestId('whole')).toHaveAttribute('data-filled', 'true')
  await hand.presses('F1')
  await expect(decided(page)).toBeVisible()
  expect(recordedCrossings(profile)).toMatchObject([{ decision: 'admitted', plate: '98-B1 123.45' }])
  costs('a new motorbike', hand, { keys: 11, scans: 1 })
})

test('a car of four is twelve keys and four scans: it is counted when it is let pass', async ({
  page,
  keyboard,
  profile,
}) => {
  const hand = new Hand(page, keyboard)
  await hand.writes('98A12345')
  await hand.presses('Enter')
  for (const [index, person] of [hoa, khanh, lan, minh].entries()) {
    await hand.scansOne(resultOf(person))
    await expect(travellers(page)).toHaveCount(index + 1)
  }
  await hand.presses('F1')
  await expect(page.getByTestId('people')).toBeFocused()
  expect(recordedCrossings(profile)).toEqual([])
  await hand.writes('4')
  await hand.presses('Enter')
  await expect(decided(page)).toBeVisible()
  expect(recordedCrossings(profile)).toMatchObject([{ decision: 'admitted', plate: '98A-123.45' }])
  costs('a car of four', hand, { keys: 12, scans: 4 })
})

test('a car with three paper results and one code is less than eighty keys and 20 seconds', async ({
  page,
  keyboard,
  profile,
}) => {
  const hand = new Hand(page, keyboard)
  const person = page.getByTestId('person-form').getByRole('textbox').first()
  const paper = page.getByTestId('paper-form')
  await hand.scansOne(resultOf(hoa))
  await expect(verdict(page)).toContainText(nameOf(hoa))
  for (const [name, year] of [
    ['Mai Van Tu', '1980'],
    ['Le Thi Bay', '1991'],
    ['Tran Tam', '1975'],
  ] as const) {
    await hand.presses('-')
    await expect(person).toBeFocused()
    await hand.writes(name)
    await hand.presses('Tab')
    await hand.writes(year)
    await hand.presses('Enter')
    await expect(paper).toContainText(name.toUpperCase())
    await hand.presses('1')
    await expect(paper.locator('[aria-pressed="true"]')).toHaveText('âm tính')
    await hand.writes('0000')
    await expect(paper.getByRole('textbox').first()).toHaveValue('0000')
    await hand.presses('Enter')
    await expect(paper).toBeHidden()
  }
  await expect(travellers(page)).toHaveCount(4)
  await hand.presses('F1')
  await expect(page.getByTestId('people')).toBeFocused()
  await hand.writes('4')
  await hand.presses('Enter')
  await expect(page.getByTestId('reasons')).toBeVisible()
  await hand.presses('1')
  await expect(decided(page)).toBeVisible()
  expect(recordedCrossings(profile)).toMatchObject([{ people: [nameOf(hoa), 'Mai Van Tu', 'Le Thi Bay', 'Tran Tam'] }])
  costs('three paper results and one code', hand, { keys: 80, scans: 1 })
  expect(hand.seconds).toBeLessThan(20)
})

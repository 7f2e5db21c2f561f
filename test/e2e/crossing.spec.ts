/** A whole crossing: vehicle, people, decision, undo. By keyboard, by camera and by scanner alone. */
import type { Page } from '@playwright/test'
import { CommandMarks } from '../../main/lane/index.ts'
import { openSecrets } from '../../main/shell/index.ts'
import { commandText, type Command } from '../../shared/domain/command-code.ts'
import { unhurried, whileBusy } from './busy-page.ts'
import { test as base, expect } from './fixtures.ts'
import { recordedCrossings } from './journal-file.ts'
import { handPace, scannerPace } from './keyboard.ts'
import { startKioskOrFail } from './kiosk-process.ts'
import { cardOf, hoa, khanh, lan, minh, nameOf, resultOf, testWithPeople as test } from './people.ts'
import { admitsCounted, seesPicture, travellers, verdict } from './screen.ts'
import { ready } from './shells.ts'

const outcomes = (page: Page): Promise<(string | null)[]> =>
  travellers(page).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-outcome')))
const plate = (page: Page) => page.getByTestId('plate')
const decided = (page: Page) => page.getByTestId('decided')

test('a car with four people: a mismatch, a refusal, an undo', async ({ page, keyboard, camera, profile }) => {
  await seesPicture(page)
  await keyboard.type('98a12345', handPace)
  await expect(plate(page)).toHaveValue('98A-123.45')

  await camera.showText(resultOf(hoa))
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'accepted')
  await keyboard.type(cardOf(hoa), scannerPace)
  await expect(page.getByTestId('papers')).toHaveAttribute('data-identity', 'same')
  camera.clear()

  // Khánh’s result, and then the card of somebody else in the car.
  await keyboard.type(resultOf(khanh), scannerPace)
  await expect(travellers(page)).toHaveCount(2)
  await keyboard.type(cardOf(minh), scannerPace)
  await expect(page.getByTestId('placed')).toHaveAttribute('data-how', 'apart')
  await expect(verdict(page)).toHaveAttribute('data-code', 'result-missing')
  await keyboard.type(resultOf(lan, 'positive'), scannerPace)
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'rejected')
  await expect(travellers(page)).toHaveCount(4)
  expect(await outcomes(page)).toEqual(['accepted', 'accepted', 'check', 'rejected'])
  // His own result finds him, whoever was there in between.
  await keyboard.type(resultOf(minh), scannerPace)
  await expect(page.getByTestId('papers')).toHaveAttribute('data-identity', 'same')
  expect(await outcomes(page)).toEqual(['accepted', 'accepted', 'accepted', 'rejected'])

  // Letting a positive result pass asks how many there are, and why.
  await admitsCounted(page, 4)
  await expect(page.getByTestId('reasons')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('reasons')).toBeHidden()
  expect(recordedCrossings(profile)).toEqual([])

  // To refuse it asks too: somebody positive is for the medical post.
  await page.keyboard.press('F2')
  await expect(page.getByTestId('reason-symptoms')).toBeVisible()
  await page.keyboard.press('4')
  await expect(decided(page)).toHaveAttribute('data-decision', 'refused')
  await expect(page.getByTestId('slip')).toHaveText(/^[0-9A-F]{4}-1-\d+$/)
  await expect(travellers(page)).toHaveCount(0)
  expect(recordedCrossings(profile)).toMatchObject([{ kind: 'crossing.recorded', decision: 'refused' }])

  await page.keyboard.press('Backspace')
  await expect(travellers(page)).toHaveCount(4)
  await expect(plate(page)).toHaveValue('98A-123.45')
  await page.keyboard.press('F3')
  await expect(decided(page)).toHaveAttribute('data-decision', 'referred')
  await expect(page.getByTestId('last-crossings')).toContainText('98A-123.45')

  expect(recordedCrossings(profile)).toMatchObject([
    { kind: 'crossing.recorded', decision: 'refused' },
    { kind: 'crossing.voided', undone: true },
    {
      kind: 'crossing.recorded',
      decision: 'referred',
      plate: '98A-123.45',
      people: [nameOf(hoa), nameOf(khanh), nameOf(minh), nameOf(lan)],
    },
  ])
})

test('a known motorbike comes back by a few digits and two keys', async ({ page, keyboard, profile }) => {
  await keyboard.type('98B112345', handPace)
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'accepted')
  await page.keyboard.press('F1')
  await expect(decided(page)).toBeVisible()

  await keyboard.type('345', handPace)
  await expect(plate(page)).toHaveValue('98-B1 123.45')
  await page.keyboard.press('F5')
  await expect(travellers(page)).toHaveCount(1)
  await expect(page.getByTestId('direction')).toHaveAttribute('data-direction', 'out')
  await page.keyboard.press('F1')
  await expect
    .poll(() => recordedCrossings(profile))
    .toMatchObject([
      { direction: 'in', decision: 'admitted' },
      { direction: 'out', decision: 'admitted', plate: '98-B1 123.45', people: [nameOf(hoa)] },
    ])
})

test('a hand that is quicker than the machine takes a plate of today and its people all the same', async ({
  page,
  keyboard,
}) => {
  await keyboard.type('98B112345', handPace)
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(hoa))
  await page.keyboard.press('F1')
  await expect(decided(page)).toBeVisible()

  await whileBusy(page, () => keyboard.type('345', unhurried, { suffix: ['Enter', 'F5'] }))
  await expect(plate(page)).toHaveValue('98-B1 123.45')
  await expect(travellers(page)).toHaveText([new RegExp(nameOf(hoa))])
})

/** The marks of the card that `chot card` prints for a profile. */
async function marksOf(profile: string): Promise<CommandMarks> {
  const ways = { passphrase: () => Promise.resolve(null), missing: 'refuse', system: null } as const
  return new CommandMarks(await openSecrets({ profile, ...ways }).commandKey())
}

test('a lane is worked by scanner alone, as far as the verdict asks for it', async ({ page, keyboard, profile }) => {
  const marks = await marksOf(profile)
  const command = (given: Command) => keyboard.type(marks.textOf(given), scannerPace)
  await command({ kind: 'turn' })
  await expect(page.getByTestId('direction')).toHaveAttribute('data-direction', 'out')
  await keyboard.type(resultOf(khanh, 'positive'), scannerPace)
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'rejected')
  await expect(travellers(page)).toHaveCount(1)
  await command({ kind: 'decide', decision: 'admitted' })
  await expect(verdict(page)).toHaveAttribute('data-code', 'command-departs')
  await expect(page.getByTestId('reasons')).toBeHidden()
  await command({ kind: 'decide', decision: 'referred' })
  await expect(decided(page)).toHaveAttribute('data-decision', 'referred')
  await command({ kind: 'undo' })
  await expect(travellers(page)).toHaveCount(1)
  await command({ kind: 'next' })
  await keyboard.type(resultOf(lan), scannerPace)
  await expect(verdict(page)).toContainText(nameOf(lan))
  await expect(travellers(page)).toHaveCount(2)
  await command({ kind: 'decide', decision: 'referred' })
  await expect(decided(page)).toHaveAttribute('data-decision', 'referred')
  expect(recordedCrossings(profile).at(-1)).toMatchObject({ decision: 'referred', direction: 'out' })
})

test('a stranger’s command codes do nothing, held to the camera or scanned', async ({
  page,
  keyboard,
  camera,
  profile,
}) => {
  await seesPicture(page)
  for (const text of ['CHOT:CHO-QUA', 'CHOT:LY-DO-ORDER', commandText({ kind: 'undo' }, 1, 'A'.repeat(16))]) {
    await camera.showText(resultOf(lan, 'positive'))
    await expect(verdict(page)).toHaveAttribute('data-outcome', 'rejected')
    await camera.showText(text)
    await expect(verdict(page)).toHaveAttribute('data-code', 'command-not-ours')
    await camera.showText(resultOf(lan, 'positive'))
    await expect(verdict(page)).toHaveAttribute('data-outcome', 'rejected')
    camera.clear()
    await keyboard.type(text, scannerPace)
    await expect(verdict(page)).toHaveAttribute('data-code', 'command-not-ours')
  }
  await expect(travellers(page)).toHaveCount(1)
  expect(recordedCrossings(profile)).toEqual([])
})

test('nothing of a scan stays in the field that has the focus', async ({ page, keyboard }) => {
  await plate(page).click()
  await keyboard.type('29C', handPace)
  await plate(page).click()
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'accepted')
  await expect(plate(page)).toHaveValue('29C')
})

base('what a power cut finds in the lane is there afterwards', async ({ page, kiosk, keyboard, profile, codes }) => {
  await keyboard.type('29C55555', handPace)
  await expect(plate(page)).toHaveValue('29C-555.55')
  await keyboard.type(codes.valid.text, scannerPace)
  await expect(travellers(page)).toHaveCount(1)
  await kiosk.kill()
  const again = await startKioskOrFail(profile)
  try {
    await page.goto(again.address)
    await ready(page)
    await expect(travellers(page)).toHaveCount(1)
    await expect(plate(page)).toHaveValue('29C-555.55')
    await keyboard.type(codes.card.text, scannerPace)
    await expect(page.getByTestId('papers')).toHaveAttribute('data-identity', 'same')
  } finally {
    await again.stop()
  }
})

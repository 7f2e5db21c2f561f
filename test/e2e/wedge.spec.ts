/** A scan by keyboard is never lost or mistaken: whatever its suffix, its pace, and what stands between it and the page. */
import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import { whileBusy } from './busy-page.ts'
import { expect } from './fixtures.ts'
import { recordedScans } from './journal-file.ts'
import { handPace, scannerPace, type Keyboard } from './keyboard.ts'
import { cardOf, hoa, khanh, nameOf, resultOf, testWithPeople as test } from './people.ts'
import { shows, travellers, verdict } from './screen.ts'
import { methodStrokes, strokesOf } from './us-keyboard.ts'

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Types three characters of a plate and leaves the focus in its field. */
async function beginPlate(page: Page, keyboard: Keyboard): Promise<void> {
  await keyboard.type('29C', handPace, { suffix: [] })
  await expect(page.getByTestId('plate')).toHaveValue('29C')
}

/** The plate is half typed, as it was, and no vehicle was made of it. */
async function plateIsUntouched(page: Page): Promise<void> {
  await expect(page.getByTestId('plate')).toHaveValue('29C')
  await expect(page.getByTestId('plate')).toBeFocused()
}

test('whatever a scanner sends behind a scan commits no half-typed plate', async ({ page, keyboard }) => {
  await beginPlate(page, keyboard)
  const suffixes = [['Enter', 'Enter'], ['Tab', 'Enter'], ['Enter', 'Tab'], ['Tab'], ['Escape']] as const
  for (const [index, suffix] of suffixes.entries()) {
    const person = index % 2 === 0 ? hoa : khanh
    await keyboard.type(resultOf(person), scannerPace, { suffix })
    await expect(verdict(page)).toContainText(nameOf(person))
    await plateIsUntouched(page)
  }
})

test('whatever a scanner sends behind a scan hands in no half-filled form', async ({ page, keyboard }) => {
  await keyboard.type(resultOf(hoa), scannerPace)
  await expect(travellers(page)).toHaveCount(1)
  await page.keyboard.press('+')
  const name = page.getByTestId('person-form').getByRole('textbox').first()
  await expect(name).toBeFocused()
  await keyboard.type('Mai Xuan', handPace, { suffix: [] })
  for (const suffix of [['Enter', 'Enter'], ['Tab', 'Enter'], ['Escape']] as const) {
    await keyboard.type(cardOf(hoa), scannerPace, { suffix })
    await expect(name).toHaveValue('Mai Xuan')
    await expect(name).toBeFocused()
  }
  // A key right behind a scan is the scanner's.
  await expect(async () => {
    await page.keyboard.press('Escape')
    await expect(name).toBeHidden({ timeout: 1_000 })
  }).toPass()
  await expect(travellers(page).first()).toBeVisible()
  await expect(page.getByTestId('travellers')).not.toContainText('Mai Xuan')
})

test('a scan whose keys come as slowly as a hand’s is a scan, and types no plate', async ({
  page,
  keyboard,
  profile,
}) => {
  await keyboard.type(cardOf(khanh), (index) => (index === 30 ? 300 : 70))
  await expect(verdict(page)).toHaveAttribute('data-code', 'result-missing')
  await expect(page.getByTestId('plate')).toHaveValue('')
  await expect(page.getByTestId('plate')).not.toBeFocused()
  expect(recordedScans(profile)).toMatchObject([{ textHash: hashOf(cardOf(khanh)) }])
})

test('a scan that stumbles at its beginning and in its middle is one scan', async ({
  page,
  keyboard,
  codes,
  profile,
}) => {
  for (const stumble of [1, 2, 3, 5]) {
    await keyboard.type(codes.valid.text, (index) => (index === stumble ? 120 : index === 200 ? 300 : scannerPace))
    await shows(page, 'valid')
  }
  await expect(page.getByTestId('plate')).toHaveValue('')
  expect(recordedScans(profile).map(({ outcome }) => outcome)).toEqual(Array<string>(4).fill('accepted'))
})

test('a scan that the machine hands on late and in pieces is one scan', async ({ page, keyboard, codes, profile }) => {
  const { text } = codes.valid
  const inPieces = (index: number) => (index % 80 === 0 ? 400 : scannerPace)
  await keyboard.send(strokesOf(text), inPieces, scannerPace)
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'accepted')
  expect(recordedScans(profile)).toMatchObject([{ textHash: hashOf(text) }])
})

test('a scan whose second half the machine holds up for more than a second is one scan', async ({
  page,
  keyboard,
  codes,
  profile,
}) => {
  const { text } = codes.valid
  await keyboard.type(text, scannerPace)
  await shows(page, 'valid')
  await keyboard.send(strokesOf(text), (index) => (index === 300 ? 1_500 : scannerPace), scannerPace)
  await expect(async () => expect(recordedScans(profile)).toHaveLength(2)).toPass()
  expect(recordedScans(profile)).toMatchObject([{ textHash: hashOf(text) }, { textHash: hashOf(text) }])
})

test('a scan that begins while the page is busy arrives whole', async ({ page, keyboard, codes, profile }) => {
  await whileBusy(page, () => keyboard.type(codes.valid.text, scannerPace))
  await shows(page, 'valid')
  await expect(page.getByTestId('plate')).toHaveValue('')
  expect(recordedScans(profile)).toHaveLength(1)
})

for (const unborne of ['alt', 'alt-alone', 'character'] as const) {
  test(`letters that come without a key are taken with the scan: ${unborne}`, async ({ page, keyboard, profile }) => {
    const card = cardOf({ ...khanh, family: 'Hoàng' })
    const west = card.replace('Thôn Mẫu', 'Thôn Mã').replace('Bắc', 'Bác')
    await keyboard.type(west, scannerPace, { unborne })
    await expect(verdict(page)).toContainText('Hoàng Gia Khánh')
    await beginPlate(page, keyboard)
    await keyboard.type(west, scannerPace, { unborne })
    await expect
      .poll(() => recordedScans(profile).map(({ textHash }) => textHash))
      .toEqual([hashOf(west), hashOf(west)])
    await plateIsUntouched(page)
  })
}

test('a scan that an input method has is read by the places of its keys', async ({ page, keyboard, codes }) => {
  await beginPlate(page, keyboard)
  let shown = ''
  for (const { stroke, index } of methodStrokes(codes.valid.text.slice(0, 12), true)) {
    await keyboard.send([{ stroke, index: 0 }], 0)
    if (stroke.type === 'keyUp') continue
    shown += codes.valid.text.charAt(index).toLowerCase()
    await keyboard.compose(shown)
  }
  await keyboard.type(codes.valid.text.slice(12), scannerPace)
  await shows(page, 'valid')
  await plateIsUntouched(page)
})

test('a scan of which letters are missing has no verdict, and the screen says what to set', async ({
  page,
  keyboard,
  codes,
  profile,
}) => {
  await keyboard.type(codes.valid.text, scannerPace)
  await shows(page, 'valid')
  await keyboard.send(methodStrokes('MA-KHONG-CO-CHO', false), scannerPace)
  await expect(page.getByTestId('lane-screen').getByText('Tắt bộ gõ')).toBeVisible()
  await expect(verdict(page)).toBeHidden()
  expect(recordedScans(profile)).toHaveLength(1)
})

/** The other ways in: a keyboard-wedge scanner, a picture chosen, a picture pasted. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'
import { recordedScans } from './journal-file.ts'
import { handPace, scannerPace } from './keyboard.ts'
import { shows, verdict } from './screen.ts'

test('a code typed by a wedge scanner gets its verdict', async ({ page, keyboard, codes, profile }) => {
  await keyboard.type(codes.valid.text, scannerPace)
  await shows(page, 'valid')
  expect(recordedScans(profile)).toMatchObject([{ source: 'scanner', outcome: 'accepted' }])
})

test('a burst of 1,000 characters at 2 ms each arrives whole and gives one verdict', async ({
  page,
  keyboard,
  profile,
}) => {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
  const text = Array.from({ length: 1000 }, (_, index) => alphabet[(index * index * 7 + index) % 45]).join('')
  await keyboard.type(text, scannerPace)
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'unreadable')
  const textHash = createHash('sha256').update(text).digest('hex')
  expect(recordedScans(profile)).toMatchObject([{ source: 'scanner', textHash }])
})

test('typing by hand is no scan', async ({ page, keyboard, codes, profile }) => {
  await keyboard.type(codes.valid.text.slice(0, 40), handPace)
  await keyboard.type(codes.forged.text, scannerPace)
  await shows(page, 'forged')
  expect(recordedScans(profile)).toHaveLength(1)
})

test('a picture that is chosen gets its verdict', async ({ page, codes, profile }) => {
  await page.getByTestId('image-file').setInputFiles(codes.expired.file)
  await shows(page, 'expired')
  expect(recordedScans(profile)).toMatchObject([{ source: 'image', outcome: 'rejected' }])
})

test('a picture that is pasted gets its verdict', async ({ page, codes, profile }) => {
  const png = readFileSync(codes.positive.file).toString('base64')
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([bytes], 'code.png', { type: 'image/png' }))
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, png)
  await shows(page, 'positive')
  expect(recordedScans(profile)).toMatchObject([{ source: 'image', outcome: 'rejected' }])
})

test('a picture that is dropped gets its verdict', async ({ page, codes, profile }) => {
  const png = readFileSync(codes['unknown-key'].file).toString('base64')
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([bytes], 'code.png', { type: 'image/png' }))
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    }
  }, png)
  await shows(page, 'unknown-key')
  expect(recordedScans(profile)).toMatchObject([{ source: 'image', outcome: 'check' }])
})

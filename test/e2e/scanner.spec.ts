/** The other ways in: a keyboard-wedge scanner, a picture chosen, a picture pasted. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { qrMatrix, type QrMatrix } from '../../main/qr/index.ts'
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
  const textHash = createHash('sha256').update(text).digest('hex')
  // What is of no known kind is one scan as long as its keys do not stumble, and a machine that is busy with something else
  // may hold them back for longer than that: then it is typed once more.
  await expect(async () => {
    const before = recordedScans(profile).length
    await keyboard.type(text, scannerPace)
    const recorded = expect.poll(() => recordedScans(profile).slice(before), { timeout: 5_000 })
    await recorded.toMatchObject([{ source: 'scanner', textHash }])
  }).toPass()
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'unreadable')
})

test('typing by hand is no scan', async ({ page, keyboard, codes, profile }) => {
  await keyboard.type('khai bao y te tai chot so 2', handPace)
  await keyboard.type(codes.forged.text, scannerPace)
  await shows(page, 'forged')
  expect(recordedScans(profile)).toHaveLength(1)
})

test('a picture that is chosen gets its verdict', async ({ page, codes, profile }) => {
  await page.getByTestId('image-file').setInputFiles(codes.expired.file)
  await shows(page, 'expired')
  expect(recordedScans(profile)).toMatchObject([{ source: 'image', outcome: 'rejected' }])
})

test('of a picture with a web address beside a result the result is taken, and the rest is told of', async ({
  page,
  codes,
  profile,
}) => {
  const [address, result] = [await qrMatrix('https://example.vn/ket-qua'), await qrMatrix(codes.expired.text)]
  await page.getByTestId('image-file').setInputFiles({
    name: 'two.pgm',
    mimeType: 'image/x-portable-graymap',
    buffer: sideBySide(address, result),
  })
  await shows(page, 'expired')
  expect(recordedScans(profile)).toMatchObject([{ source: 'image', outcome: 'rejected' }])
  await expect(page.getByTestId('picture')).toContainText('1')
})

test('a picture of a kind that is not read is called by its name', async ({ page }) => {
  const buffer = Buffer.from('....ftypheic....')
  await page.getByTestId('image-file').setInputFiles({ name: 'a.heic', mimeType: 'image/heic', buffer })
  await expect(page.getByTestId('picture')).toContainText('HEIC')
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

/** Both codes on white, as a grey picture, three pixels a module. */
function sideBySide(...codes: QrMatrix[]): Buffer {
  const [scale, margin] = [3, 24]
  const height = Math.max(...codes.map(({ size }) => size * scale)) + 2 * margin
  const width = codes.reduce((sum, { size }) => sum + size * scale + 2 * margin, 0)
  const picture = Buffer.alloc(width * height, 255)
  let left = margin
  for (const { size, modules } of codes) {
    for (let y = 0; y < size * scale; y++) {
      for (let x = 0; x < size * scale; x++)
        picture[(y + margin) * width + left + x] = modules[Math.floor(y / scale) * size + Math.floor(x / scale)] ?? 255
    }
    left += size * scale + 2 * margin
  }
  return Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), picture])
}

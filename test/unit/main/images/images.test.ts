import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync, crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { qrMatrix, qrPng, type QrMatrix } from '../../../../main/qr/index.ts'
import { decodePicture } from '../../../../main/images/decode.ts'
import { readImage } from '../../../../main/images/index.ts'
import { publicData } from '../../../conformance/public-data.ts'
import { codeOf } from '../../../fixtures/certificates.ts'
import { bitmap } from '../../shared/barcode/picture/bitmaps.ts'

const text = codeOf()
const matrix = await qrMatrix(text)
const png = qrPng(matrix, 6)
const second = await qrMatrix('SECOND')

interface Grey {
  width: number
  height: number
  bytes: Uint8Array
}

/** Codes side by side on white, four pixels a module. */
function picture(...matrices: QrMatrix[]): Grey {
  const [scale, margin] = [4, 32]
  const widths = matrices.map(({ size }) => size * scale + 2 * margin)
  const width = widths.reduce((sum, each) => sum + each, 0)
  const height = Math.max(...widths)
  const bytes = new Uint8Array(width * height).fill(255)
  let left = margin
  for (const { size, modules } of matrices) {
    for (let y = 0; y < size * scale; y++) {
      for (let x = 0; x < size * scale; x++) {
        bytes[(y + margin) * width + left + x] = modules[Math.floor(y / scale) * size + Math.floor(x / scale)] ?? 255
      }
    }
    left += size * scale + 2 * margin
  }
  return { width, height, bytes }
}

const pgm = ({ width, height, bytes }: Grey): Buffer =>
  Buffer.concat([Buffer.from(`P5\n# made by a test\n${width} ${height}\n255\n`), bytes])
const plainPgm = ({ width, height, bytes }: Grey): Buffer =>
  Buffer.from(`P2\n${width} ${height}\n255\n${[...bytes].join(' ')}\n`)

/** A PNG whose header claims any size; its pixels inflate to so many bytes. */
function pngClaiming(width: number, height: number, inflated = 1000): Buffer {
  const chunk = (name: string, content: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(name), content])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(content.length)
    check.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, check])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(inflated))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('a picture file', () => {
  test.each([
    ['PNG', png],
    ['binary PGM', pgm(picture(matrix))],
    ['plain PGM', plainPgm(picture(matrix))],
    ['BMP', bitmap(picture(matrix), '24')],
    ['BMP of OS/2', bitmap(picture(matrix), 'OS/2')],
    ['run-length encoded BMP', bitmap(picture(matrix), 'RLE8')],
  ])('gives its code: %s', async (_kind, file) => {
    expect(await readImage(file)).toEqual({ ok: true, texts: [text] })
  })

  test('gives every code in it', async () => {
    const answer = await readImage(pgm(picture(matrix, second)))
    expect(answer.ok && new Set(answer.texts)).toEqual(new Set([text, 'SECOND']))
  })

  test('without a code gives none', async () => {
    expect(await readImage(pgm({ width: 200, height: 200, bytes: new Uint8Array(40_000).fill(128) }))).toEqual({
      ok: true,
      texts: [],
    })
  })

  test.each([
    ['a text', Buffer.from('HC1:NOT A PICTURE, ONLY A TEXT'), 'not-a-picture'],
    ['nothing', Buffer.alloc(0), 'not-a-picture'],
    ['a PNG of a hundred thousand pixels squared', pngClaiming(100_000, 100_000), 'too-large'],
    ['a PNG that is cut off', png.subarray(0, 200), 'damaged'],
    ['a PNG with too few pixels in it', pngClaiming(500, 500), 'damaged'],
    ['a PNG whose pixels inflate to more than its header says', pngClaiming(200, 200, 50_000_000), 'damaged'],
    ['a PNG with some pixels too many', pngClaiming(200, 200, 201 * 200 + 1), 'damaged'],
    ['a PGM that is cut off', pgm(picture(matrix)).subarray(0, 500), 'damaged'],
    ['a BMP that is cut off', bitmap(picture(matrix), '24').subarray(0, 500), 'damaged'],
  ])('that is %s is refused', async (_what, file, why) => {
    expect(await readImage(file)).toEqual({ ok: false, why })
  })

  test('is never a reason to fail, whatever its bytes', () => {
    const starts = [
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      Buffer.from('ffd8', 'hex'),
      Buffer.from('BM'),
      Buffer.from('P5 20 20 255\n'),
      Buffer.from('RIFF0000WEBPVP8 '),
    ]
    const file = fc
      .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }))
      .map((parts) => Buffer.concat(parts))
    // In this process, for two hundred of their own take their time.
    fc.assert(
      fc.property(file, (bytes) => void decodePicture(bytes)),
      { numRuns: 200 },
    )
  })

  test('is refused by the name of its kind where that is not read', async () => {
    expect(await readImage(Buffer.from('xxxxftypheic....'))).toEqual({ ok: false, why: 'unsupported', name: 'HEIC' })
  })

  const reported = join(publicData, '..', 'findings', 'field')
  test.skipIf(!existsSync(reported))(
    'of a kind that scanners, printers and phones make gives its code (needs ../shared/findings)',
    async () => {
      const pictures = readdirSync(reported).filter((name) => /^E(0|21).*\.(png|jpg|bmp|webp)$/.test(name))
      for (const name of pictures) {
        const answer = await readImage(readFileSync(join(reported, name)))
        expect([name, answer]).toEqual([
          name,
          { ok: true, texts: expect.arrayContaining([expect.stringMatching(/^HC1:/)]) },
        ])
      }
      expect(pictures.length).toBeGreaterThan(6)
    },
  )

  const rendered = join(publicData, 'photos', 'rendered')
  test.skipIf(!existsSync(rendered))(
    'JPEG: the easy camera-like pictures give their texts (needs ../shared/data)',
    async () => {
      const manifest = readFileSync(join(rendered, 'manifest.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { file: string; text: string; level: number })
      for (const { file, text: expected } of manifest.filter(({ level }) => level === 1)) {
        expect([file, await readImage(readFileSync(join(rendered, file)))]).toEqual([
          file,
          { ok: true, texts: [expected] },
        ])
      }
    },
  )

  const photographs = join(publicData, 'photos', 'zxing', 'qrcode-1')
  test.skipIf(!existsSync(photographs))(
    'WebP and PNG photographs give their texts (needs ../shared/data)',
    async () => {
      const pictures = readdirSync(photographs).filter((name) => /\.(png|webp|jpg)$/.test(name))
      for (const name of pictures) {
        const answer = await readImage(readFileSync(join(photographs, name)))
        expect([name, answer]).toEqual([
          name,
          { ok: true, texts: [readFileSync(join(photographs, name.replace(/\.\w+$/, '.txt')), 'utf8')] },
        ])
      }
      expect(pictures.length).toBeGreaterThan(2)
    },
  )
})

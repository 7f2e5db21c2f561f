import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import { loadEngine, type Engine } from '../../../../shared/barcode/engine.ts'
import { isReadableSize, lumaFromRgba, mostPixels, type Luma } from '../../../../shared/barcode/luma.ts'
import { readFrame, readInvertedFrame, readPicture } from '../../../../shared/barcode/read.ts'

async function wasm(kind: 'reader' | 'writer'): Promise<ArrayBuffer> {
  const path = fileURLToPath(import.meta.resolve(`zxing-wasm/${kind}/zxing_${kind}.wasm`))
  return new Uint8Array(await readFile(path)).buffer
}

let engine: Engine
beforeAll(async () => {
  engine = await loadEngine({ binary: await wasm('reader') })
  await prepareZXingModule({ overrides: { wasmBinary: await wasm('writer') }, fireImmediately: true })
})

interface Drawing {
  format?: 'QRCode' | 'Aztec'
  pixelsPerModule?: number
  ink?: number
  paper?: number
}

/** A code drawn by area sampling, so that modules of broken pixel sizes blur into each other as in a photograph. */
async function draw(
  text: string,
  { format = 'QRCode', pixelsPerModule = 4, ink = 20, paper = 235 }: Drawing = {},
): Promise<Luma> {
  const { symbol } = await writeBarcode(text, { format })
  const margin = 5
  const side = Math.ceil((symbol.width + 2 * margin) * pixelsPerModule)
  const bytes = new Uint8Array(side * side)
  const fine = 8
  const module = (place: number): number => Math.floor(place / pixelsPerModule) - margin
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      let sum = 0
      for (let part = 0; part < fine * fine; part += 1) {
        const column = module(x + ((part % fine) + 0.5) / fine)
        const row = module(y + (Math.floor(part / fine) + 0.5) / fine)
        const inside = column >= 0 && row >= 0 && column < symbol.width && row < symbol.height
        sum += inside && symbol.data[row * symbol.width + column] === 0 ? ink : paper
      }
      bytes[y * side + x] = Math.round(sum / (fine * fine))
    }
  }
  return { bytes, width: side, height: side }
}

/** The picture as a phone takes it from too far: out of focus, grey, noisy (always the same noise). */
function photographed({ bytes, width, height }: Luma): Luma {
  const blurred = [0, 1].reduce<Uint8Array>((before) => {
    const after = before.slice()
    for (let at = width + 1; at < before.length - width - 1; at += 1) {
      const rows = [at - width, at, at + width]
      after[at] = rows.reduce((sum, middle) => before.slice(middle - 1, middle + 2).reduce((a, b) => a + b, sum), 0) / 9
    }
    return after
  }, bytes)
  let seed = 1
  const noisy = blurred.map((value) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.round(60 + value * 0.55 + (seed / 2 ** 31 - 0.5) * 20)
  })
  return { bytes: new Uint8Array(noisy), width, height }
}

/** Two pictures beside each other, the smaller one on white. */
function beside(left: Luma, right: Luma): Luma {
  const width = left.width + right.width
  const height = Math.max(left.height, right.height)
  const bytes = new Uint8Array(width * height).fill(235)
  for (const [picture, offset] of [
    [left, 0],
    [right, left.width],
  ] as const) {
    for (let row = 0; row < picture.height; row += 1) {
      bytes.set(picture.bytes.subarray(row * picture.width, (row + 1) * picture.width), row * width + offset)
    }
  }
  return { bytes, width, height }
}

function readLive(luma: Luma, read: typeof readFrame = readFrame): string[] {
  const pointer = engine.allocate(luma.bytes.length)
  engine.memory().set(luma.bytes, pointer)
  const texts = read(engine, { pointer, width: luma.width, height: luma.height })
  engine.release(pointer)
  return texts
}

/** As long and as varied as a real certificate. */
const certificate = `HC1:${'6BFU70H90T9WTWGSLKC 4D593PKQFGFVUY+6FBBWK0FN0*KCXMDWY0'.repeat(11).slice(0, 600)}`

describe('the code reader', () => {
  it.each(['QRCode', 'Aztec'] as const)('reads a %s code exactly, spaces at its ends included', async (format) => {
    const text = ' HC1:A B+$ '
    expect(readPicture(engine, await draw(text, { format }))).toEqual([text])
  })

  it('reads a frame of the live picture from its own memory', async () => {
    expect(readLive(await draw(certificate))).toEqual([certificate])
  })

  it('keeps Vietnamese letters', async () => {
    expect(readPicture(engine, await draw('001099012345||Nguyễn Văn Đạt|12031999'))).toEqual([
      '001099012345||Nguyễn Văn Đạt|12031999',
    ])
  })

  it('reads all codes of a picture, each once', async () => {
    const pair = beside(await draw('first code'), await draw('second code'))
    const twice = beside(pair, await draw('first code'))
    expect(readPicture(engine, twice).toSorted()).toEqual(['first code', 'second code'])
  })

  it('reads a light code on a dark screen from a picture, and does not spend time on it in the live one', async () => {
    const inverted = await draw('dark mode', { ink: 235, paper: 20 })
    expect(readPicture(engine, inverted)).toEqual(['dark mode'])
    expect(readLive(inverted)).toEqual([])
  })

  it('reads it from the live picture where it is asked to look again', async () => {
    expect(readLive(await draw('dark mode', { ink: 235, paper: 20 }), readInvertedFrame)).toEqual(['dark mode'])
  })

  it('looks for a small code beside a large one as long as what is sought was not found', async () => {
    const large = await draw('https://example.vn', { pixelsPerModule: 8 })
    const pair = beside(large, photographed(await draw(certificate, { pixelsPerModule: 2.8 })))
    expect(readPicture(engine, pair)).toEqual(['https://example.vn'])
    const isSought = (text: string): boolean => text.startsWith('HC1:')
    expect(readPicture(engine, pair, isSought)).toEqual(['https://example.vn', certificate])
  })

  it('reads a code in a photograph of sixty million pixels', async () => {
    const code = await draw('far away', { pixelsPerModule: 40 })
    const [width, height] = [9_200, 6_600]
    const bytes = new Uint8Array(width * height).fill(235)
    for (let row = 0; row < code.height; row += 1)
      bytes.set(code.bytes.subarray(row * code.width, (row + 1) * code.width), (row + 3_000) * width + 4_000)
    expect(readPicture(engine, { bytes, width, height })).toEqual(['far away'])
  })

  it('reads a picture with too few pixels a module by enlarging it', async () => {
    const small = photographed(await draw(certificate, { pixelsPerModule: 2.8 }))
    expect(readLive(small)).toEqual([])
    expect(readPicture(engine, small)).toEqual([certificate])
  })

  it('finds nothing in a picture of an impossible size, and takes no memory for it', () => {
    const bytes = new Uint8Array(0)
    for (const [width, height] of [
      [0, 0],
      [3, 900],
      [1e6, 1e6],
      [1.5, 100],
      [Number.NaN, 100],
    ] as const) {
      expect(readPicture(engine, { bytes, width, height })).toEqual([])
    }
  })
})

describe('a grey picture', () => {
  it('weighs green over red over blue, and shows what is transparent as white', () => {
    const rgba = Uint8Array.of(255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0, 0, 128)
    const [red = 0, green = 0, blue = 0, clear, half] = lumaFromRgba(rgba, 5, 1).bytes
    expect(green).toBeGreaterThan(red)
    expect(red).toBeGreaterThan(blue)
    expect(clear).toBe(255)
    expect(half).toBe(127)
  })

  it('shows what is transparent as black where all that can be seen is light: a code made for a dark page', () => {
    const [light, clear] = lumaFromRgba(Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 0), 2, 1).bytes
    expect([light, clear]).toEqual([255, 0])
  })

  it('is opened up to a limit', () => {
    expect(isReadableSize(8_000, mostPixels / 8_000)).toBe(true)
    expect(isReadableSize(8_001, mostPixels / 8_000)).toBe(false)
  })
})

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandWords } from '../../../../main/command/printed/card-sheet.ts'
import { Failure, UsageError } from '../../../../main/terminal/index.ts'
import { loadEngine } from '../../../../shared/barcode/engine.ts'
import type { Luma } from '../../../../shared/barcode/luma.ts'
import { readPicture } from '../../../../shared/barcode/read.ts'
import { CommandMarks } from '../../../../main/lane/index.ts'
import { commands } from '../../../../shared/domain/command-code.ts'
import { commandKey, keepSecret } from '../../../fixtures/secrets.ts'
import { openIn } from '../journal/journal-in.ts'
import { runCommand } from './run-command.ts'

const now = Date.UTC(2021, 9, 5)
const profile = keepSecret(mkdtempSync(join(tmpdir(), 'chot-card-')))
const about = { kiosk: 'kiosk-1', name: 'Cầu Như Nguyệt <&>', lane: '2', mode: 'real' }
writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify(about))
const { printed: sheet } = await runCommand(['card', '--profile', profile], now)

/** Codes on a drawn sheet as its paths give them: millimetres from the corner, and modules as [column, row, length]. */
function codesOn(svg: string) {
  const places = /<g transform="translate\(([\d.]+) ([\d.]+)\) scale\(([\d.]+)\)"><path d="([^"]+)"/g
  return [...svg.matchAll(places)].map(([, x, y, scale, path = '']) => ({
    x: Number(x),
    y: Number(y),
    scale: Number(scale),
    runs: [...path.matchAll(/M(\d+) (\d+)h(\d+)v1/g)].map((run) => run.slice(1).map(Number)),
  }))
}

/** A printed sheet before a camera that sees so many pixels in a millimetre. */
function photographed(svg: string, pixels: number): Luma {
  const [width, height] = [210 * pixels, 297 * pixels]
  const bytes = new Uint8Array(width * height).fill(235)
  for (const { x, y, scale, runs } of codesOn(svg)) {
    for (const [column = 0, row = 0, length = 0] of runs) {
      const at = (place: number, from: number): number => Math.round((from + place * scale) * pixels)
      for (let line = at(row, y); line < at(row + 1, y); line += 1) {
        bytes.fill(20, line * width + at(column, x), line * width + at(column + length, x))
      }
    }
  }
  return { bytes, width, height }
}

describe('the card of command codes', () => {
  test('reads back as every command there is, with the kiosk’s mark', async () => {
    const marks = new CommandMarks(commandKey)
    const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
    const engine = await loadEngine({ binary: new Uint8Array(wasm).buffer })
    const read = readPicture(engine, photographed(sheet, 6)).map((text) => JSON.stringify(marks.read(text)?.command))
    expect(read.toSorted()).toEqual(commands.map((command) => JSON.stringify(command)).toSorted())
  })

  test('says each command in both languages', () => {
    const words = sheet.replaceAll(/<\/text>\n<text[^>]*>/g, ' ')
    for (const command of commands) {
      expect(words).toContain(commandWords('vi', command))
      expect(words).toContain(commandWords('en', command))
    }
  })

  test('has modules of a millimetre and a half', () => {
    expect(Math.min(...codesOn(sheet).map(({ scale }) => scale))).toBeGreaterThanOrEqual(1.5)
  })

  test('says whose it is', () => {
    expect(sheet).toContain('Cầu Như Nguyệt &lt;&amp;&gt;, làn 2')
  })

  test('leaves each code its quiet zone, clear of codes and words', () => {
    const boxes = codesOn(sheet).map(({ x, y, scale, runs }) => {
      const side = Math.max(...runs.map(([, row = 0]) => row + 1)) * scale
      return { left: x, top: y, right: x + side, bottom: y + side, quiet: 4 * scale }
    })
    const apart = (one: (typeof boxes)[number], other: (typeof boxes)[number]): boolean =>
      one.left - other.right >= one.quiet ||
      other.left - one.right >= one.quiet ||
      one.top - other.bottom >= one.quiet ||
      other.top - one.bottom >= one.quiet
    for (const one of boxes) expect(boxes.every((other) => other === one || apart(one, other))).toBe(true)
    for (const [, x, y, font] of sheet.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)"/g)) {
      const words = {
        left: Number(x),
        right: Number(x),
        top: Number(y) - 0.7 * Number(font),
        bottom: Number(y),
        quiet: 0,
      }
      expect(boxes.every((box) => apart(box, words))).toBe(true)
    }
  })
})

describe('chot card --new', () => {
  test('draws the next card, with its number, and the one before commands nothing', async () => {
    const own = keepSecret(mkdtempSync(join(tmpdir(), 'chot-card-')))
    writeFileSync(join(own, 'checkpoint.json'), JSON.stringify(about))
    ;(await openIn(join(own, 'journal'))).close()
    const drawn = async (...words: string[]) => (await runCommand(['card', ...words, '--profile', own], now)).printed
    const first = await drawn()
    const second = await drawn('--new')
    expect([first.includes('command card 1 ·'), second.includes('command card 2 ·')]).toEqual([true, true])
    expect(await drawn()).toBe(second)
    const { printed } = await runCommand(['journal', 'tail', '-n', '1', '--profile', own], now)
    expect(printed).toContain('Thẻ lệnh mới, số 2')
  })
})

describe('chot card', () => {
  test('writes the card to a file', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'chot-card-')), 'card.svg')
    expect(await runCommand(['card', '-o', file, '--profile', profile], now)).toMatchObject({ status: 0, printed: '' })
    expect(readFileSync(file, 'utf8')).toBe(sheet)
  })

  test.skipIf(process.platform === 'win32')('lets nobody else read that file', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'chot-card-')), 'card.svg')
    await runCommand(['card', '-o', file, '--profile', profile], now)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test.skipIf(process.platform === 'win32')('follows no link, and waits for no pipe', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chot-card-'))
    const [precious, link, pipe] = [join(folder, 'precious'), join(folder, 'link.svg'), join(folder, 'pipe.svg')]
    writeFileSync(precious, 'as it was')
    symlinkSync(precious, link)
    execFileSync('mkfifo', [pipe])
    for (const file of [link, pipe, '/dev/null'])
      await expect(runCommand(['card', '-o', file, '--profile', profile], now)).rejects.toThrow(Failure)
    expect(readFileSync(precious, 'utf8')).toBe('as it was')
  })

  test('makes no secret where the kiosk has none yet', async () => {
    const fresh = mkdtempSync(join(tmpdir(), 'chot-card-'))
    writeFileSync(join(fresh, 'checkpoint.json'), JSON.stringify(about))
    await expect(runCommand(['card', '--profile', fresh], now)).rejects.toMatchObject({ code: 'SECRET_NOT_MADE' })
  })

  test('says so where the file cannot be written', async () => {
    await expect(runCommand(['card', '-o', '/nowhere/card.svg', '--profile', profile], now)).rejects.toThrow(Failure)
  })

  test('takes no words', async () => {
    await expect(runCommand(['card', 'red'], now)).rejects.toThrow(UsageError)
  })
})

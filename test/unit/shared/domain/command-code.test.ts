import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commands, commandText, isCommandText, readCommandText } from '../../../../shared/domain/command-code.ts'
import { decisions } from '../../../../shared/domain/crossing/crossing.ts'

const mark = 'ABCDEFGHIJ234567'
const texts = commands.map((command) => commandText(command, 1, mark))

/** What scanners put before a text, and behind it. */
const before = fc.constantFrom('', ' ', ']Q1', ']d2', '\\000026', '\uFEFF', '\u200B', '\r\n', '\u0002', ' ]C0 ')
const behind = fc.constantFrom('', ' ', '\r', '\r\n', '\t', '\u0003', '\u200B', '\u00A0')
const cards = fc.constantFrom(1, 2, 10, 9999)
const inCase = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toLowerCase(),
)

describe('command codes', () => {
  it('are read back as what they were printed for, with their mark', () => {
    for (const card of [1, 2, 9999])
      for (const command of commands)
        expect(readCommandText(commandText(command, card, mark))).toEqual({ command, card, mark })
  })

  it('are there for every decision, and for no reason', () => {
    for (const decision of decisions) expect(commands).toContainEqual({ kind: 'decide', decision })
    expect(new Set(commands.map(({ kind }) => kind))).toEqual(new Set(['decide', 'next', 'undo', 'turn']))
    expect(readCommandText(`CHOT:LY-DO-ORDER:${mark}`)).toBeNull()
  })

  it('differ, and fit the alphanumeric mode of a QR code', () => {
    expect(new Set(texts).size).toBe(texts.length)
    for (const text of texts) expect(text).toMatch(/^[0-9A-Z $%*+\-./:]+$/)
  })

  it('are known whatever a scanner puts around them or makes of their case', () => {
    fc.assert(
      fc.property(
        before,
        fc.constantFrom(...commands),
        cards,
        inCase,
        behind,
        (first, command, number, written, last) => {
          const text = first + written(commandText(command, number, mark)) + last
          expect(isCommandText(text)).toBe(true)
          expect(readCommandText(text)).toEqual({ command, card: number, mark })
        },
      ),
    )
  })

  it('that are none want to command all the same', () => {
    fc.assert(
      fc.property(before, inCase, fc.string(), (first, written, rest) => {
        expect(isCommandText(first + written('CHOT:') + rest)).toBe(true)
      }),
    )
  })

  it('are nothing else', () => {
    for (const text of ['', 'CHO-QUA', 'HC1:CHOT:CHO-QUA', 'https://chot.vn/CHOT:CHO-QUA', 'CHOT'])
      expect(isCommandText(text)).toBe(false)
    for (const text of [
      'CHOT:',
      'CHOT:CHO-QUA',
      'CHOT:CHO-QUA:',
      `CHOT:CHO-QUA2:${mark}`,
      `CHOT:CHO-QUA:${mark}:X`,
    ].concat(['0', '02', '10000', 'A', '', '-1'].map((number) => `CHOT:CHO-QUA:${number}:${mark}`)))
      expect(readCommandText(text)).toBeNull()
    expect(readCommandText(`${texts[0]}${' '.repeat(16_000)}`)).toBeNull()
  })
})

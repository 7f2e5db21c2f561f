/** The lines of `chot verify --jsonl`, and what is answered to each. */
import fc from 'fast-check'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { readLines } from '../../../../main/command/read-lines.ts'
import { verifyLines } from '../../../../main/command/verify/verify-lines.ts'
import { trustStore } from '../../../../main/trust/index.ts'
import { testTerminal } from '../../../fixtures/terminal.ts'

async function linesOf(chunks: readonly Uint8Array[], longest?: number): Promise<(string | null)[]> {
  const lines: (string | null)[] = []
  for await (const { text } of readLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), longest))
    lines.push(text)
  return lines
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('lines', () => {
  test('end at line feeds alone, wherever the stream is cut', async () => {
    const lineText = fc.string({ unit: 'binary' }).map((text) => text.toWellFormed().replaceAll(/[\n\r\uFEFF]/g, ''))
    await fc.assert(
      fc.asyncProperty(fc.array(lineText, { minLength: 1 }), fc.nat(50), async (lines, cut) => {
        const whole = bytes(`${lines.join('\n')}\n`)
        expect(await linesOf([whole.slice(0, cut), whole.slice(cut)])).toEqual(lines)
      }),
    )
  })

  test.each([
    ['\uFEFFone\ntwo', ['one', 'two']],
    ['one\r\ntwo\r\n', ['one', 'two']],
    ['one\u2028still one\u2029\u0085\vstill\n', ['one\u2028still one\u2029\u0085\vstill']],
    ['', []],
    ['\n\n', ['', '']],
  ])('%j', async (text, lines) => expect(await linesOf([bytes(text)])).toEqual(lines))

  test('that are too long are said to be, nothing of them is kept, and the next is read', async () => {
    const chunks = ['12345', '6789', '0\nok\n', '123456'].map(bytes)
    expect(await linesOf(chunks, 5)).toEqual([null, 'ok', null])
  })
})

describe('an answer has the identifier of its line', () => {
  async function answers(text: string): Promise<{ id: unknown; code?: string; error?: string; outcome?: string }[]> {
    const terminal = testTerminal({ input: Readable.from([Buffer.from(text)]), locale: 'vi' })
    await verifyLines(terminal, { trust: trustStore(), now: () => 0 })
    return terminal.printed
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  }

  test.each([
    ['a picture that is not there', '{"id":7,"image":"/nowhere.png"}', 7, 'image-unreadable'],
    ['a time that is none', '{"id":"a","text":"x","at":"yesterday"}', 'a', 'at-no-time'],
    ['nothing to verify', '{"id":{"n":1}}', { n: 1 }, 'nothing-to-verify'],
    ['a text that is none', '{"id":0,"text":5}', 0, 'line-malformed'],
    ['an empty list', '{"id":false,"text":[]}', false, 'line-malformed'],
    ['no identifier', '{"text":5}', null, 'line-malformed'],
    ['no object', '[1]', null, 'line-malformed'],
    ['no JSON', '{"id":1,', null, 'not-json'],
  ])('whose fault is %s', async (_what, line, id, code) => {
    const [answer] = await answers(line)
    expect(answer).toMatchObject({ id, code, error: expect.stringMatching(/\p{L}/u) as string })
  })

  test('where a code holds a line separator there is one line in and one line out', async () => {
    const found = await answers('{"id":1,"text":"note\u2028{x"}\n{"id":2,"text":"x"}\n')
    expect(found.map(({ id, outcome }) => [id, outcome])).toEqual([
      [1, 'unreadable'],
      [2, 'unreadable'],
    ])
  })
})

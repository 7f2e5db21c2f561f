import { readFileSync, writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { qrMatrix, qrPng } from '../../../../main/qr/index.ts'
import { issueShcJws, shcChunkTexts } from '../../../../authority/issue-shc.ts'
import { publicJwk } from '../../../../authority/signing-key.ts'
import { explain, explainAll } from '../../../../main/command/verify/explain.ts'
import { verifyArguments } from '../../../../main/command/verify/verify-arguments.ts'
import { verifyInLines } from '../../../conformance/verify-in-lines.ts'
import { codeOf, judge, keyOf, now, storeOf } from '../../../fixtures/certificates.ts'
import { testTerminal } from '../../../fixtures/terminal.ts'
import { contentOf, key } from '../../shared/certificate/shc-card.ts'

const at = new Date(now).toISOString()
const keys = [publicJwk(keyOf('EdDSA'), { issuer: 'Sở Y tế', country: 'VN' })]
const folder = mkdtempSync(join(tmpdir(), 'chot-command-'))

async function pictureOf(text: string): Promise<string> {
  const file = join(folder, 'code.png')
  writeFileSync(file, qrPng(await qrMatrix(text), 6))
  return file
}

describe('chot verify --jsonl', () => {
  test('answers a line with the whole verdict', async () => {
    const [answer] = await verifyInLines([{ id: 'a', text: codeOf(), at, keys }])
    expect(Object.keys(answer ?? {})).toEqual([
      'id',
      'outcome',
      'reason',
      'findings',
      'format',
      'text',
      'holder',
      'payload',
    ])
    expect(answer).toMatchObject({
      id: 'a',
      outcome: 'accepted',
      reason: 'rules-met',
      format: 'HC1',
      holder: { name: 'Nguyễn Văn An' },
      payload: { t: [{ tr: '260415000' }] },
    })
    expect(answer?.findings[0]).toEqual({ check: 'format', status: 'pass', code: 'format-known' })
  })

  test('reads a picture, and gives its text', async () => {
    const [answer] = await verifyInLines([{ id: 1, image: await pictureOf(codeOf()), at, keys }])
    expect(answer).toMatchObject({ id: 1, outcome: 'accepted', text: expect.stringMatching(/^HC1:/) })
  })

  test('applies no rules where the line says so', async () => {
    const [answer] = await verifyInLines([{ id: 1, text: codeOf(), at, keys, rules: false }])
    expect(answer?.findings).toContainEqual({ check: 'rules', status: 'skipped', code: 'rules-not-applied' })
  })

  test('believes only what a line brings, and passes over keys that cannot be used', async () => {
    const answers = await verifyInLines([
      { id: 1, text: codeOf(), at, keys: [{ kty: 'XX' }, ...keys], certificates: ['AAAA'] },
      { id: 2, text: codeOf(), at, keys: [] },
    ])
    expect(answers.map(({ outcome }) => outcome)).toEqual(['accepted', 'check'])
  })

  test('says of one code of a card that more are needed, and judges a list of all of them as one', async () => {
    const parts = shcChunkTexts(issueShcJws(contentOf(), key), 3)
    const [part, whole] = await verifyInLines([
      { id: 1, text: parts[1], at, rules: false },
      { id: 2, text: parts.toReversed(), at, rules: false },
    ])
    expect(part).toMatchObject({ outcome: 'check', reason: 'part-of-several' })
    expect(whole).toMatchObject({ format: 'SHC', reason: 'key-unknown' })
  })

  test('answers malformed lines with an error and the line’s id, and goes on in order', async () => {
    const answers = await verifyInLines([
      { id: 1 },
      { id: 2, text: 5 },
      { id: 3, text: 'x', at: 'noon' },
      { id: 4, image: join(folder, 'none.png') },
      { id: 5, text: 'x' },
    ])
    expect(answers.map(({ id, error }) => [id, error === undefined])).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, false],
      [5, true],
    ])
  })
})

describe('chot verify', () => {
  const run = async (commandLine: readonly string[], json = false) => {
    const terminal = testTerminal({ locale: 'vi' })
    const outcomes = await verifyArguments(commandLine, { trust: storeOf(), now, rules: true }, json, terminal)
    return { outcomes, printed: terminal.printed, complaints: terminal.complained }
  }

  test('tells a person the word, the sentence, who and what', async () => {
    const { printed } = await run([codeOf()])
    expect(printed).toMatch(
      /^HỢP LỆ: Đáp ứng quy định đang áp dụng\.\n {2}Nguyễn Văn An \(1999-02-26\) · xét nghiệm RT-PCR: âm tính · lấy mẫu lúc 12:00 03\/10\/2021 · còn hạn đến 12:00 06\/10\/2021/,
    )
  })

  test('tells a program one line each', async () => {
    const { printed } = await run([codeOf(), 'hello'], true)
    expect(
      printed
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { outcome: string }).outcome),
    ).toEqual(['accepted', 'unreadable'])
  })

  test('reads pictures and texts side by side, and says what is wrong with a file that is no picture', async () => {
    const noPicture = join(folder, 'note.txt')
    writeFileSync(noPicture, 'a note')
    const { outcomes, complaints } = await run([await pictureOf(codeOf()), noPicture, 'hello'])
    expect(outcomes).toEqual(['accepted', 'unreadable', 'unreadable'])
    expect(complaints).toContain('note.txt: không phải ảnh')
  })
})

test('a picture that is not there is a missing file, and a text longer than any file name is a text', async () => {
  const terminal = testTerminal()
  const given = [join(folder, 'none.png'), 'X'.repeat(5000)]
  const outcomes = await verifyArguments(given, { trust: storeOf(), now, rules: true }, false, terminal)
  expect(outcomes).toEqual(['unreadable', 'unreadable'])
  expect(terminal.complained).toContain('none.png: there is no such file')
})

describe('chot explain', () => {
  test('says what a code means in both languages, or in one', () => {
    expect(explain('signature-mismatch', null)).toContain('có thể là giả mạo')
    expect(explain('signature-mismatch', null)).toContain('it may be forged')
    expect(explain('signature-mismatch', 'en')).not.toContain('giả mạo')
  })

  test.each(['nope', 'constructor', '__proto__'])('refuses %s', (code) => {
    expect(() => explain(code, null)).toThrow('is not a finding code')
  })

  test('without a code prints the page of the docs', () => {
    expect(explainAll()).toBe(
      readFileSync(join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'finding-codes.md'), 'utf8'),
    )
  })

  test('knows every code that a verdict quotes', () => {
    for (const { code } of judge(codeOf()).findings) expect(() => explain(code, 'vi')).not.toThrow()
  })
})

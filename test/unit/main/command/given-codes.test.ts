/** What `chot verify` is given: pictures, folders of them, texts, and names of what is not there. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { issueShcJws, shcChunkTexts } from '../../../../authority/issue-shc.ts'
import { pictureCodes } from '../../../../main/command/verify/given-codes.ts'
import { isWrittenAsPath } from '../../../../main/command/named-path.ts'
import { readJsonFile } from '../../../../main/command/read-json.ts'
import { verifyArguments } from '../../../../main/command/verify/verify-arguments.ts'
import { qrMatrix } from '../../../../main/qr/index.ts'
import { verifyInLines } from '../../../conformance/verify-in-lines.ts'
import { codeOf, now, storeOf, testPayload } from '../../../fixtures/certificates.ts'
import { testTerminal } from '../../../fixtures/terminal.ts'
import { contentOf, key } from '../../shared/certificate/shc-card.ts'
import { pictureOfCodes } from './picture-of-codes.ts'

const folder = mkdtempSync(join(tmpdir(), 'chot-given-'))
afterAll(() => rmSync(folder, { recursive: true }))

const address = 'https://example.vn/tra-cuu'
const forged = codeOf().replace(/.$/, (last) => (last === '0' ? '1' : '0'))

async function pictureFile(name: string, ...texts: string[]): Promise<string> {
  const file = join(folder, name)
  writeFileSync(file, pictureOfCodes(await Promise.all(texts.map((text) => qrMatrix(text)))))
  return file
}

async function run(given: readonly string[], json = false) {
  const terminal = testTerminal()
  const outcomes = await verifyArguments(given, { trust: storeOf(), now, rules: true }, json, terminal)
  return { outcomes, printed: terminal.printed, complained: terminal.complained }
}

describe('a name or a code, by its form', () => {
  test.each([
    'missing.heic',
    '/nowhere/photo.heic',
    './code',
    '../anh/ma',
    '~/Pictures/code.png',
    'C:\\Users\\an\\ma.jpg',
    '\\\\server\\share\\ma.jpg',
    'anh chụp.JPEG',
    'results.csv',
    '\\000026\\results.csv',
  ])('%s is a name', (text) => expect(isWrittenAsPath(text)).toBe(true))

  test.each([
    codeOf(),
    codeOf().toLowerCase(),
    `\\000026${codeOf()}`,
    `]Q1\\000026${codeOf()}\r\n`,
    '\\000026shc:/56762909',
    '\\000003NZCP:/1/2KCEVIQEIVVWK6JNGEASNICZAEP2KALYDZSGSZB2O5SWEOTOPJRXALTDN53G',
    'shc:/56762909',
    'NZCP:/1/2KCEVIQEIVVWK6JNGEASNICZAEP2KALYDZSGSZB2O5SWEOTOPJRXALTDN53G',
    '{"hdr":{"t":"icao.test"}}',
    '024090000001|122345678|Nguyễn Văn Mẫu|01011990|Nam|Thôn 1|01012021',
    'https://example.vn/ma.png',
    'hello',
    'ghi chú\n./ở dòng sau.png',
    `${'X'.repeat(5000)}.png`,
  ])('%s is a code', (text) => expect(isWrittenAsPath(text)).toBe(false))
})

describe('what is not there, or is no picture, is said by that name', () => {
  test.each([
    [() => 'missing.heic', 'missing.heic: there is no such file'],
    [() => folder, 'there is no picture in this folder'],
    [() => '/dev/null', '/dev/null: neither a file nor a folder'],
  ])('%#', async (given, sentence) => {
    const { complained, outcomes } = await run([given()])
    expect(complained).toContain(sentence)
    expect(outcomes).toEqual(['unreadable'])
  })
})

describe('several codes in one picture', () => {
  test('the certificate answers, not the web address beside it', async () => {
    const file = await pictureFile('beside.pgm', address, codeOf())
    const { outcomes, printed } = await run([file])
    expect(outcomes).toEqual(['accepted'])
    expect(printed).toMatch(/^VALID: [^]*\n {2}\+ UNREADABLE: .*example\.vn.*\n$/)
    expect(await verifyInLines([{ id: 1, image: file, keys: [] }])).toMatchObject([{ id: 1, format: 'HC1' }])
  })

  test('every certificate counts', async () => {
    const file = await pictureFile('two.pgm', codeOf({ payload: testPayload({ ci: 'URN:UVCI:01:VN:OTHER' }) }), forged)
    expect((await run([file])).outcomes.toSorted()).toEqual(['accepted', 'rejected'])
  })

  test('the parts of one card are one card', async () => {
    const parts = shcChunkTexts(issueShcJws(contentOf(), key), 2)
    const file = await pictureFile('parts.pgm', address, ...parts)
    const [answer] = await verifyInLines([{ id: 1, image: file, rules: false }])
    expect(answer).toMatchObject({ format: 'SHC', reason: 'key-unknown' })
  })
})

describe('several arguments', () => {
  test('are named above their verdicts, and counted in a last line', async () => {
    const file = await pictureFile('one.pgm', codeOf())
    const { printed } = await run([file, forged, 'hello'])
    expect(printed).toContain(`${file}\nVALID: `)
    expect(printed).toMatch(/^HC1:.{55}…\nNOT VALID: /m)
    expect(printed).toMatch(/\nAltogether: 1 VALID · 1 NOT VALID · 1 UNREADABLE\n$/)
  })

  test('one alone has neither a name nor a last line', async () => {
    expect((await run([codeOf()])).printed).toMatch(/^VALID: (?!.*Altogether)/s)
  })

  test('a folder is the pictures that lie in it, in the order of their names', async () => {
    mkdirSync(join(folder, 'queue', 'deeper'), { recursive: true })
    await pictureFile('queue/b.pgm', address)
    await pictureFile('queue/a.pgm', codeOf())
    await pictureFile('queue/deeper/c.pgm', codeOf())
    writeFileSync(join(folder, 'queue', 'note.txt'), 'a note')
    writeFileSync(join(folder, 'queue', 'c.png'), 'no picture')
    const { complained, outcomes, printed } = await run([join(folder, 'queue')])
    expect(outcomes).toEqual(['accepted', 'unreadable', 'unreadable'])
    expect(printed.indexOf('a.pgm')).toBeLessThan(printed.indexOf('b.pgm'))
    expect(complained).toMatch(/c\.png: not a PNG/)
  })

  test('tell a program one line a code, each with its argument', async () => {
    const file = await pictureFile('json.pgm', address, codeOf())
    const { printed } = await run([file, 'hello'], true)
    const lines = printed
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; outcome: string })
    expect(lines.map(({ id, outcome }) => [id, outcome])).toEqual([
      [file, 'accepted'],
      [file, 'unreadable'],
      ['hello', 'unreadable'],
    ])
  })
})

describe.skipIf(process.platform === 'win32')('what never ends', () => {
  const planted = join(folder, 'planted')
  const pipe = join(planted, 'pipe.png')
  const device = join(planted, 'device.png')

  test('in a folder, in a line, among rules: is no file, and is not waited for', async () => {
    mkdirSync(planted)
    execFileSync('mkfifo', [pipe])
    symlinkSync('/dev/zero', device)
    const { outcomes, complained } = await run([planted])
    expect(outcomes).toHaveLength(2)
    expect(complained.match(/neither a file nor a folder/g)).toHaveLength(2)
    for (const file of [pipe, device, '/dev/zero']) {
      await expect(pictureCodes(file)).rejects.toMatchObject({ fault: 'not-a-file' })
      expect(() => readJsonFile(file)).toThrow(expect.objectContaining({ code: 'file-unreadable' }))
    }
  })
})
